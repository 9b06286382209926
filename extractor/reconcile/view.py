"""A View: the readings of one group, found by what they say. What every identity looks through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import Reading

Scope = Literal["article", "across"]


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
        """One reading of every slot that has these fields and a period: the best, once per footing."""
        for slot, readings in self._by_slot.items():
            if slot.period is not None and all(getattr(slot, name) in _either(value) for name, value in wanted.items()):
                yield from _one_per_footing(readings, self.scope)

    def near(self, head: Reading, **changed: Any) -> Reading | None:
        """The reading that differs from `head` in these fields only, on a footing that can be compared.

        None when there is none, or when the group states several that exclude each other.
        """
        slot = _with(slot_of(head), changed)
        found = [r for r in self._by_slot.get(slot, ()) if comparable(head, r)]
        if not found:
            return None
        best = min(found, key=precision)
        return (
            best if all(meets(best.rounded, other.rounded) or meets(best.cut, other.cut) for other in found) else None
        )

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
    seen: set[tuple[str | None, ...]] = set()
    for reading in sorted(readings, key=precision):
        outlet = reading.claim.article_id if scope == "article" or reading.basis["compiler"] is None else None
        footing = (reading.currency, reading.basis["compiler"], reading.basis["vintage"], outlet)
        if footing not in seen:
            seen.add(footing)
            yield reading
