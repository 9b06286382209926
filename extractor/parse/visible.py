"""Which nodes a reader does not see: the hidden ones are marked, and the marked ones are never read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

MARK = "data-not-visible"
SIZE = r"(?<![\w-])(?:max-)?(?:width|height)\s*:\s*(?:0(?![.\d])|1px)"
CUT = r"overflow\s*:\s*(?:hidden|clip)"
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?<![\w-])opacity\s*:\s*0*\.?0+(?![.\d])|(?<![\w-])font(?:-size)?\s*:\s*(?:0*\.?0+(?![.\d])|[01]px)"
    r"|(?<![\w-])(?:text-indent|left|top|right|bottom|margin-left)\s*:\s*-(?:\d{3}(?:\d|r?em|vw|vh|%)|\d{2}r?em)"
    r"|(?<![\w-])(?:left|top)\s*:\s*\d{4}"
    r"|transform\s*:[^;}]*translate[xy3d]*\(\s*-\d{3}(?:\d|r?em|vw|vh|%)|transform\s*:\s*scale[xy]?\(\s*0\s*[,)]"
    r"|clip\s*:\s*rect\(\s*[01]|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)"
    rf"|{SIZE}(?=[^{{}}]{{0,300}}{CUT})|{CUT}(?=[^{{}}]{{0,300}}{SIZE})",
    re.IGNORECASE,
)
"""Taken out of sight, shrunk to nothing, moved off the page, or cut away."""
COLOUR = re.compile(
    r"(?<![\w-])(color|background(?:-color)?)\s*:\s*(#[0-9a-f]{3,8}\b|rgba?\([^){}]{0,60}\)|[a-z]+)", re.IGNORECASE
)
NAMED = {"white": "ffffff", "black": "000000"}
CLEAR = "transparent"
OF_ITS_PLACE = frozenset({"inherit", "initial", "unset", "revert", "currentcolor"})
ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
TURNING = re.compile(r"unicode-bidi\s*:\s*(?:bidi|isolate)-override", re.IGNORECASE)
RTL = re.compile(r"direction\s*:\s*rtl", re.IGNORECASE)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
NODE = r"[\w-]*(?:[.#][\w-]+|\[[\w-]+(?:=[\w\"'-]+)?\])+"
SIMPLE = re.compile(rf"^(?:(?:{NODE}|[\w-]+)\s*[ >]\s*){{0,6}}(?:{NODE}|b|i|u|em|strong|span|font|small|big|mark|s)$")
"""A selector by class, id or attribute, or of a tag inside a line; what depends on state or media is not judged."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
MAX_CSS, MAX_SELECTORS = 300_000, 200


def mark_hidden(tree: LexborHTMLParser) -> None:
    """Put `MARK` on every node that `hidden`, its style or a plain rule of the page's style sheet hides."""
    for node in tree.css("[hidden]"):
        node.attrs[MARK] = ""
    for node in tree.css("[style]"):
        if hides(node.attributes.get("style") or ""):
            node.attrs[MARK] = ""
    for selector in _hiding_selectors(tree):
        try:
            hidden = tree.css(selector)
        except SelectolaxError:
            continue
        for node in hidden:
            node.attrs[MARK] = ""


def hides(style: str) -> bool:
    """Whether declarations keep a text from being seen, written plainly or not."""
    if "/*" in style or "\\" in style:
        style = ESCAPED.sub(_unescaped, COMMENT.sub("", style))
    return HIDING.search(style) is not None or _painted_away(style)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else 0
    return found[2] or (chr(code) if 0 < code < 0x110000 else "")


def _painted_away(style: str) -> bool:
    """Whether a text has no colour, or that of its own ground, in one block of declarations."""
    for block in style.split("}"):
        colours = {name.lower(): _colour(said.lower()) for name, said in COLOUR.findall(block)}
        ink, ground = colours.get("color"), colours.get("background-color", colours.get("background"))
        if ink is not None and ink in (CLEAR, ground):
            return True
    return False


def _colour(said: str) -> str | None:
    """Six digits, a name or `CLEAR`; None for what depends on the place."""
    if said.startswith("rgb"):
        parts = re.findall(r"[\d.]+%?", said)
        if len(parts) == 4 and not float(parts[3].rstrip("%")):
            return CLEAR
        if len(parts) < 3 or not all(part.isdecimal() for part in parts[:3]):
            return said
        return "".join(f"{int(part) % 256:02x}" for part in parts[:3])
    if said.startswith("#"):
        digits = said[1:] if len(said) > 5 else "".join(digit * 2 for digit in said[1:])
        return CLEAR if digits[6:] == "00" else digits[:6]
    return None if said in OF_ITS_PLACE else NAMED.get(said, said)


def turn_runs(tree: LexborHTMLParser) -> None:
    """Put the characters that turn a run of text round where `bdo` or a style does it."""
    for node in tree.css("bdo[dir=rtl], [style*=override]"):
        style = node.attributes.get("style") or ""
        if node.tag == "bdo" or (TURNING.search(style) and RTL.search(style)):
            node.insert_before("\u202e")
            node.insert_after("\u202c")


def _hiding_selectors(tree: LexborHTMLParser) -> tuple[str, ...]:
    return _hiding("\n".join(node.text() for node in tree.css("style") if not node.attributes.get("media"))[:MAX_CSS])


@lru_cache(maxsize=16)
def _hiding(css: str) -> tuple[str, ...]:
    """The selectors of a style sheet that hide; the pages of a site share theirs."""
    return tuple(_selectors(css)) if hides(css) else ()


def _selectors(css: str) -> Iterator[str]:
    count = 0
    for selectors, declarations in RULE.findall(_outside_at_rules(COMMENT.sub("", css))):
        if not hides(declarations):
            continue
        for selector in selectors.split(","):
            if SIMPLE.match(selector.strip()) and count < MAX_SELECTORS:
                count += 1
                yield selector.strip()


def _outside_at_rules(css: str) -> str:
    """The style sheet without @media and the like, whose rules hold only sometimes."""
    if "@" not in css:
        return css
    kept, depth, start = [], 0, 0
    skipping = False
    for brace in re.finditer(r"[{}]", css):
        if brace.group() == "{":
            if depth == 0:
                skipping = css[start : brace.start()].lstrip().startswith("@")
            depth += 1
            continue
        depth = max(0, depth - 1)
        if depth == 0:
            if not skipping:
                kept.append(css[start : brace.end()])
            start, skipping = brace.end(), False
    return "".join(kept)
