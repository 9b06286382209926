"""Every reader of outside input as a function of bytes, with seeds to start from, and how inputs are made.

A reader may return, or raise an ExtractorError; anything else is a crash.
"""

from __future__ import annotations

import gzip
import hashlib
import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import fsspec
from trust_support import article_from

from extractor.archive import read_warc
from extractor.archive.records import capture_records
from extractor.catalogue import load
from extractor.crawl.discover.feeds import read_feed
from extractor.crawl.discover.lists import read_data_source, read_section
from extractor.crawl.discover.sitemaps import read_sitemap
from extractor.crawl.robots import RobotsRecord, Rules
from extractor.domain import Capture
from extractor.domain.errors import ExtractorError
from extractor.extract import extract_claims, read_figures
from extractor.extract.periods import resolve
from extractor.languages import codes, pack
from extractor.parse import parse_capture
from extractor.search.filters import period_bounds
from extractor.search.ranges import read_range
from extractor.sites import registry

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
FOUND = HERE / "found"
DAY = date(2025, 4, 17)
URL = "https://example.org/x"
PUMPED_BYTES = 40_000


class Reader(NamedTuple):
    """One reader: what it does with bytes, what to start from, and pieces to put in."""

    read: Callable[[bytes], object]
    seeds: Callable[[], list[bytes]]
    pieces: Callable[[], list[bytes]]


def attempt(reader: Reader, data: bytes) -> bool:
    """Whether the input was read (False: refused in the project's own words). Whatever else is raised, is a crash."""
    try:
        reader.read(data)
    except ExtractorError:
        return False
    return True


def inputs(reader: Reader, seed: int, pumps: float = 0.0) -> Iterator[bytes]:
    """Endless inputs: seeds cut, flipped, spliced and filled with pieces; now and then one piece many times over."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    seeds, pieces = reader.seeds(), reader.pieces()
    while True:
        if chance.random() < pumps:
            piece = b"".join(chance.choices(pieces, k=chance.randint(1, 3))) or b" "
            yield chance.choice(seeds)[: chance.randint(0, 200)] + piece * (PUMPED_BYTES // len(piece))
            continue
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 6)):
            _mutate(data, chance, seeds, pieces)
        yield bytes(data)


def _mutate(data: bytearray, chance: random.Random, seeds: list[bytes], pieces: list[bytes]) -> None:
    at, to = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    to = min(to, at + 64)
    match chance.randrange(7):
        case 0:
            data[at:at] = chance.choice(pieces)
        case 1:
            data[at:to] = chance.choice(pieces)
        case 2:
            del data[at:to]
        case 3:
            data[at:at] = data[at:to]
        case 4 if data:
            data[min(at, len(data) - 1)] = chance.randrange(256)
        case 5:
            other = chance.choice(seeds)
            cut = chance.randint(0, len(other))
            data[at:] = other[cut : cut + 4000]
        case _:
            data[at:at] = chr(chance.choice((chance.randrange(0x110000), chance.randrange(0x3000)))).encode(
                "utf-8", "surrogatepass"
            )


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass" if _is_utf8(data) else "replace")


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, lone surrogates allowed."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _figures(lang: str) -> Callable[[bytes], object]:
    def read(data: bytes) -> object:
        text = _text(data)
        figures = read_figures(text, lang, DAY)
        for figure in figures:
            assert text[figure.start : figure.end] == figure.quote
        return figures

    return read


def _claims(lang: str) -> Callable[[bytes], object]:
    def read(data: bytes) -> object:
        article = article_from(data, "text/plain", lang=lang, published="2025-04-17")
        for claim in extract_claims(article):
            assert article.text[claim.start : claim.end] == claim.quote
        return article

    return read


def _page(data: bytes) -> object:
    return article_from(data, "text/html")


def _site_page(data: bytes) -> object:
    """As a page of the site whose layouts it is nearest to: the first that its address names."""
    sites = registry()
    code = next((code for code in sites if code.encode() in data), "jetro")
    digest = hashlib.sha256(data).hexdigest()
    url = f"https://{sites[code].hosts[0]}/a"
    return parse_capture(Capture(url=url, body=data, sha256=digest, retrieved_at="", media_type="text/html"), sites)


def _warc(data: bytes) -> object:
    with fsspec.open("memory://fuzz.warc.gz", "wb") as file:
        file.write(data)
    return list(read_warc("memory://fuzz.warc.gz"))


def _robots(data: bytes) -> object:
    rules = Rules(RobotsRecord(origin="https://example.org", fetched_at=0.0, verdict="rules", body=data))
    return rules.allows(URL), rules.interval


def _numerals(data: bytes) -> object:
    """What the tokenizer takes for a numeral, and nothing else, is asked for its number."""
    text = _text(data)
    return [pack(lang).number(found.group()) for lang in codes() for found in re.finditer(pack(lang).numeral, text)]


def _periods(data: bytes) -> object:
    return resolve(_text(data), DAY), resolve(_text(data))


def _filters(data: bytes) -> object:
    found: list[object] = []
    for read in (period_bounds, read_range):
        try:
            found.append(read(_text(data)))  # type: ignore[operator]  # one of two functions of a text
        except ExtractorError as error:
            found.append(error)
    return found


@cache
def _corpus(lang: str | None = None) -> list[bytes]:
    folders = {"ja": "jetro", "zh": "xinhua", "en": "nikkei"}
    pattern = f"{folders[lang]}/*.html" if lang else "*/*.html"
    return [path.read_bytes() for path in sorted((PROJECT / "corpus").glob(pattern))][:12]


@cache
def _lines(lang: str) -> list[bytes]:
    """Sentences of the corpus, without markup."""
    texts = [article_from(body, "text/html").text for body in _corpus()]
    own = [line for text in texts for line in text.split("\n") if len(line) > 20]
    wide = [line for line in own if any("\u3040" <= char <= "\u9fff" for char in line)]
    kana = [line for line in wide if any("\u3040" <= char <= "\u30ff" for char in line)]
    chosen = {"ja": kana, "zh": [line for line in wide if line not in set(kana)]}.get(
        lang, [line for line in own if line.isascii()]
    )
    return [line.encode() for line in chosen[:200]] or [b"Exports rose 5.9%."]


@cache
def _words(lang: str) -> list[bytes]:
    """Numerals, terms and catalogue names of a language, and characters that trouble readers."""
    words = {word for terms in pack(lang).terms.values() for word in terms}
    names = {name for row in load().currencies.values() for name in row.symbols}
    odd = [
        "\u200b",
        "\u202e",
        "\ufffd",
        "\x00",
        "１",
        "٣",
        "𝟗",
        "⁶",
        "~",
        "-",
        "～",
        "/",
        ".",
        ",",
        "％",
        "(",
        "（",
        "\n",
        "\t",
    ]
    numbers = [
        "1",
        "0",
        "99",
        "1,000",
        "0.5",
        "10^6",
        "1/3",
        "兆",
        "亿",
        "万",
        "一",
        "百",
        "〇",
        "trillion",
        "FY2024",
        "5月",
    ]
    return [word.encode("utf-8", "surrogatepass") for word in sorted(words | names) + odd * 4 + numbers * 8]


TAGS = """p div span table tr td th li ul h1 b sup bdo style script template article svg math select textarea a"""
XML_TAGS = """urlset url loc lastmod sitemapindex sitemap rss channel item link pubDate title feed entry updated id"""


def _tags(names: str) -> list[str]:
    return [form.format(name) for name in names.split() for form in ("<{}>", "</{}>")]


def _markup() -> list[bytes]:
    rest = ["<!--", "-->", "<![CDATA[", "]]>", "&", "&#0;", "&#xd800;", "&amp;#49;", "<", ">", '"', "\x00", "1", "％",
            "億", "<p style='display:none'>", "<td colspan=9999>", "<td rowspan=0>", "<style>.a{display:none}</style>",
            "<a href='javascript:x'>", "<meta charset=utf-7>",
            '<script type="application/ld+json">{"datePublished":1}</script>']  # fmt: skip
    return [piece.encode() for piece in _tags(TAGS) + rest]


def _xml() -> list[bytes]:
    rest = ["<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "<?xml version='1.0' encoding='utf-16'?>",
            "2025-04-17", "Thu, 17 Apr 2025 08:50:00 +0900", "https://example.org/b", "http://[", "\x00", "&#0;",
            "é"]  # fmt: skip
    return [piece.encode() for piece in _tags(XML_TAGS) + rest]


def _json_pieces() -> list[bytes]:
    return [b"{", b"}", b"[", b"]", b'"', b",", b":", b'"text":', b'"lang":"ja"', b"null", b"1e999", b"\\ud800", b"-",
            b"NaN", b'"published":"2025-99-99"', b"[" * 500, b'{"a":' * 500, b"\xff", b"\x00", b"9" * 5000]  # fmt: skip


def _feeds() -> list[bytes]:
    rss = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item><title>a</title>
    <link>https://example.org/a</link><pubDate>Thu, 17 Apr 2025 08:50:00 +0900</pubDate></item></channel></rss>"""
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title><link href="/a"/>
    <updated>2025-04-17T08:50:00+09:00</updated></entry></feed>"""
    return [rss, atom]


def _sitemaps() -> list[bytes]:
    plain = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/a</loc>
    <lastmod>2025-04-17</lastmod></url></urlset>"""
    index = b"<sitemapindex><sitemap><loc>https://example.org/s.xml</loc></sitemap></sitemapindex>"
    return [plain, index, gzip.compress(plain), b"https://example.org/a\nhttps://example.org/b\n"]


@cache
def _warcs() -> list[bytes]:
    body = b"<html><body><p>Exports rose 5.9%.</p></body></html>"
    capture = Capture(
        url=URL, body=body, sha256=hashlib.sha256(body).hexdigest(), retrieved_at="2025-04-17T00:00:00Z",
        media_type="text/html", headers=(("content-type", "text/html"),),
    )  # fmt: skip
    zipped = capture_records(capture) * 2
    return [zipped, gzip.decompress(zipped)]


TIMEXES = (
    b"2024 FY2024 XXXX-05 Y-1-Q4 2024-H1 2025-01/2025-05 YTD:2025-05 M-1 W0-3 P12M/2024-12 PAST:3Y XXXX-WXX-3 NEXT-07"
)
TIMEX_PIECES = b"- / Q H 9 00 99 + 99999999999 X YTD: P M W END"
WARC_PIECES = [b"WARC/1.1\r\n", b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"\r\n\r\n", b"\x1f\x8b\x08\x00",
               b"\x00", b"HTTP/1.1 200 OK\r\n", b"WARC-Type: revisit\r\n"]  # fmt: skip
ROBOTS_PIECES = [b"Crawl-delay: ", b"1e99", b"nan", b"-1", b"\xef\xbb\xbf", b"*", b"$", b"User-agent:", b"\n", b"%"]
RECORD = b'{"id":"a","text":"Exports rose 5.9% in 2024.","published":"2025-04-17"}'
DATA_SOURCE = b'{"datasource":[{"publishUrl":"/a.html","publishTime":"2025-04-17"}]}'


def _timex_pieces() -> list[bytes]:
    return [*TIMEXES.split(), *TIMEX_PIECES.split()]


def _of(lang: str) -> dict[str, Reader]:
    """A language's readers: figures of any text, and claims of any article."""
    lines, words = partial(_lines, lang), partial(_words, lang)
    return {
        f"figures_{lang}": Reader(_figures(lang), lines, words),
        f"text_{lang}": Reader(_claims(lang), lines, words),
    }


READERS: dict[str, Reader] = {
    "numerals": Reader(_numerals, lambda: [b"1,234.5", "一百二十三億".encode(), b"seven"], partial(_words, "zh")),
    "periods": Reader(_periods, TIMEXES.split, _timex_pieces),
    "filters": Reader(_filters, lambda: [*TIMEXES.split(), b"100e9..200e9 USD", b"..3 percent"], _timex_pieces),
    **{name: reader for lang in codes() for name, reader in _of(lang).items()},
    "json": Reader(lambda data: article_from(data, "application/json"), lambda: [RECORD], _json_pieces),
    "html": Reader(_page, lambda: _corpus("en")[:6], _markup),
    "site_html": Reader(_site_page, _corpus, _markup),
    "warc": Reader(_warc, _warcs, lambda: WARC_PIECES),
    "feed": Reader(lambda data: list(read_feed(data, URL)), _feeds, _xml),
    "sitemap": Reader(lambda data: list(read_sitemap(data, URL, limit=1000)), _sitemaps, _xml),
    "section": Reader(lambda data: list(read_section(data, URL)), lambda: [b'<li><a href="/a">x</a></li>'], _markup),
    "data_source": Reader(lambda data: list(read_data_source(data, URL)), lambda: [DATA_SOURCE], _json_pieces),
    "robots": Reader(_robots, lambda: [b"User-agent: *\nDisallow: /a\nCrawl-delay: 5\n"], lambda: ROBOTS_PIECES),
}
"""Name -> reader. A new reader of outside input gets its row here."""
