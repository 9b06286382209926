"""Bytes to text: byte order mark, the bytes, header, meta, then detection. A label is checked, not believed."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from extractor.domain.errors import UnreadableInput

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CODECS = {
    # Labels name the older, smaller set; pages use the larger one. Several are tried in order.
    "gb18030": ("gb18030",), "gb2312": ("gb18030",), "gbk": ("gb18030",), "x-gbk": ("gb18030",), "cp936": ("gb18030",),
    "gb_2312-80": ("gb18030",), "hz-gb-2312": ("hz",),
    "shift_jis": ("cp932", "shift_jis_2004"), "shift-jis": ("cp932", "shift_jis_2004"), "sjis": ("cp932",),
    "x-sjis": ("cp932",), "ms_kanji": ("cp932",), "windows-31j": ("cp932",), "cp932": ("cp932",),
    "euc-jp": ("euc_jp", "euc_jis_2004"), "x-euc-jp": ("euc_jp", "euc_jis_2004"), "euc_jis_2004": ("euc_jis_2004",),
    "iso-2022-jp": ("iso2022_jp_2", "iso2022_jp_ext"),
    "big5": ("cp950", "big5hkscs"), "big5-hkscs": ("big5hkscs",), "x-x-big5": ("cp950", "big5hkscs"),
    "euc-kr": ("cp949",), "ks_c_5601-1987": ("cp949",),
    "iso-8859-1": ("cp1252",), "latin1": ("cp1252",), "ascii": ("cp1252",), "us-ascii": ("cp1252",),
}  # fmt: skip
CANDIDATES = ["cp932", "euc_jp", "euc_jis_2004", "gb18030", "big5", "big5hkscs", "cp949"]
META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE)
HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
ISO_2022 = re.compile(rb"\x1b\$[@AB]|\x1b\([BJI]")
COMMON = re.compile(
    # Kana, marks, full-width digits, and the Han characters that every page of news in Chinese and Japanese repeats:
    # they decide between two codecs that both read the bytes.
    "[\u3001\u3002\uff0c\u3041-\u3093\u30a1-\u30f4\u30fc\uff10-\uff19\uff08\uff09\u2013-\u2022\u2026\u20ac\u00a3\u00a5\u00a0%％"
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经进月日部度家电力里如水化高自理起小物现实加量都两制机当使点从业本去把性好应开它合还因由其些然前外"
    "這為個國時來們於對會發動過說產種後經進電裡現實兩機當點從業應開還義關貿額億萬元比增長減進口總"
    "貿易額億万円比増減輸出入総前同期統計発表経済関係対米市場企業価格上昇低下最大約続回復需要製造部品車社新聞報告"
    "贸易额亿万元同比增长下降进口总数据显示海关统计美日本据新华社记者关系市场企业价格最大约亿]"
)
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffd-\uffff]")
"""Controls, private characters and what stands for a lost one: a text has few, the bytes of a picture many."""
NO_TEXT_PERCENT, FORGIVEN, LOOKED_AT = 5, 8, 4096
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
HIGH = re.compile(r"[^\x00-\x7f]+")
RUNS = re.compile(rb"[^<>\n]+")
GOOD_PER_BROKEN = 5
SAMPLE_BYTES = 65_536
META_BYTES = 8192


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as received (line ends untouched, no byte order mark), the codec that read it and how it was found."""

    text: str
    encoding: str
    how: str
    """bom, bytes, header, meta or detected."""
    wrong_label: str | None = None
    """The label that the page or its header stated and that did not fit."""
    undecodable: int = 0
    """Places where bytes had no meaning and U+FFFD stands."""


def decode(body: bytes, content_type: str | None = None, *, markup: bool = True) -> Decoded:
    """Read bytes as text; `content_type` is the response's header, `markup` says whether meta tags count.

    Raises:
        UnreadableInput: there are no bytes.
    """
    if not body:
        raise UnreadableInput("the input is empty", "Hand in a file with text")
    labels = _labels(body, content_type, markup=markup)
    for how, encoding, length in _certain(body):
        return _read(body[length:], encoding, how, labels)
    encoding, how = _best(body, labels)
    return _read(body, encoding, how, labels)


def is_binary(text: str) -> bool:
    """Whether what was decoded is no text: a picture, an archive, a program."""
    sample = text[:LOOKED_AT]
    spoilt = len(NO_TEXT.findall(sample))
    return spoilt > FORGIVEN and 100 * spoilt > NO_TEXT_PERCENT * len(sample)


def clean(text: str) -> str:
    """NFC; NUL and lone surrogates, which no database takes, become U+FFFD one for one."""
    return unicodedata.normalize("NFC", UNSTORABLE.sub("\ufffd", text))


def clean_markup(html: str) -> str:
    """Markup without the characters that no XML tree takes: controls go, form feeds are spaces, surrogates U+FFFD."""
    return UNSTORABLE.sub("\ufffd", CONTROLS.sub("", html.replace("\f", " ")))


def _labels(body: bytes, content_type: str | None, *, markup: bool) -> list[tuple[str, str]]:
    """(how, label) in the order of trust: header, then the page's own word."""
    found = []
    if header := HEADER.search(content_type or ""):
        found.append(("header", header.group(1).lower()))
    start = body[:META_BYTES]
    if markup and (own := XML.search(start) or META.search(start)):
        found.append(("meta", own.group(1).decode("ascii").lower()))
    return found


def _certain(body: bytes) -> list[tuple[str, str, int]]:
    """(how, codec, length of the mark) when the bytes themselves leave no doubt."""
    for mark, encoding in BOMS:
        if body.startswith(mark):
            return [("bom", encoding, len(mark))]
    if wide := _wide(body):
        return [("bytes", wide, 0)]
    if ISO_2022.search(body[:SAMPLE_BYTES]) and body[:SAMPLE_BYTES].isascii():
        return [("bytes", "iso2022_jp_2", 0)]
    if body.isascii():
        return [] if b"~{" in body else [("bytes", "utf-8", 0)]
    return [("bytes", "utf-8", 0)] if _mostly_utf8(body) else []


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark: markup and digits leave a zero in every second byte."""
    sample = body[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    floor = max(2, len(sample) // 20)
    if odd > floor and even * 8 < odd:
        return "utf-16-le"
    if even > floor and odd * 8 < even:
        return "utf-16-be"
    return None


def _mostly_utf8(body: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a cut-off end or damaged places.

    Text in another codec reads as UTF-8 by chance only: twelve characters of it have at most two good ones for each
    broken place, six at most four.
    """
    try:
        body.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
    else:
        return True
    broken = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - broken
    return broken * GOOD_PER_BROKEN < good or broken <= _tail(body)


def _tail(body: bytes) -> int:
    """1 when only the last character is cut off and something before it is real UTF-8."""
    for cut in (1, 2, 3):
        try:
            text = body[:-cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return 0 if text.isascii() else 1
    return 0


def _best(body: bytes, labels: list[tuple[str, str]]) -> tuple[str, str]:
    """(codec, how): of all codecs that read the bytes the one whose text looks most like news; a label wins ties."""
    sample = _sample(body)
    named = [(encoding, how) for how, label in labels for encoding in CODECS.get(label, (label,)) if _exists(encoding)]
    found = from_bytes(sample, cp_isolation=CANDIDATES).best()
    guesses = [found.encoding] if found else []
    rows = [*named, *((name, "detected") for name in (*guesses, "cp1252", *CANDIDATES))]
    return max(rows, key=lambda row: _likeness(sample, row[0]))


def _sample(body: bytes) -> bytes:
    """Runs between tags that hold more than ASCII: a page may open with 100 KB of scripts."""
    parts, size = [], 0
    for run in RUNS.finditer(body):
        if not run.group().isascii():
            parts.append(run.group())
            size += len(run.group())
        if size > SAMPLE_BYTES:
            break
    return b"\n".join(parts)[: 2 * SAMPLE_BYTES]


def _likeness(body: bytes, encoding: str) -> int:
    """Common characters per thousand of those above ASCII, less what cannot be read, in steps of 20."""
    text = body.decode(encoding, "replace")
    high = "".join(HIGH.findall(text))
    if not high:
        return 0
    broken = max(0, high.count("\ufffd") - 1)
    return (len(COMMON.findall(high)) - 3 * broken) * 50 // len(high)


def _read(body: bytes, encoding: str, how: str, labels: list[tuple[str, str]]) -> Decoded:
    text = body.decode(encoding, "replace")
    wrong = next((label for _, label in labels if not _same(label, encoding) and not body.isascii()), None)
    return Decoded(text, encoding, how, wrong, text.count("\ufffd"))


def _same(label: str, encoding: str) -> bool:
    """Whether a label means the codec, its family or (utf-16 by its mark) its byte order."""
    try:
        known = {codecs.lookup(name).name for name in (*CODECS.get(label, ()), label) if _exists(name)}
    except LookupError:
        return False
    own = codecs.lookup(encoding).name
    return own in known or any(own.startswith(f"{name}-") for name in known)


def _exists(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True
