"""Companies in a text: which names are meant as such, and the short name of one that the text introduces in full."""

from __future__ import annotations

import re
from functools import cache

from extractor.catalogue import Catalogue, companies_by_name, load
from extractor.languages import Item, Pack, everywhere

WORD = 40
"""How far behind an ambiguous name its company's word is looked for."""
LATIN = re.compile(r"[A-Z][a-z&A-Z]*")


def meant(items: list[Item], text: str, words: Pack, catalogue: Catalogue) -> list[Item]:
    """The items without names of companies that are something else here: Target, the target; 日産, a day's output.

    An ambiguous name counts where it stands beside a company's word, once, or the text has another name of the company.
    """
    named = [item for item in items if item.cls == "COMPANY"]
    if not named:
        return items
    rows, cues = catalogue.companies, words.cues.companies
    sure = {item.value for item in named if item.text not in rows[item.value].ambiguous}
    sure |= {item.value for item in named if cues.after.match(text, item.end, item.end + WORD)}
    dropped = {i.start for i in named if i.value not in sure}
    dropped |= {i.start for i in named if cues.otherwise.match(text, i.end)}
    kept = [_otherwise(i, words) if i.start in dropped else i for i in items] if dropped else items
    return _with_shares(_with_stock([item for item in kept if item is not None], text, words), text, words)


def _otherwise(item: Item, words: Pack) -> Item | None:
    """What a name stands for that is no company's here: the target, a gap; None when it is no word of ours."""
    if item.cls != "COMPANY":
        return item
    for cls, table in words.cues.terms.items():
        if item.text.lower() in table:
            return item._replace(cls=cls, value=table[item.text.lower()])
    places = _places(words.code)
    first = next((n for n in range(len(item.text), 1, -1) if item.text[:n] in places), None)
    if first is None or (words.joins_words and item.text[first : first + 1] != " "):
        return None
    return item._replace(cls="PLACE", end=item.start + first, text=item.text[:first], value=places[item.text[:first]])


@cache
def _places(lang: str) -> dict[str, str]:
    """The names of places, and what they stand for: of 中国银行业, 中国 is left."""
    return {name: row.code for row in load().places.values() for name in row.names.get(lang, ())}


def _with_stock(items: list[Item], text: str, words: Pack) -> list[Item]:
    """The items, with the share prices that stand beside companies' names: shares of Sony, トヨタ株は."""
    found: list[Item] = []
    cues = words.cues.companies
    for n, item in enumerate(items):
        if item.cls == "COMPANY":
            counted = bool(found) and found[-1].cls in {"UNIT", "SHARE"}
            first = (found[-1].start if counted else found[-1].end) if found else 0
            before = cues.stock_before.search(text, max(first, item.start - BESIDE), item.start)
            after = cues.stock_after.match(text, item.end)
            last = items[n + 1].start if n + 1 < len(items) else len(text)
            if before is not None and counted and found[-1].start >= before.start():
                found.pop()
            if before is not None:
                found.append(_stock(text, before.start(), before.end()))
            found.append(item)
            if before is None and after is not None and after.end() <= last:
                found.append(_stock(text, after.start(), after.end()))
        else:
            found.append(item)
    return found


def _with_shares(items: list[Item], text: str, words: Pack) -> list[Item]:
    """The items, with shares of markets as what is measured in place of the words inside them."""
    for match in words.cues.companies.market_share.finditer(text):
        start, end = match.span()
        inside = Item("INDICATOR", start, end, match.group(), "market_share")
        items = [i for i in items if i.end <= start or i.start >= end] + [inside]
    return sorted(items, key=lambda item: item.start)


BESIDE = 16
"""How far before a company's name the words begin that mean its shares."""


def _stock(text: str, start: int, end: int) -> Item:
    return Item("INDICATOR", start, end, text[start:end], "share_price")


def called(name: str, end: int, text: str, words: Pack) -> str:
    """The name that claims carry: the catalogue's, a shorter one that the text itself uses, or the name as it stands.

    Acme Widgets Co. (AWC) is AWC when the text goes on to call it so; so is Acme Widgets Co. without brackets where AWC
    stands elsewhere, or Acme Widgets where that does.
    """
    known = companies_by_name()
    cues = words.cues.companies
    bare = cues.form.sub("", name).strip()
    if name in known or bare in known:
        return known.get(name) or known[bare]
    short = cues.short.match(text, end)
    if short is not None and text.count(short["short"]) > 1:
        return short["short"]
    for other in (_initials(name), _initials(bare)):
        if len(other) > 2 and re.search(rf"(?<![A-Za-z]){other}(?![A-Za-z])", text):
            return other
    more = everywhere("legal_form").pattern
    alone = re.findall(rf"{re.escape(bare)}(?!\s?(?:{more}))", text) if bare != name and len(bare) > 1 else []
    return bare if len(alone) > text.count(name) else name


def _initials(name: str) -> str:
    """The first letters of a name's words."""
    return "".join(word[0] for word in LATIN.findall(name))
