"""A View: the readings of one group, found by what they say. What every identity looks through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import Reading

Scope = Literal["article", "across"]


EXCLUSIVE = 4
"""How many figures that exclude each other are tried for one slot."""


class Slot(NamedTuple):
    """What a reading says, field by field, from its own reporter's side."""

    measure: str
    stem: str | None
    flow: str | None
    reporter: str | None
    partner: str | None
    commodity: str | None
    entity: str | None
    period: str | None


def slot_of(reading: Reading) -> Slot:
    """The reading's slot."""
    c = reading.claim
    return Slot(
        reading.measure, reading.stem, c.flow, c.reporter, c.partner, c.commodity, c.entity, c.period
    )  # fmt: skip


class View:
    """Readings by slot. `scope` says whether they are one article's or many sources'."""

    def __init__(self, readings: Iterable[Reading], scope: Scope = "article") -> None:
        self.scope: Scope = scope
        weighing = [reading for reading in readings if reading.weighs]
        self.readings = [reading for reading in weighing if reading.claim.kind != "period"]
        self.dates = [reading for reading in weighing if reading.claim.kind == "period"]
        self._by_slot: dict[Slot, list[Reading]] = {}
        self._indexes: dict[tuple[str, ...], dict[Slot, list[Slot]]] = {}
        for reading in self.readings:
            self._by_slot.setdefault(slot_of(reading), []).append(reading)

    def heads(self, **wanted: Any) -> Iterator[Reading]:
        """Every slot's readings that have these fields and a period: once per footing, the most precise.

        Of readings that exclude each other each is a head; what fails with them is no finding (`ambiguous`).
        """
        for slot, readings in self._by_slot.items():
            if slot.period is not None and all(getattr(slot, name) in _either(value) for name, value in wanted.items()):
                yield from _one_per_footing(readings, self.scope)

    def ambiguous(self, reading: Reading) -> bool:
        """Whether the reading's own article says something else of the same thing, so that one was misread."""
        return any(
            r.claim.article_id == reading.claim.article_id
            and (r.claim.kind, r.currency, r.claim.bound) == (reading.claim.kind, reading.currency, reading.claim.bound)
            and not agree(r, reading)
            for r in self.same_slot(reading)
        )

    def near(self, head: Reading, **changed: Any) -> Reading | None:
        """The reading that differs from `head` in these fields only, on a footing that can be compared.

        None when there is none, or when the group states several that exclude each other.
        """
        slot = _with(slot_of(head), changed)
        found = [r for r in self._by_slot.get(slot, ()) if comparable(head, r)]
        if not found:
            return None
        best = min(found, key=precision)
        return best if all(agree(best, other) for other in found) else None

    def same_slot(self, reading: Reading) -> list[Reading]:
        """The other readings that say the same thing, whatever their footing."""
        return [r for r in self._by_slot.get(slot_of(reading), ()) if r.id != reading.id]

    def all_near(self, head: Reading, *free: str, **fixed: Any) -> list[Reading]:
        """The best comparable reading of every slot equal to the head's but for the `free` fields.

        `fixed` gives other fields the value that they must have.
        """
        wanted = _with(slot_of(head), {**fixed, **dict.fromkeys(free)})
        found = []
        for slot in self._index(free).get(wanted, ()):
            usable = [r for r in self._by_slot[slot] if comparable(head, r)]
            if usable:
                found.append(min(usable, key=precision))
        return found

    def _index(self, free: tuple[str, ...]) -> dict[Slot, list[Slot]]:
        if free not in self._indexes:
            index = self._indexes[free] = {}
            for slot in self._by_slot:
                index.setdefault(_with(slot, dict.fromkeys(free)), []).append(slot)
        return self._indexes[free]


def _with(slot: Slot, changed: Mapping[str, Any]) -> Slot:
    return slot._replace(**changed)


def _either(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def precision(reading: Reading) -> tuple[Decimal, str, int, str]:
    """Narrowest first, then in the order of articles and text."""
    return reading.precision


def agree(a: Reading, b: Reading) -> bool:
    """Whether the digits allow both to be one number."""
    return meets(a.rounded, b.rounded) or meets(a.cut, b.cut)


def comparable(a: Reading, b: Reading) -> bool:
    """Whether two readings may stand in one equation.

    Levels and growth rates need one currency. Across articles they also need one known
    compiler, and no two different vintages, valuations or partner rules.
    """
    if "share" not in (a.measure, b.measure) and a.currency != b.currency and None not in (a.currency, b.currency):
        return False
    if a.claim.article_id == b.claim.article_id:
        return True
    if a.basis["compiler"] is None or a.basis["compiler"] != b.basis["compiler"]:
        return False
    return all(
        a.basis[slot] == b.basis[slot] or None in (a.basis[slot], b.basis[slot])
        for slot in ("vintage", "valuation", "partner_rule", "concept", "adjustment")
    )


def _one_per_footing(readings: list[Reading], scope: Scope) -> Iterator[Reading]:
    """Across articles one outlet speaks for all that print one agency's figure: facts compare the outlets."""
    seen: dict[tuple[str | None, ...], list[Reading]] = {}
    for reading in sorted(readings, key=precision):
        outlet = reading.claim.article_id if scope == "article" or reading.basis["compiler"] is None else None
        footing = (reading.currency, reading.basis["compiler"], reading.basis["vintage"], outlet)
        known = seen.setdefault(footing, [])
        if not any(agree(reading, other) for other in known) and len(known) < EXCLUSIVE:
            known.append(reading)
            yield reading
