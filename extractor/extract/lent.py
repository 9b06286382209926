"""What a figure takes from the others of its sentence: a currency (exports of $24.9 billion, imports of 20.1 billion),
or, for a currency that was worth so much of another, an exchange rate (the dollar averaged 144.39 yen)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extractor.catalogue import Catalogue
from extractor.domain import Figure
from extractor.extract.sentences import Sentence
from extractor.languages import Item, Pack

SUBJECTS = frozenset({"INDICATOR", "FLOW"})
MOST = 100_000
"""No rate of exchange is higher."""


def lent(
    figures: Sequence[Figure],
    items: Sequence[Item],
    sentences: Sequence[Sentence],
    text: str,
    pack: Pack,
    catalogue: Catalogue,
) -> list[Figure]:
    """The figures, with what their sentences lend them."""
    found: list[Figure] = []
    for here, near in _by_sentence(figures, items, sentences):
        found += _rates([_paid(f, here, near, text, pack, catalogue) for f in here], near, text, pack)
    return found


def _by_sentence(
    figures: Sequence[Figure], items: Sequence[Item], sentences: Sequence[Sentence]
) -> Iterator[tuple[list[Figure], list[Item]]]:
    """The figures of each sentence that has any, with its terms."""
    starts = [s.start for s in sentences]
    grouped: dict[int, list[Figure]] = {}
    for figure in figures:
        grouped.setdefault(bisect_right(starts, figure.start) - 1, []).append(figure)
    places = [item.start for item in items]
    for n, here in grouped.items():
        first, last = (sentences[n].start, sentences[n].end) if n >= 0 else (0, 0)
        yield here, list(items[bisect_right(places, first - 1) : bisect_right(places, last - 1)])


def _paid(
    figure: Figure, here: Sequence[Figure], near: Sequence[Item], text: str, pack: Pack, catalogue: Catalogue
) -> Figure:
    """A bare number of millions or more in a sentence of amounts: of the currency of the last before, else the next."""
    if figure.kind != "count" or figure.unit is not None or not pack.cues.scaled.search(figure.quote):
        return figure
    if pack.cues.counted_of.match(text, figure.end):
        return figure
    amounts = [f for f in here if f.kind == "money" and f.unit is not None and f.conversion_of is None]
    subject = next((i for i in reversed(near) if i.cls in SUBJECTS and i.end <= figure.start), None)
    row = catalogue.indicators.get(str(subject.value)) if subject is not None and subject.cls == "INDICATOR" else None
    if not amounts or (row is not None and "money" not in row.kinds):
        return figure
    lender = next((f for f in reversed(amounts) if f.end <= figure.start), amounts[0])
    return figure.changed({"kind": "money", "unit": lender.unit, "note": "the currency of the amount beside it"})


def _rates(here: Sequence[Figure], near: Sequence[Item], text: str, pack: Pack) -> list[Figure]:
    """An amount of one currency that another was worth, and what it is compared with after that."""
    found: list[Figure] = []
    rate: Figure | None = None
    currencies = _free(near, here)
    ends = [item.end for item in currencies]
    for figure in here:
        n = bisect_right(ends, figure.start)
        base = currencies[n - 1] if n else None
        priced = (
            figure.kind == "money"
            and figure.value is not None
            and figure.value < MOST
            and not pack.cues.scaled.search(text[figure.start : figure.end])
        )
        if priced and base is not None and figure.unit and base.value != figure.unit and "|" not in str(base.value):
            led = pack.cues.quoted.fullmatch(text, base.end, figure.start)
            same = rate is not None and rate.unit == f"{figure.unit}/{base.value}"
            if led is not None or same:
                figure = rate = figure.changed({"kind": "rate", "unit": f"{figure.unit}/{base.value}"})
        if figure.kind == "rate":
            rate = figure
        elif rate is not None and _compared(figure, rate, text, pack):
            figure = figure.changed({"kind": "rate", "unit": rate.unit, "note": "compared with the rate before it"})
        found.append(figure)
    return found


def _compared(figure: Figure, rate: Figure, text: str, pack: Pack) -> bool:
    """Whether a bare number, or an amount, is a rate that another is compared with: 152.4 to the dollar, from 147.9."""
    bare = figure.kind == "count" and figure.unit is None
    paid = figure.kind == "money" and rate.unit is not None and rate.unit.startswith(f"{figure.unit}/")
    if not (bare or paid) or figure.value is None or figure.value >= MOST:
        return False
    led = pack.cues.base_lead.search(text, max(rate.end, figure.start - FROM), figure.start)
    return led is not None and not pack.cues.scaled.search(figure.quote)


FROM = 40
"""How far before a rate the words begin that it is compared with another by."""


def _free(items: Sequence[Item], figures: Sequence[Figure]) -> list[Item]:
    """The currencies that stand in no figure, in order of place."""
    ordered = sorted(figures, key=lambda f: f.start)
    starts = [f.start for f in ordered]
    found: list[Item] = []
    for item in items:
        n = bisect_right(starts, item.start)
        if item.cls == "CUR" and not (n and item.start < ordered[n - 1].end):
            found.append(item)
    return found
