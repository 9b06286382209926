"""Whatever the extractor may come up with, reconciling it does not fail, and says the same in any order."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.domain import Basis, Claim, Link
from extractor.domain.vocabulary import Bound, ChangeBasis, Direction, Flow, Kind, Status
from extractor.reconcile import check_article, reconcile


def maybe(*values: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(values)


NUMBERS = st.none() | st.decimals(min_value=-1000, max_value=10**13, places=2) | st.just(Decimal(0))
PERIODS = maybe(
    "2024-01-01/2024-12-31", "2023-01-01/2023-12-31", "2024-04-01/2025-03-31", "2024-02-01/2024-02-29",
    "2024-01-01/2024-05-31", "2022-09-01/2024-12-31", "XXXX-05", "2024-12-31/2024-01-01",
)  # fmt: skip


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    start = draw(st.integers(0, 400))
    article = draw(st.sampled_from(["a", "b", "c"]))
    kind = draw(st.sampled_from(get_args(Kind)))
    return Claim(
        id=f"{article}{start}{kind}", article_id=article, source=draw(maybe("a", "b")), lang="en", sentence="",
        published_at=draw(maybe("2025-04-17", "2024-02-21T18:00:00+09:00")), sentence_start=0, sentence_end=0,
        quote=draw(st.sampled_from(["1", "10億6,642万", "2.9 times", "over 100"])),
        start=start, end=start + 1, kind=kind,
        value=draw(NUMBERS), low=draw(NUMBERS), high=draw(NUMBERS),
        unit=draw(maybe("JPY", "USD", "XXX", "percent", "times", "year", "JPY/USD", "USD/bbl", "category", "/")),
        approximate=draw(st.booleans()), bound=draw(maybe(*get_args(Bound))),
        indicator=draw(maybe("goods_trade_value", "goods_trade_balance", "share_of_exports", "exchange_rate",
                             "trade_volume", "import_unit_price", "gdp", "no_such_indicator")),
        flow=draw(maybe(*get_args(Flow))), reporter=draw(maybe("JPN", "CHN", "Asia")),
        partner=draw(maybe("JPN", "CHN", "WLD", "EU", "nowhere")), commodity=draw(maybe("crude_oil", "no_such_good")),
        entity=draw(maybe("Acme")), period=draw(PERIODS), change_basis=draw(st.sampled_from(get_args(ChangeBasis))),
        direction=draw(st.sampled_from(get_args(Direction))), balance_sign=draw(maybe(1, -1)),
        attribution=draw(maybe("JETRO", "Nikkei", "somebody")), status=draw(st.sampled_from(get_args(Status))),
        basis=Basis(
            compiler=draw(maybe("JP_MOF", "JETRO", "NOBODY")), vintage=draw(maybe("flash", "final")),
            currency_method=draw(maybe("JPY", "publication_day")), how=draw(maybe({"partner": "inferred"})) or {},
        ),
        rule="any", links=draw(maybe((Link(kind="conversion", claim_id="a1money"),))) or (),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), max_size=12, unique_by=lambda claim: claim.id))
def test_no_claims_make_it_fail(found: list[Claim]) -> None:
    result = reconcile(found, {})
    assert result.model_dump_json() == reconcile(found[::-1], {}).model_dump_json()
    known = {claim.id for claim in found}
    assert all(set(item.claim_ids) <= known for item in (*result.facts, *result.findings))
    assert all(finding.explanation for finding in check_article(found))
