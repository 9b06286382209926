"""Differences that are no contradictions, each with its numbers; and the contradictions that are."""

from __future__ import annotations

import pytest
from reconcile_support import about, article, make_claim

from extractor.domain import Basis, Claim, Link
from extractor.reconcile import Reconciliation, check_article, reconcile

FY24, CY24 = "2024-04-01/2025-03-31", "2024-01-01/2024-12-31"


def one(result: Reconciliation, *ids: str) -> tuple[str, str]:
    """Verdict and explanation of the one finding that is about exactly these claims."""
    found = [f for f in result.findings if set(f.claim_ids) == set(ids)]
    assert len(found) == 1, [(f.claim_ids, f.verdict) for f in result.findings]
    return found[0].verdict, found[0].explanation


def jetro_growth(value: str, direction: str, flow: str) -> Claim:
    return make_claim(
        value, article="jetro", id=f"jetro-{flow}", kind="percent", change_basis="yoy", direction=direction, flow=flow,
        attribution="JETRO", period=CY24,
        basis=Basis(compiler="JETRO", partner_rule="double_import", currency_method="USD"),
    )  # fmt: skip


def test_f01_imports_fell_in_dollars_and_rose_in_yen(gold: tuple[Claim, ...]) -> None:
    result = reconcile([*gold, jetro_growth("3.9", "down", "import")], {})
    found = about(result.findings, "currency+fiscal_year", "jetro-import", "002-39")
    assert found.verdict == "explained"
    assert found.basis == ("currency", "period")
    assert "+7.1% / 1.061 = +0.9% in dollars" in found.explanation
    assert "-3.9% x 1.077 = +3.5% in yen" in found.explanation
    assert found.explained is not None
    assert 0 < found.explained < 1
    assert found.residual is not None


def test_f01_two_falling_years_and_a_rise_are_both_right(gold: tuple[Claim, ...]) -> None:
    found = about(reconcile(gold, {}).findings, "currency+period", "002-39")
    assert found.verdict == "explained"
    assert any(claim.startswith("000-") for claim in found.claim_ids)
    assert "+7.1% / 1.061 = +0.9% in dollars" in found.explanation


def test_f02_exports_hit_a_record_in_yen_and_fell_in_dollars(gold: tuple[Claim, ...]) -> None:
    result = reconcile([*gold, jetro_growth("2.7", "down", "export")], {})
    found = about(result.findings, "currency+double_import+fiscal_year", "jetro-export", "002-37")
    assert found.basis == ("currency", "compiler", "period")
    assert "+3.4% / 1.061 = -2.5% in dollars" in found.explanation


def test_f11_one_paper_cuts_digits_off_and_the_others_round(april: tuple[Claim, ...]) -> None:
    jiji = make_claim(
        "5.2217", "1e12", article="jiji", id="jiji", indicator="goods_trade_balance", flow="balance", partner="WLD",
        balance_sign=-1, period=FY24, compiler="JP_MOF", attribution="Ministry of Finance (Japan)",
    )  # fmt: skip
    found = about(reconcile([*april, jiji], {}).findings, "agreement", "002-04", "jiji")
    assert found.verdict == "agree_truncation"
    assert "One origin" in found.explanation
    assert "cut off" in found.arithmetic[1]
    fact = next(f for f in reconcile([*april, jiji], {}).facts if "jiji" in f.claim_ids)
    assert (fact.mentions, fact.outlets, fact.origins, fact.confirmed) == (2, 2, 1, False)


def test_f12_growth_is_stated_against_the_revised_year_before(april: tuple[Claim, ...]) -> None:
    flash = make_claim(
        "5.89", "1e12", article="xinhua", id="flash", indicator="goods_trade_balance", flow="balance", partner="WLD",
        balance_sign=-1, period="2023-04-01/2024-03-31", compiler="JP_MOF", vintage="flash", published_at="2024-04-17",
    )  # fmt: skip
    found = about(reconcile([*april, flash], {}).findings, "previous", "flash", "002-04", "002-06")
    assert (found.verdict, found.detail) == ("revised", "base_revised")
    assert "6.143" in found.explanation
    assert "-11.3" in found.explanation


def test_f19_a_figure_for_one_partner_is_not_the_worlds(april: tuple[Claim, ...]) -> None:
    world = make_claim(
        "36.1", article="yomiuri", id="world", kind="percent", change_basis="yoy", direction="up", flow="import",
        partner="WLD", commodity="computers", period=FY24, compiler="JP_MOF",
    )  # fmt: skip
    found = about(reconcile([*april, world], {}).findings, "scope", "002-32", "world")
    assert (found.verdict, found.detail) == ("suspect_source_error", "scope_loss")
    assert "+190% against +36.1%" in found.arithmetic[0]


def test_f20_by_two_point_nine_times_has_two_readings(april: tuple[Claim, ...]) -> None:
    found = about(check_article(april), "multiple", "002-32")
    assert (found.verdict, found.detail) == ("unverifiable", "ambiguous")
    assert "+190%" in found.explanation
    assert "+290%" in found.explanation


def test_f26_the_copy_lost_the_qualifier() -> None:
    text = "Exports of at least seven categories of rare earths used in magnets for car motors and speakers are curbed."
    copy = "China curbs seven categories of rare earths used in magnets for car motors and speakers."
    claims = [
        make_claim("7", article=name, id=name, kind="count", unit="category", indicator="export_control_list_size",
                   flow=None, partner=None, reporter="CHN", period=None, bound=bound)
        for name, bound in (("reuters", "at_least"), ("copy", None))
    ]  # fmt: skip
    texts = {"reuters": article("reuters", text), "copy": article("copy", copy)}
    found = about(reconcile(claims, texts).findings, "qualifier", "copy", "reuters")
    assert (found.verdict, found.detail, found.claim_ids[0]) == ("suspect_source_error", "qualifier_lost", "copy")
    unrelated = {"reuters": texts["reuters"], "copy": article("copy", "Seven categories are listed elsewhere.")}
    assert not [f for f in reconcile(claims, unrelated).findings if f.check == "qualifier"]


def test_f29_december_is_of_the_size_of_the_mean_month(gold: tuple[Claim, ...]) -> None:
    jetro = make_claim(
        "156.45525", "1e9", article="jetro", id="jetro", unit="USD", period=CY24, attribution="JETRO",
        basis=Basis(compiler="JETRO", partner_rule="double_import"),
    )  # fmt: skip
    found = about(reconcile([*gold, jetro], {}).findings, "month_mean", "004-05", "004-23", "jetro")
    assert found.passed
    assert "= 1.19" in found.arithmetic[0]


@pytest.mark.parametrize(("stated", "slip"), [("10.6642", False), ("1.06642", True)])
def test_the_jetro_slip_is_named_and_only_the_slip(stated: str, slip: bool) -> None:
    """Exports 1,564億5,525万, imports 1,671億1,943万, a deficit of 10億6,642万 or of 106億6,418万 dollars."""
    quotes = {"export": "1,564億5,525万ドル", "import": "1,671億1,943万ドル"}
    levels = [
        make_claim(value, "1e9", start=n, flow=flow, unit="USD", quote=quotes[flow], attribution="JETRO")
        for n, (flow, value) in enumerate({"export": "156.45525", "import": "167.11943"}.items())
    ]
    deficit = make_claim(
        stated if slip else "10.66418", "1e9", start=5, id="deficit", flow="balance", indicator="goods_trade_balance",
        balance_sign=-1, unit="USD", quote="10億6,642万ドル" if slip else "106億6,418万ドル", attribution="JETRO",
    )  # fmt: skip
    found = about(check_article([*levels, deficit]), "balance", "deficit")
    if slip:
        assert (found.verdict, found.detail) == ("suspect_source_error", "scale_slip")
        assert found.claim_ids[0] == "deficit"
        assert found.suggestion == 10_664_180_000
        assert "106億6,418万ドル" in found.explanation
        assert "follows from the other figures" in found.explanation
    else:
        assert (found.verdict, found.passed) == ("derivable", True)


@pytest.mark.parametrize("published", ["2024-02-21", None])
def test_an_outlets_own_conversion_is_no_second_source(published: str | None) -> None:
    yen = make_claim("7.33", "1e12", id="yen", partner="WLD", period="2024-01-01/2024-01-31", published_at=published)
    dollars = make_claim(
        "48.87", "1e9", start=8, id="dollars", unit="USD", partner="WLD", period="2024-01-01/2024-01-31",
        published_at=published, links=(Link(kind="conversion", claim_id="yen"),),
    )  # fmt: skip
    result = reconcile([yen, dollars], {})
    found = about(result.findings, "conversion", "yen", "dollars")
    assert (found.verdict, found.detail) == ("explained", "publication_day")
    assert "149.99" in found.explanation
    assert "no second source" in found.explanation
    fact = next(f for f in result.facts if "yen" in f.claim_ids)
    assert (fact.mentions, fact.origins, fact.confirmed) == (2, 1, False)
    assert fact.unit == "JPY"
    if published:
        assert "ECB rate of 2024-02-21: 149.99" in found.explanation


def test_mirror_flows_share_a_fact_and_are_explained() -> None:
    japan = make_claim("124.6", "1e9", article="mof", id="mof", unit="USD", compiler="JP_MOF")
    china = make_claim(
        "132.1", "1e9", article="gacc", id="gacc", unit="USD", compiler="CN_GACC",
        flow="import", reporter="CHN", partner="JPN",
    )  # fmt: skip
    result = reconcile([japan, china], {})
    assert one(result, "mof", "gacc")[0] == "explained"
    assert len(result.facts) == 1
    assert (result.facts[0].origins, result.facts[0].confirmed) == (2, True)
    far = china.model_copy(update={"value": japan.value * 2, "low": japan.low * 2, "high": japan.high * 2})  # type: ignore[operator]
    verdict, told = one(reconcile([japan, far], {}), "mof", "gacc")
    assert verdict == "conflict"
    assert "unexplained" in told


def test_flash_and_final_figures_are_revised() -> None:
    flash = make_claim("108.93", "1e12", article="a", id="flash", partner="WLD", compiler="JP_MOF", vintage="flash")
    final = make_claim("109.21", "1e12", article="b", id="final", partner="WLD", compiler="JP_MOF", vintage="final")
    assert one(reconcile([flash, final], {}), "flash", "final")[0] == "revised"


def test_the_same_basis_and_other_numbers_contradict() -> None:
    a = make_claim("18.8917", "1e12", article="a", id="x", compiler="JP_MOF")
    b = make_claim("19.4432", "1e12", article="b", id="y", compiler="JP_MOF")
    result = reconcile([a, b], {})
    assert one(result, "x", "y")[0] == "conflict"
    assert result.facts[0].value is None


def test_an_unknown_basis_is_named() -> None:
    a = make_claim("18.8917", "1e12", article="a", id="x", compiler="JP_MOF")
    b = make_claim("19.4432", "1e12", article="b", id="y")
    verdict, told = one(reconcile([a, b], {}), "x", "y")
    assert verdict == "conflict_if_same_basis"
    assert "compiler" in told


def test_one_digit_off_between_two_articles_is_a_slip() -> None:
    a = make_claim("18.8917", "1e12", article="a", id="x", compiler="JP_MOF")
    b = make_claim("18.3917", "1e12", article="b", id="y", compiler="JP_MOF")
    found = about(reconcile([a, b], {}).findings, "slip", "x", "y")
    assert (found.verdict, found.detail) == ("suspect_source_error", "digit")


def test_a_month_that_fell_and_a_year_to_date_that_rose_are_both_right() -> None:
    growth = {"kind": "percent", "change_basis": "yoy", "compiler": "JP_MOF"}
    month = make_claim("8.9", article="a", id="may", direction="down", period="2025-05-01/2025-05-31", **growth)
    total = make_claim("1.2", article="b", id="ytd", direction="up", period="2025-01-01/2025-05-31", **growth)
    verdict, told = one(reconcile([month, total], {}), "may", "ytd")
    assert verdict == "explained"
    assert "May 2025 alone" in told


def test_value_and_volume_may_go_apart() -> None:
    shared = {"kind": "percent", "change_basis": "yoy", "commodity": "crude_oil", "flow": "import", "partner": "WLD"}
    volume = make_claim("2.0", article="a", id="volume", indicator="trade_volume", direction="down", **shared)
    value = make_claim("4.5", article="b", id="value", direction="up", **shared)
    verdict, told = one(reconcile([volume, value], {}), "volume", "value")
    assert verdict == "explained"
    assert "prices +6.6%" in told


def test_an_article_with_several_figures_does_not_unsettle_those_that_agree() -> None:
    figures = [("a", "18.8917"), ("a", "25.9392"), ("b", "18.8917"), ("c", "18.9")]
    claims = [
        make_claim(value, "1e12", article=name, start=n, id=f"{name}{n}", compiler="JP_MOF")
        for n, (name, value) in enumerate(figures)
    ]
    fact = reconcile(claims, {}).facts[0]
    assert fact.verdict == "agree_rounding"
    assert fact.value == claims[0].value
    alone = reconcile(claims[:2], {}).facts[0]
    assert (alone.verdict, alone.value) == ("not_comparable", None)
