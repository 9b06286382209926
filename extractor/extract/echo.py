"""A headline's figure that the text states again: what the headline leaves open, the text settles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.catalogue import Catalogue
from extractor.domain import Claim, Evidence
from extractor.domain.vocabulary import How

ENDS = ".。!！?？"
MATTERS = ("flow", "reporter", "partner", "commodity", "entity", "period")
FILLED = (*MATTERS, "indicator", "attribution")
VALUE = ("kind", "value", "low", "high", "unit")
NARROWER = {
    "goods_trade_value": {"trade_volume"},
    "goods_trade_balance": {"goods_services_balance", "services_trade_balance"},
    "company_sales": {"vehicle_sales", "semiconductor_sales"},
}
"""What a headline's broad word may turn out to be, besides what the catalogue's rows say."""
ROUNDED = frozenset({"percent", "money", "count", "quantity"})
MOVED = frozenset({"percent", "points", "multiple", "streak", "money"})
LONGEST = 300
"""A first line that is longer, in characters, is no headline."""
LEAD = 400
"""How far into the text a headline's rounded figure is looked for."""
REASON = "the same figure in the text"


def echoed(claims: Sequence[Claim], headline_end: int, text: str, catalogue: Catalogue) -> list[Claim]:
    """The claims, those of the headline completed from the text's own statement of the same figure.

    A headline says less than the text ("Core prices up 3.7%", 34.9％減益). What it does state must agree.
    """
    head = text[:headline_end].rstrip()
    if not head or len(head) > LONGEST or head[-1] in ENDS or headline_end >= len(text):
        return list(claims)
    body = [c for c in claims if c.start >= headline_end and c.kind != "period"]
    mine = [c.start < headline_end and c.kind != "period" for c in claims]
    found = [_settled(c, body, catalogue) if own else c for c, own in zip(claims, mine, strict=True)]
    settled = [new for new, old in zip(found, claims, strict=True) if new is not old]
    credited = {(c.attribution, c.status) for c in settled}
    if len(credited) != 1 or settled[0].attribution is None or settled[0].status == "anticipated":
        return found
    return [_credited(c, settled[0]) if own else c for c, own in zip(found, mine, strict=True)]


def _credited(claim: Claim, other: Claim) -> Claim:
    """A headline's further figure of the same indicator or flow, credited as those that the text states again."""
    if claim.attribution is not None or claim.status != "asserted" or claim.reporter not in {other.reporter, None}:
        return claim
    evidence = (*claim.evidence, _evidence("attribution", other))
    how = {**claim.basis.how, "attribution": "inferred"}
    return claim.changed({
        "attribution": other.attribution, "status": other.status, "evidence": evidence,
        "basis": claim.basis.changed({"how": how}),
    })  # fmt: skip


def _settled(claim: Claim, body: Sequence[Claim], catalogue: Catalogue) -> Claim:
    names = (*VALUE, "quote") if claim.kind == "rank" else VALUE
    same = [c for c in body if all(getattr(c, name) == getattr(claim, name) for name in names)]
    how = {e.slot: e.how for e in claim.evidence}
    if not same and claim.kind in ROUNDED:
        same = [c for c in body if c.kind == claim.kind and c.unit == claim.unit and _rounds(claim, c)]
    fit = [c for c in same if _agrees(claim, c, how, catalogue)]
    if not fit:
        return claim
    return _with(claim, max(fit, key=lambda c: sum(getattr(c, n) == getattr(claim, n) for n in MATTERS)), how)


def _rounds(claim: Claim, other: Claim) -> bool:
    """Whether a headline's figure is the text's, rounded: 37% for 36.9%."""
    if claim.low is None or claim.high is None or other.value is None:
        return False
    cut = claim.value is not None and claim.value <= other.value < claim.value + claim.high - claim.low
    return (cut or claim.low <= other.value <= claim.high) and other.start - claim.end <= LEAD


def _agrees(claim: Claim, other: Claim, how: Mapping[str, How], catalogue: Catalogue) -> bool:
    """Whether a figure of the text can be the headline's: what both state agrees, the indicator at most narrower."""
    for name in MATTERS:
        mine, its = getattr(claim, name), getattr(other, name)
        if mine is not None and its is not None and mine != its and how.get(name) == "stated":
            return False
    if claim.direction != "none" and other.direction != "none" and claim.direction != other.direction:
        return False
    if claim.indicator is None or other.indicator in {claim.indicator, None}:
        return True
    row = catalogue.indicators[claim.indicator]
    return other.indicator in row.qualified.values() or other.indicator in NARROWER.get(claim.indicator, ())


def _with(claim: Claim, other: Claim, how: Mapping[str, How]) -> Claim:
    """The claim with the other's slots where it states none itself."""
    taken: dict[str, object] = {}
    for name in FILLED:
        mine, its = getattr(claim, name), getattr(other, name)
        open_ = mine is None or how.get(name) != "stated" or name == "indicator"
        if its is not None and its != mine and open_ and not (name == "attribution" and mine is not None):
            taken[name] = its
    if not taken and claim.status == other.status and claim.change_basis == other.change_basis:
        return claim
    evidence = [e for e in claim.evidence if e.slot not in taken]
    evidence += [_evidence(name, other) for name in taken]
    if "period" in taken:
        taken["period_kind"] = other.period_kind
    if claim.direction == "none" and claim.kind in MOVED:
        taken["direction"] = other.direction
    customary = how.get("change_basis") == "inferred" and other.change_basis != "none"
    if claim.change_basis == "none" or customary or "indicator" in taken:
        taken["change_basis"] = other.change_basis
    if claim.balance_sign is None:
        taken["balance_sign"] = other.balance_sign
    if claim.status in {"asserted", "attributed"} and (
        claim.attribution or other.attribution == taken.get("attribution")
    ):
        taken["status"] = other.status
    basis = other.basis.changed(
        {"how": {**other.basis.how, **dict.fromkeys((name for name in FILLED if name in taken), "inferred")}}
    )
    return claim.changed({**taken, "evidence": tuple(evidence), "basis": basis})


def _evidence(name: str, other: Claim) -> Evidence:
    return Evidence.trusted({"slot": name, "how": "inferred", "reason": REASON, "start": other.start, "end": other.end})
