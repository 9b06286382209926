"""Companies in a text: which names are meant as such, and the short name of one that the text introduces in full."""

from __future__ import annotations

import re

from extractor.catalogue import Catalogue, companies_by_name
from extractor.languages import Item, Pack

WORD = 40
"""How far behind an ambiguous name its company's word is looked for."""
LATIN = re.compile(r"[A-Z][a-z&A-Z]*")


def meant(items: list[Item], text: str, words: Pack, catalogue: Catalogue) -> list[Item]:
    """The items without names of companies that are something else here: Target, the target; 日産, a day's output.

    An ambiguous name counts beside a company's word, or where the text has another name of the company.
    """
    named = [item for item in items if item.cls == "COMPANY"]
    if not named:
        return items
    rows, cues = catalogue.companies, words.cues.companies
    sure = {item.value for item in named if item.text not in rows[item.value].ambiguous}
    unsure = (i for i in named if i.text in rows[i.value].ambiguous and i.value not in sure)
    dropped = {i.start for i in unsure if not cues.after.match(text, i.end, i.end + WORD)}
    dropped |= {i.start for i in named if cues.otherwise.match(text, i.end)}
    return [item for item in items if item.start not in dropped] if dropped else items


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
    return bare if bare and bare != name and text.count(bare) > text.count(name) else name


def _initials(name: str) -> str:
    """The first letters of a name's words."""
    return "".join(word[0] for word in LATIN.findall(name))
