"""Xinhua (新华社): xinhuanet.com, news.cn and english.news.cn, in five shapes since 2012."""

from __future__ import annotations

from datetime import date

from extractor.domain import Policy
from extractor.sites.base import Discovery, Layout, Site

FURNITURE = (".editor", "#articleEdit", ".tiyi1", ".zan-wap", ".relatedNews", ".related-news", ".bookList", "#sdgc",
             ".p-tags", ".p-jc", ".ewm", ".share", ".video-box", ".comment", "#comments")  # fmt: skip

NEWS_CN_2024 = Layout(
    name="V5",
    valid_from=date(2024, 1, 1),
    about="news.cn since 2024: .mheader with .info, span#detailContent",
    fits=".mheader h1",
    title=(".mheader h1",),
    body="#detailContent",
    drop=FURNITURE,
    published=(".mheader .info",),
    credit=(".mheader .info span", ".mheader .source"),
)
ENGLISH = Layout(
    name="V4",
    valid_from=date(2022, 1, 1),
    about="english.news.cn: .conTop with h1 and .time; and whatever else has #detailContent",
    fits="#detailContent",
    title=(".conTop h1", "h1"),
    body="#detailContent",
    drop=FURNITURE,
    published=(".conTop .time", ".time", ".info"),
    credit=(".conTop .source", ".source"),
)
NEWS_CN_2021 = Layout(
    name="V3",
    valid_from=date(2021, 9, 1),
    about="www.news.cn 2021 to 2024: .head-line h1 .title, the date in three spans of .header-time, #detail",
    fits=".head-line h1 .title",
    title=(".head-line h1 .title",),
    body="#detail",
    drop=FURNITURE,
    published=(".header-time",),
    credit=(".header-cont .source",),
)
XINHUANET_2015 = Layout(
    name="V2",
    valid_from=date(2015, 1, 1),
    valid_until=date(2022, 1, 31),
    about="www.xinhuanet.com 2015 to 2021: .h-title, .h-time, #p-detail",
    fits=".h-title",
    title=(".h-title",),
    body="#p-detail",
    drop=FURNITURE,
    published=(".h-time", ".source .time"),
    credit=(".h-info #source", "#source", ".source"),
)
XINHUANET_2010 = Layout(
    name="V1",
    valid_from=date(2008, 1, 1),
    valid_until=date(2015, 6, 30),
    about="news.xinhuanet.com to 2014: gb2312, nested tables, #title, #pubtime, #content",
    fits="#title",
    title=("#title",),
    body="#content",
    drop=(*FURNITURE, "#content table[align]"),
    published=("#pubtime",),
    credit=("#source",),
)

SITE = Site(
    code="xinhua",
    name="Xinhua",
    hosts=("xinhuanet.com", "news.cn"),
    languages=("zh", "en"),
    time_zone="Asia/Shanghai",
    policy=Policy(
        crawl=True,
        requests_per_minute=6,
        excerpt_chars=200,
        redistribution="quotation",
        rests_on="Copyright notice of the site: no reproduction without authorisation; quotation with the source named",
        reviewed=date(2025, 11, 1),
    ),
    discovery=Discovery(
        feeds=("http://www.xinhuanet.com/english/rss/businessrss.xml",),
        sections=("https://www.news.cn/fortune/", "https://www.news.cn/world/", "https://english.news.cn/business/"),
        data_sources=("http://qc.wa.news.cn/nodeart/list?nid=115093&pgnum=1&cnt=100",),
        url_patterns=(
            r"/\d{4}-\d{2}/\d{2}/c_\d+\.html?",
            r"/\d{8}/[0-9a-f]{32}/c\.html",
            r"/\d{4}-\d{2}/\d{2}/content_\d+\.htm",
        ),
        date_in_url=r"/(?P<year>20\d{2})-?(?P<month>\d{2})[/-]?(?P<day>\d{2})/",
    ),
    layouts=(NEWS_CN_2024, NEWS_CN_2021, ENGLISH, XINHUANET_2015, XINHUANET_2010),
    canonical=((r"^https?://((?:[\w-]+\.)*(?:news\.cn|xinhuanet\.com)/[^?]*).*$", r"https://\1"),),
)
