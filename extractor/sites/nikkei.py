"""Nikkei (日本経済新聞): nikkei.com, asia.nikkei.com and cn.nikkei.com. Crawling is off: see the policy."""

from __future__ import annotations

from datetime import date

from extractor.domain import Policy
from extractor.sites.base import Discovery, Layout, Site

NIKKEI_2021 = Layout(
    name="V4",
    valid_from=date(2021, 4, 1),
    about="www.nikkei.com since 2021: section[data-track-article-content] > p, hashed class names, JSON-LD",
    fits="section[data-track-article-content]",
    title=("article h1[class^='title_']", "main h1", "h1"),
    body="section[data-track-article-content]",
    drop=("[class^='notFloated_']", "[class*='relatedArticle']", "[class*='paywall']", "aside", "nav", "button"),
    published=("article header time", "[class^='timeStampOverride_'] time", "time"),
    authors=("[class^='authorName_']",),
    paywall=("[class*='paywall']", "[data-paywall]"),
    json_ld=("published", "modified"),
)
ASIA = Layout(
    name="V3",
    valid_from=date(2018, 1, 1),
    about="asia.nikkei.com: .article-header__title, .ezrichtext-field",
    fits=".article-header__title",
    title=(".article-header__title",),
    body=".ezrichtext-field",
    drop=(".ad", ".o-ads", ".article__related", ".article__sidebar", ".ez-embed-type-image", ".newsletter-signup"),
    published=(".article-header__timestamp", ".article-header__date", ".timestamp__time"),
    authors=(".article__author .ezstring-field", ".article-header__author", ".article__author"),
    paywall=(".paywall-offer", ".article__paywall"),
    json_ld=("published", "modified"),
)
CHINESE = Layout(
    name="V2",
    valid_from=date(2012, 11, 1),
    about="cn.nikkei.com: .newsText #contentDiv",
    fits="#contentDiv",
    title=(".newsText h2.style01", "h2.style01", ".newsText h1", "h1"),
    body="#contentDiv",
    drop=(".pagenavbar", ".pagination", ".relatednews", ".share", ".kanren"),
    published=(".time", ".newsText .date"),
    credit=(".source",),
)
NIKKEI_2010 = Layout(
    name="V1",
    valid_from=date(2010, 3, 23),
    valid_until=date(2021, 12, 31),
    about="www.nikkei.com 2010 to 2021: .cmn-article_title, .cmn-article_status, .cmn-article_text",
    fits=".cmn-article_title",
    title=(".cmn-article_title",),
    body=".cmn-article_text",
    drop=(".cmn-article_keyword", ".cmnc-continue", ".cmn-pr_list", ".m-articleRelated"),
    published=(".cmn-article_status .cmnc-publish",),
    paywall=(".cmn-pr_list", ".cmn-article_paywall"),
    json_ld=("published",),
)

SITE = Site(
    code="nikkei",
    name="Nikkei",
    hosts=("nikkei.com",),
    languages=("ja", "en", "zh"),
    time_zone="Asia/Tokyo",
    policy=Policy(
        crawl=False,
        requests_per_minute=4,
        excerpt_chars=100,
        redistribution="none",
        rests_on="Terms of use allow personal use only: hand in your own files, or set crawl where a licence allows it",
        reviewed=date(2025, 11, 1),
    ),
    discovery=Discovery(
        feeds=("https://asia.nikkei.com/rss/feed/nar", "https://cn.nikkei.com/rss.html"),
        sections=("https://www.nikkei.com/economy/", "https://cn.nikkei.com/politicsaeconomy/"),
        url_patterns=(
            r"www\.nikkei\.com/article/[A-Z0-9]{10,}",
            r"asia\.nikkei\.com/[A-Z]\S*-\S+",
            r"cn\.nikkei\.com/\S+/\d+-\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}\.html",
            r"/article/[A-Z0-9]{10,}",
        ),
        date_in_url=r"/\d+-(?P<year>20\d{2})-(?P<month>\d{2})-(?P<day>\d{2})-\d{2}-\d{2}-\d{2}\.html",
    ),
    layouts=(NIKKEI_2021, ASIA, CHINESE, NIKKEI_2010),
    canonical=(
        (r"^http://((?:[\w-]+\.)*nikkei\.com/)", r"https://\1"),
        (r"^(https://www\.nikkei\.com/article/[A-Z0-9]+)/?(\?.*)?$", r"\1/"),
    ),
)
