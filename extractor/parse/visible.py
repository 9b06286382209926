"""Which nodes a reader does not see: the hidden ones are marked, and the marked ones are never read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

MARK = "data-not-visible"
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?<![\w-])opacity\s*:\s*0*\.?0+(?![.\d])|font-size\s*:\s*0+(?:\.0+)?(?![.\d])"
    r"|(?<![\w-])(?:text-indent|left|top|right|margin-left)\s*:\s*-\d{3}(?:\d|em)|clip\s*:\s*rect\(\s*0"
    r"|(?<![\w-])color\s*:\s*transparent"
    r"|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)|transform\s*:\s*scale[xy]?\(\s*0\s*\)"
    r"|(?<![\w-])(?:width|height)\s*:\s*0(?:px)?\s*(?:[;}]|$)(?=[^{}]{0,300}overflow\s*:\s*hidden)"
    r"|overflow\s*:\s*hidden(?=[^{}]{0,300}(?<![\w-])(?:width|height)\s*:\s*0(?:px)?\s*(?:[;}]|$))"
    r"|(?<![\w-])color\s*:\s*((?!inherit|initial|unset|revert|current)[#\w]++)(?=[^{}]{0,300}background(?:-color)?\s*:\s*\1\b)"
    r"|background(?:-color)?\s*:\s*((?!inherit|initial|unset|revert|current)[#\w]++)(?=[^{}]{0,300}(?<![\w-])color\s*:\s*\2\b)",
    re.IGNORECASE,
)
"""Taken out of sight, shrunk to nothing, moved off the page, cut away, or painted in the colour of its own ground."""
TURNING = re.compile(r"unicode-bidi\s*:\s*(?:bidi|isolate)-override", re.IGNORECASE)
RTL = re.compile(r"direction\s*:\s*rtl", re.IGNORECASE)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SIMPLE = re.compile(r"^[\w-]*(?:[.#][\w-]+)+$")
"""A selector by class or id; what depends on state, place or media is not judged."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
MAX_CSS, MAX_SELECTORS = 300_000, 200


def mark_hidden(tree: LexborHTMLParser) -> None:
    """Put `MARK` on every node that `hidden`, its style or a plain rule of the page's style sheet hides."""
    for node in tree.css("[hidden]"):
        node.attrs[MARK] = ""
    for node in tree.css("[style]"):
        if HIDING.search(node.attributes.get("style") or ""):
            node.attrs[MARK] = ""
    for selector in _hiding_selectors(tree):
        try:
            hidden = tree.css(selector)
        except SelectolaxError:
            continue
        for node in hidden:
            node.attrs[MARK] = ""


def turn_runs(tree: LexborHTMLParser) -> None:
    """Put the characters that turn a run of text round where `bdo` or a style does it."""
    for node in tree.css("bdo[dir=rtl], [style*=override]"):
        style = node.attributes.get("style") or ""
        if node.tag == "bdo" or (TURNING.search(style) and RTL.search(style)):
            node.insert_before("\u202e")
            node.insert_after("\u202c")


def _hiding_selectors(tree: LexborHTMLParser) -> Iterator[str]:
    css = "\n".join(node.text() for node in tree.css("style") if not node.attributes.get("media"))[:MAX_CSS]
    if not HIDING.search(css):
        return
    count = 0
    for selectors, declarations in RULE.findall(_outside_at_rules(COMMENT.sub("", css))):
        if not HIDING.search(declarations):
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
