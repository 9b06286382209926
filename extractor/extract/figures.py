"""Text to figures: terms, rules, bounds beside them, intervals from their digits, periods from the date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from spacy.tokens import Doc

from extractor.domain import Figure, Part
from extractor.domain.seen import damaged
from extractor.domain.vocabulary import Bound, PeriodKind
from extractor.extract.currencies import settler
from extractor.extract.grammar import Read, grammar
from extractor.extract.lexicon import lexicon
from extractor.extract.periods import partial, resolve
from extractor.extract.tokenizer import tokens
from extractor.extract.units import settled
from extractor.languages import Item, Number, everywhere, pack
from extractor.languages.base import Modifier, Reading

CONVERSION_GAP = 24
UNMODIFIED, APPROXIMATE = Modifier(None), Modifier(None, approximate=True)
MOST_DIGITS = Decimal(10) ** 20
DECIMALS = re.compile(r"\d[.．点]\d")


def figures_of(doc: Doc, lang: str, published: date | None = None) -> list[Figure]:
    """The figures of a Doc made by this language's tokenizer."""
    _, words = lexicon(lang)
    items = words.items(doc)
    return list(figures_from(tokens(doc).text, items, lang, published))


def figures_from(
    text: str,
    items: Sequence[Item],
    lang: str,
    published: date | None,
    within: tuple[int, int] | None = None,
    *,
    explained: bool = True,
) -> Iterator[Figure]:
    """The figures of a text whose items are known (the claim stage shares them), or of a stretch `within` it.

    `explained`: with the parts that they were read from. Nothing asks a claim's figure for them, and they are a third
    of what it costs.
    """
    make = Maker(text, items, published, settler(lambda: items), explained=explained)
    joins_words = pack(lang).joins_words
    for read in grammar(lang).read(text, items, within):
        if not inside_word(text, read, joins_words):
            yield make.figure(read)


class Maker:
    """Makes figures of the readings of one text, in order."""

    def __init__(
        self,
        text: str,
        items: Sequence[Item],
        published: date | None,
        currency: Callable[[Reading], Reading],
        *,
        explained: bool = True,
    ) -> None:
        self._text = text
        self._modifiers = _modifiers(items)
        self._published = published
        self._currency = currency
        self._explained = explained
        self._previous: tuple[Read, str | None, int] | None = None

    def figure(self, read: Read, offset: int = 0) -> Figure:
        """The figure of a reading; `offset` is what its places are further on in the text that it is told of."""
        reading = settled(self._currency(read.reading))
        first = self._previous
        converted = None
        if reading.kind == "money":
            if first is not None and first[1] != reading.unit and _converts(self._text, first[0], read):
                converted = first[0].start + first[2]
            self._previous = (read, reading.unit, offset)
        else:
            self._previous = None
        beside = _beside(self._text, read, self._modifiers)
        parts = _parts((*read.items, *beside), offset) if self._explained else ()
        return _figure(self._text, read, reading, beside, self._published, (offset, converted), parts)


def _figure(
    text: str,
    read: Read,
    reading: Reading,
    beside: Sequence[Item],
    published: date | None,
    place: tuple[int, int | None],
    parts: tuple[Part, ...],
) -> Figure:
    offset, converted = place
    modifier = _modifier(read.reading, beside)
    bound, approximate = modifier.bound, modifier.approximate
    if reading.kind == "period" and not approximate:
        bound = None  # "under 2023's figure": the bound is of a later figure
    if approximate and reading.number is not None and not DECIMALS.search(text, read.start, read.end):
        reading = replace(reading, number=_round(reading.number))
    value, low, high = _interval(reading, bound)
    period, kind, evidence = _period(reading, published)
    return Figure.trusted(
        {
            "kind": reading.kind,
            "start": read.start + offset,
            "end": read.end + offset,
            "quote": text[read.start : read.end],
            "rule": read.rule,
            "value": value,
            "low": low,
            "high": high,
            "unit": reading.unit,
            "approximate": approximate,
            "bound": bound,
            "direction": reading.direction or modifier.direction,
            "timex": reading.timex,
            "period": period,
            "period_kind": kind,
            "conversion_of": converted,
            "note": reading.note,
            "evidence": evidence,
            "parts": parts,
        }
    )


def _round(number: Number) -> Number:
    """An approximate whole number's zeros are no stated digits: roughly 1,100 is given to the hundred."""
    value, ulp = number
    if ulp is None or not 0 < abs(value) < ulp * MOST_DIGITS:
        return number
    while value % (ulp * 10) == 0:
        ulp *= 10
    return Number(value, ulp)


def _interval(reading: Reading, bound: Bound | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Value, low and high: half a unit of the last digit to either side, opened by over, at least ..."""
    if reading.number is None:
        return None, reading.low, reading.high
    value, ulp = reading.number
    half = Decimal(0) if ulp is None else ulp / 2
    low: Decimal | None = value - half
    high: Decimal | None = value + half
    if reading.low is not None or reading.high is not None:
        return value, reading.low, reading.high
    if bound in {"at_least", "over"}:
        low, high = value, None
    elif bound in {"at_most", "under"}:
        low, high = None, value
    return value, low, high


def _period(reading: Reading, published: date | None) -> tuple[str | None, PeriodKind | None, str | None]:
    if reading.timex is None or reading.kind != "period":
        return None, None, None
    resolved = resolve(reading.timex, published)
    if resolved.period is None:
        return partial(reading.timex), "unresolved", None
    return str(resolved.period), resolved.period.kind, resolved.evidence


def _modifiers(items: Sequence[Item]) -> dict[int, Item]:
    """Bound words by the offset where a figure must end (negative: where one must start)."""
    return {
        (-item.end - 1 if item.cls == "LBOUND" else item.start): item
        for item in items
        if item.cls in {"LBOUND", "RBOUND"}
    }


def _beside(text: str, read: Read, modifiers: dict[int, Item]) -> tuple[Item, ...]:
    """The bound words just before and after a figure, white space aside."""
    start, end = read.start, read.end
    while start and text[start - 1] in " \u00a0\u3000":
        start -= 1
    while end < len(text) and text[end] in " \u00a0\u3000":
        end += 1
    before, after = modifiers.get(-start - 1), modifiers.get(end)
    if before is None and after is None:
        return ()
    return tuple(item for item in (before, after) if item is not None)


def _modifier(reading: Reading, beside: Sequence[Item]) -> Modifier:
    """What the words beside a figure say of it; the reading's own bound comes first."""
    if not beside and reading.bound is None:
        return APPROXIMATE if reading.approximate else UNMODIFIED
    found: list[Modifier] = [item.value for item in beside]
    return Modifier(
        reading.bound or next((m.bound for m in sorted(found, key=_vague) if m.bound), None),
        reading.approximate or any(m.approximate for m in found),
        next((m.direction for m in found if m.direction), None),
    )


def _vague(modifier: Modifier) -> bool:
    """Whether a bound only says about: "about 500 or more" is at least 500."""
    return modifier.bound == "about"


def inside_word(text: str, read: Read, joins_words: bool) -> bool:
    """A numeral that runs into letters that no rule read is an identifier; that, or half a number, is no figure."""
    if damaged(text, read.start, read.end):
        return True
    if not joins_words or read.reading.kind == "period":
        return False
    before = text[read.start - 1] if read.start else " "
    after = text[read.end] if read.end < len(text) else " "
    return (before.isalnum() and text[read.start].isalnum()) or (after.isalpha() and text[read.end - 1].isalnum())


def _converts(text: str, first: Read, second: Read) -> bool:
    """An amount in brackets right after an amount in another currency is its conversion."""
    near = second.start - first.end < CONVERSION_GAP
    return near and everywhere("conversion").fullmatch(text, first.end, second.start) is not None


def _parts(items: Sequence[Item], offset: int) -> tuple[Part, ...]:
    """The items as parts; a composed numeral, then what it was made of."""
    pieces = [piece for item in items for piece in (item, *item.parts)]
    return tuple(
        [
            Part.trusted({"name": cls.lower(), "start": start + offset, "end": end + offset, "value": _shown(value)})
            for cls, start, end, _, value, _ in pieces
        ]
    )


def _shown(value: object) -> str:
    if isinstance(value, Number):
        return str(value.value)
    if isinstance(value, Modifier):
        return value.bound or ""
    return "" if value is None else str(value)
