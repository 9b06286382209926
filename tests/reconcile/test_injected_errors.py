"""How many injected misprints the article of 17 April betrays by its own numbers, and with a second article."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from extractor.domain import Claim, Finding
from extractor.reconcile import check_article, reconcile
from extractor.reconcile.identities import trials
from extractor.reconcile.reading import read
from extractor.reconcile.view import View

TRILLION = Decimal("1e12")
ALARMS = ("suspect_source_error", "conflict", "suspect_extraction", "conflict_if_same_basis")


def levels(claims: tuple[Claim, ...]) -> list[Claim]:
    """The 16 amounts that the article states as levels ("exceeded 100 trillion" is a bound)."""
    return [c for c in claims if c.kind == "money" and c.bound is None]


def written(claim: Claim) -> str:
    """The figure in trillions, digits as printed: 9.774, 0.544."""
    assert claim.value is not None
    return f"{claim.value / TRILLION:f}".rstrip("0")


def misprinted(claim: Claim, digits: str, factor: str = "1") -> Claim:
    """The claim as it would be read had these digits been printed."""
    value = Decimal(digits) * TRILLION * Decimal(factor)
    half = Decimal(1).scaleb(-len(digits.partition(".")[2])) * TRILLION * Decimal(factor) / 2
    return claim.model_copy(update={"value": value, "low": value - half, "high": value + half})


def single_digits(claim: Claim) -> Iterator[Claim]:
    text = written(claim)
    for i, old in enumerate(text):
        if old != ".":
            yield from (misprinted(claim, text[:i] + new + text[i + 1 :]) for new in "0123456789" if new != old)


def transpositions(claim: Claim) -> Iterator[Claim]:
    text = written(claim)
    for i in range(len(text) - 1):
        a, b = text[i], text[i + 1]
        if "." not in (a, b) and a != b:
            yield misprinted(claim, text[:i] + b + a + text[i + 2 :])


def alarms(claims: tuple[Claim, ...], *changed: Claim) -> list[Finding]:
    """What checking the article with changed figures complains about, when it is about them."""
    new = {claim.id: claim for claim in changed}
    found = check_article([new.get(claim.id, claim) for claim in claims])
    return [f for f in found if f.verdict in ALARMS and set(new) & set(f.claim_ids)]


def unfit(claims: tuple[Claim, ...], changed: Claim) -> bool:
    """Whether an identity with the changed figure fails: what `check_article` then diagnoses, which takes longer."""
    tried = trials(View(read(changed if claim.id == changed.id else claim for claim in claims)), "article")
    return any(not trial.passed for trial in tried if any(r.id == changed.id for r in trial.readings))


def test_there_are_sixteen_level_figures(april: tuple[Claim, ...]) -> None:
    assert len(levels(april)) == 16


def test_the_unchanged_article_raises_no_alarm(april: tuple[Claim, ...]) -> None:
    assert [f for f in check_article(april) if f.verdict in ALARMS or f.passed is False] == []


@pytest.mark.parametrize("factors", [("10", "0.1"), ("1000", "0.001")], ids=["x10", "x1000"])
def test_scale_slips_are_caught_and_the_right_figure_named(april: tuple[Claim, ...], factors: tuple[str, str]) -> None:
    cases = [(claim, misprinted(claim, written(claim), factor)) for claim in levels(april) for factor in factors]
    caught = [(claim, found) for claim, slip in cases if (found := alarms(april, slip))]
    assert len(cases) == 32
    assert len(caught) >= 30
    right = [
        claim
        for claim, found in caught
        if found[0].detail == "scale_slip" and found[0].claim_ids[0] == claim.id and meets(claim, found[0].suggestion)
    ]
    assert len(right) >= 0.9 * len(cases)


def meets(claim: Claim, value: Decimal | None) -> bool:
    """Whether a suggested value is the printed one, but for its last digit."""
    assert claim.value is not None
    return value is not None and abs(value - claim.value) <= 3 * (claim.high - claim.value)  # type: ignore[operator]


def test_single_wrong_digits_are_caught(april: tuple[Claim, ...]) -> None:
    cases = [slip for claim in levels(april) for slip in single_digits(claim)]
    assert len(cases) == 792
    assert sum(1 for slip in cases if unfit(april, slip)) >= 566


def test_adjacent_transpositions_are_caught(april: tuple[Claim, ...]) -> None:
    cases = [slip for claim in levels(april) for slip in transpositions(claim)]
    assert len(cases) == 50
    assert sum(1 for slip in cases if alarms(april, slip)) >= 39


def test_swapped_flows_are_caught(april: tuple[Claim, ...]) -> None:
    pairs = [
        (x, m)
        for x in levels(april)
        for m in levels(april)
        if (x.flow, m.flow) == ("export", "import") and (x.partner, x.period) == (m.partner, m.period)
    ]
    assert len(pairs) == 6
    caught = [found for x, m in pairs if (found := alarms(april, misprinted(x, written(m)), misprinted(m, written(x))))]
    assert len(caught) >= 4
    assert all(any(f.detail == "flow_swap" for f in found) for found in caught)


def test_with_a_second_article_nine_in_ten_single_digits_are_caught(april: tuple[Claim, ...]) -> None:
    second = [
        claim.model_copy(update={"id": f"second-{claim.id}", "article_id": "second", "source": "second"})
        for claim in levels(april)
    ]
    cases = [slip for claim in levels(april) for slip in single_digits(claim)]
    twin = {claim.id.removeprefix("second-"): claim for claim in second}
    caught = [slip for slip in cases if any(f.verdict in ALARMS for f in reconcile([slip, twin[slip.id]], {}).findings)]
    assert len(caught) >= 0.9 * len(cases)
