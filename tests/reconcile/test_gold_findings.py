"""What an expert found in the seeds, and the reconciler must find from the annotated claims."""

from __future__ import annotations

from reconcile_support import about

from extractor.domain import Claim, Finding
from extractor.reconcile import reconcile


def found(gold: tuple[Claim, ...], check: str, *ids: str) -> Finding:
    return about(reconcile(gold, {}).findings, check, *ids)


def test_f10_all_four_balances_equal_exports_minus_imports(gold: tuple[Claim, ...]) -> None:
    world = found(gold, "balance", "002-04", "002-08", "002-16")
    assert (world.verdict, world.detail) == ("derivable", "last_digit")
    assert "108.9345 - 114.1562 = -5.2217" in world.arithmetic[0]
    assert "5.2216" in world.arithmetic[0]
    china = found(gold, "balance", "002-42", "002-38", "002-40")
    assert (china.detail, "18.8917 - 25.9392 = -7.0475" in china.arithmetic[0]) == ("last_digit", True)
    assert found(gold, "balance", "002-27", "002-22", "002-24").detail is None
    assert "9.8478 - 9.3037 = 0.5441" in found(gold, "balance", "002-50", "002-53", "002-55").arithmetic[0]


def test_f12_the_fall_of_the_deficit_follows_from_both_growth_rates(gold: tuple[Claim, ...]) -> None:
    f12 = found(gold, "balance_change", "002-06", "002-07", "002-15", "002-08", "002-16")
    assert f12.verdict == "derivable"
    assert "-16.68% to -13.91%" in f12.arithmetic[-1]


def test_f13_the_us_surplus_falls_as_both_growth_rates_say(gold: tuple[Claim, ...]) -> None:
    f13 = found(gold, "balance_change", "002-26", "002-21", "002-23", "002-27")
    assert f13.verdict == "derivable"
    assert "-1.39% to -1.05%" in f13.arithmetic[-1]


def test_f14_the_us_share_is_part_over_whole(gold: tuple[Claim, ...]) -> None:
    f14 = found(gold, "share", "002-28", "002-22", "002-08")
    assert f14.verdict == "derivable"
    assert "19.873%" in f14.arithmetic[0]


def test_f15_regions_stay_below_the_totals(gold: tuple[Claim, ...]) -> None:
    exports = found(gold, "parts", "002-22", "002-34", "002-45", "002-08")
    assert exports.passed
    assert "89.4735 <= 108.9345" in exports.arithmetic[0]
    imports = found(gold, "parts", "002-24", "002-36", "002-47", "002-16")
    assert "80.1236 <= 114.1562" in imports.arithmetic[0]
    assert found(gold, "parts", "002-38", "002-34").passed
    assert found(gold, "parts", "002-40", "002-36").passed


def test_f16_the_average_rate_says_that_2024_is_the_fiscal_year(gold: tuple[Claim, ...]) -> None:
    f16 = found(gold, "period", "002-02", "002-03", "002-13", "002-49")
    assert f16.passed
    assert "152.49" in f16.arithmetic[0]
    assert "+0.07%" in f16.arithmetic[0]
    assert "150.99" in f16.arithmetic[1]


def test_f17_the_depreciation_implies_the_rate_of_the_year_before(gold: tuple[Claim, ...]) -> None:
    f17 = found(gold, "exchange_rate", "002-13", "002-14")
    assert f17.passed
    assert "143.75 to 143.9" in f17.arithmetic[0]
    assert "143.93 (14 days' lag)" in f17.arithmetic[1]


def test_f27_highest_in_three_years_follows_from_highest_since_september_2022(gold: tuple[Claim, ...]) -> None:
    f27 = found(gold, "rank_window", "004-02", "004-07")
    assert f27.passed
    assert "39 months >= 36" in f27.arithmetic[0]


def test_f33_seven_mentions_by_a_language_model_add_no_origin(gold: tuple[Claim, ...]) -> None:
    ids = ("000-01", "000-03", "000-07", "000-08", "000-09", "000-11", "000-14")
    f33 = found(gold, "independence", *ids)
    assert (f33.verdict, f33.detail) == ("unverifiable", "ai_generated")
    assert "distinct origins added: 0" in f33.arithmetic
    fact = next(fact for fact in reconcile(gold, {}).facts if fact.id in f33.fact_ids)
    assert (fact.mentions, fact.origins, fact.confirmed) == (7, 0, False)


def test_no_false_alarm_among_the_seeds(gold: tuple[Claim, ...]) -> None:
    bad = {"conflict", "conflict_if_same_basis", "suspect_source_error", "suspect_extraction"}
    assert [f.explanation for f in reconcile(gold, {}).findings if f.verdict in bad or f.passed is False] == []
