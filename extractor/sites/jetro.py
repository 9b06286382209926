"""JETRO (日本貿易振興機構): ビジネス短信, 地域・分析レポート and the English newsroom."""

from __future__ import annotations

from datetime import date

from extractor.domain import Policy
from extractor.sites.base import Discovery, Layout, Site

FURNITURE = (
    "#elem_topic_path", ".elem_office",
    "#elem_heading_lv1", ".elem_heading_lv1", ".elem_date", ".elem_update", ".date", ".elem_author", ".elem_tag",
    ".elem_sns", ".elem_enquete", ".elem_pager", ".elem_link_list", "[id^='xi_related_']", ".xi_recommend_list",
    ".related-articles", ".elem_info_box", ".elem_country_list", "nav", "form",
)  # fmt: skip

BIZNEWS = Layout(
    name="V1",
    valid_from=date(2018, 4, 1),
    about="ビジネス短信 (/biznews/): short news, one h1, paragraphs in .elem_paragraph",
    fits="#elem_heading_lv1 h1",
    title=("#elem_heading_lv1 h1",),
    body="#area_content_main",
    drop=FURNITURE,
    published=(".elem_date", ".date"),
    authors=(".elem_author",),
    dateline=(".elem_office",),
)
AREA_REPORTS = Layout(
    name="V2",
    valid_from=date(2018, 4, 1),
    about="地域・分析レポート (/biz/areareports/): headings, numbered tables, notes",
    fits=".elem_heading_lv1 h1",
    title=(".elem_heading_lv1 h1",),
    body="#area_content_main",
    drop=FURNITURE,
    published=(".elem_date", ".date"),
    modified=(".elem_update",),
    authors=(".elem_author",),
)
NEWSROOM = Layout(
    name="V3",
    valid_from=date(2019, 1, 1),
    about="English newsroom and topics (/en/news/)",
    fits="main .news_header h1",
    title=(".news_header h1",),
    body=".news_body",
    drop=(*FURNITURE, ".contact_box"),
    published=(".news_header time", ".news_header .date"),
)

SITE = Site(
    code="jetro",
    name="JETRO",
    hosts=("jetro.go.jp",),
    languages=("ja", "en"),
    time_zone="Asia/Tokyo",
    policy=Policy(
        crawl=True,
        requests_per_minute=10,
        excerpt_chars=200,
        redistribution="quotation",
        rests_on="Site terms: quotation with the source named; copying and redistribution need permission",
        reviewed=date(2025, 11, 1),
    ),
    discovery=Discovery(
        feeds=(
            "https://www.jetro.go.jp/rss/biznews.xml",
            "https://www.jetro.go.jp/rss/areareports.xml",
            "https://www.jetro.go.jp/rss/reports.xml",
        ),
        sections=("https://www.jetro.go.jp/world/asia/cn/biznews/", "https://www.jetro.go.jp/en/news/"),
        url_patterns=(
            r"/biznews/\d{4}/\d{2}/[0-9a-f]{8,}\.html",
            r"/biz/areareports/(special/)?\d{4}/(\d{4}/)?[0-9a-f]{8,}\.html",
            r"/en/(news|jgc)/\S+/[0-9a-f]{8,}\.html",
        ),
        date_in_url=r"/biznews/(?P<year>\d{4})/(?P<month>\d{2})/",
    ),
    layouts=(BIZNEWS, AREA_REPORTS, NEWSROOM),
    canonical=((r"^https?://(www\.)?jetro\.go\.jp/([^?]*).*$", r"https://www.jetro.go.jp/\2"),),
)
