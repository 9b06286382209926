"""The footing of a figure: compiler, valuation, vintage ... stated, or inferred by a named catalogue row."""

from __future__ import annotations

from extractor.domain import Basis
from extractor.domain.vocabulary import How
from extractor.extract.credit import Credit
from extractor.extract.events import Event, Line
from extractor.extract.frame import Frame, Slot, value

UNKNOWN: dict[str, str | None] = dict.fromkeys(name for name in Basis.model_fields if name != "how")
CUES = {
    "CURRENCY_BASIS": "currency_method",
    "ADJUST": "adjustment",
    "PARTNER_RULE": "partner_rule",
    "PRICE_BASIS": "price_basis",
}


def basis_of(line: Line, event: Event, slots: Frame, credit: Credit, concept: Slot | None = None) -> Basis:
    """The basis of one figure. `how` lists every slot, of claim or basis, that its sentence does not write."""
    found: dict[str, str] = {}
    how: dict[str, How] = {name: slot.how for name, slot in slots.items() if slot.how != "stated" and slot.value}
    for cls, name in CUES.items():
        for cue in line.of(cls):
            found[name] = cue.value
    if concept is not None and concept.value is not None:
        found["concept"] = concept.value
        if concept.how != "stated":
            how["concept"] = concept.how
    if credit.vintage is not None and credit.vintage.value is not None:
        found["vintage"] = credit.vintage.value
        if not line.sentence.start <= (credit.vintage.start or 0) < line.sentence.end:
            how["vintage"] = "inherited"
    agency = credit.agency
    if agency is not None:
        found["compiler"] = agency.code
        how["compiler"] = how.get("attribution", "inferred")
        valuation = agency.customs.get(f"{value(slots, 'flow')}_valuation")
        if valuation:
            found["valuation"] = valuation
            how["valuation"] = "inferred"
    return Basis.trusted({**UNKNOWN, **found, "how": how})
