"""The slips that a printed figure can suffer, and what it may have been before: one function for each way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from extractor.reconcile.intervals import meets
from extractor.reconcile.reading import Reading

Slip = Literal["scale_slip", "flow_swap", "wrong_year", "repeated", "transposition", "digit"]

ORDER: tuple[Slip, ...] = ("scale_slip", "flow_swap", "wrong_year", "repeated", "transposition", "digit")

POWERS = (1, 2, 3, 4, 6, 8)

SPELLED: tuple[Slip, ...] = ("scale_slip", "transposition", "digit")
"""Slips that two figures alone can show."""

WORDS: dict[str, str] = {
    "scale_slip": "its scale is off by a power of ten",
    "flow_swap": "exports and imports stand in each other's place",
    "wrong_year": "it is the figure of another year",
    "repeated": "it repeats the figure of another row",
    "transposition": "two neighbouring digits are exchanged",
    "digit": "one digit is wrong",
}


def spoilt(slip: Slip, suspect: Reading) -> Iterator[tuple[Decimal, Decimal]]:
    """Every value that one such slip could have spoilt, with the factor that its interval's width takes."""
    value = suspect.claim.value
    if value is None or not value:
        return
    if slip == "scale_slip":
        for power in (*POWERS, *(-power for power in POWERS)):
            yield value.scaleb(power), Decimal(1).scaleb(power)
        return
    sign, digits, exponent = value.as_tuple()
    if isinstance(exponent, int):
        shown = len("".join(map(str, digits)).rstrip("0")) or 1
        changed = _exchanged(digits, shown) if slip == "transposition" else _one_changed(digits, shown)
        yield from ((Decimal((sign, new, exponent)), Decimal(1)) for new in changed)


def _exchanged(digits: tuple[int, ...], shown: int) -> Iterator[tuple[int, ...]]:
    for i in range(shown - 1):
        if digits[i] != digits[i + 1]:
            yield (*digits[:i], digits[i + 1], digits[i], *digits[i + 2 :])


def _one_changed(digits: tuple[int, ...], shown: int) -> Iterator[tuple[int, ...]]:
    for i in range(shown):
        yield from ((*digits[:i], new, *digits[i + 1 :]) for new in range(10) if new != digits[i])


def restated(reading: Reading, value: Decimal, width: Decimal = Decimal(1)) -> Reading:
    """The same claim with another value; its interval moves with it and widens by the factor."""
    claim = reading.claim
    low, high = claim.low, claim.high
    if low is not None and high is not None and claim.value is not None:
        low, high = value + (low - claim.value) * width, value + (high - claim.value) * width
    return replace(reading, claim=claim.model_copy(update={"value": value, "low": low, "high": high}))


def slip_between(a: Reading, b: Reading) -> Slip | None:
    """Which single slip turns one printed value into the other, when each could be the other's misprint."""
    if a.claim.bound or b.claim.bound or a.claim.approximate or b.claim.approximate:
        return None
    for one, other in ((a, b), (b, a)):
        for slip in SPELLED:
            fixed = (restated(one, value, width) for value, width in spoilt(slip, one))
            if (
                len(one.digits) > 1
                and _precise(other, slip)
                and any(meets(reading.rounded, other.rounded) for reading in fixed)
            ):
                return slip
    return None


def _precise(reading: Reading, slip: Slip) -> bool:
    """A slip is only credible where enough digits agree."""
    return len(reading.digits) >= (3 if slip == "scale_slip" else 4)
