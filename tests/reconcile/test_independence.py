"""Mentions, outlets and origins, counted apart."""

from __future__ import annotations

from reconcile_support import article, make_claim

from extractor.domain import Article, Claim, Fact
from extractor.reconcile import reconcile
from extractor.reconcile.copies import containment, rare_numbers, translates

REPORT = (
    "Shipments of machine parts to the neighbour rose by a fifth in the spring as makers rebuilt their stocks, "
    "the trade office said in its quarterly review of the region's industry."
)


def fact(claims: list[Claim], articles: dict[str, Article] | None = None) -> Fact:
    facts = reconcile(claims, articles or {}).facts
    assert len(facts) == 1
    return facts[0]


def counts(found: Fact) -> tuple[int, int, int]:
    return found.mentions, found.outlets, found.origins


def test_two_outlets_that_credit_one_agency_are_one_origin() -> None:
    a = make_claim("18.9", "1e12", article="a", compiler="JP_MOF")
    b = make_claim("18.9", "1e12", article="b", compiler="JP_MOF")
    found = fact([a, b])
    assert counts(found) == (2, 2, 1)
    assert (found.verdict, found.confirmed) == ("agree_exact", False)


def test_two_customs_offices_are_two_origins() -> None:
    a = make_claim("18.9", "1e12", article="a", compiler="JP_MOF")
    b = make_claim("19.8", "1e12", article="b", compiler="CN_GACC", flow="import", reporter="CHN", partner="JPN")
    assert fact([a, b]).confirmed


def test_a_shared_rare_number_is_shared_data() -> None:
    a = make_claim("18.8917", "1e12", article="a")
    b = make_claim("18.8917", "1e12", article="b")
    assert counts(fact([a, b])) == (2, 2, 1)
    rough = fact([make_claim("19", "1e12", article=name) for name in "ab"])
    assert counts(rough) == (2, 2, 2)
    assert not rough.confirmed, "two outlets that name no source may have the same one"


def test_an_outlet_that_credits_another_adds_no_origin() -> None:
    nikkei = make_claim("19", "1e12", article="a", source="nikkei", compiler="JP_MOF")
    relayed = make_claim("19", "1e12", article="b", source="herald", attribution="Nikkei")
    assert counts(fact([nikkei, relayed])) == (2, 2, 1)


def test_a_syndicated_text_adds_no_origin_beside_its_wire() -> None:
    own, carried, other = (make_claim("19", "1e12", article=name, source=name) for name in ("xinhua", "herald", "post"))
    texts = {
        "xinhua": article("xinhua", "Exports came to 19 trillion yen over the twelve months."),
        "herald": article("herald", "The neighbour took goods worth 19 trillion yen. (Xinhua)", credit="Xinhua"),
        "post": article("post", "去年全年出口额约为十九万亿日元。", credit="新华社"),
    }
    assert counts(fact([own, carried, other], texts)) == (3, 3, 1)
    assert counts(fact([carried, other], texts)) == (2, 2, 1), "the wire's own text need not be there"
    plain = {name: found.model_copy(update={"credit": None}) for name, found in texts.items()}
    assert counts(fact([own, carried, other], plain)) == (3, 3, 3)


def test_a_syndicated_text_that_names_its_offices_keeps_them_apart() -> None:
    words = {"a": "Tokyo put its sales at 18.9 trillion yen.", "b": "Beijing counted purchases of 19.8 trillion."}
    texts = {name: article(name, text, credit="Xinhua") for name, text in words.items()}
    a = make_claim("18.9", "1e12", article="a", compiler="JP_MOF")
    b = make_claim("19.8", "1e12", article="b", compiler="CN_GACC", flow="import", reporter="CHN", partner="JPN")
    assert fact([a, b], texts).origins == 2


def test_a_copied_text_adds_no_origin() -> None:
    a, b = (make_claim("19", "1e12", article=name) for name in "ab")
    copied = {"a": article("a", REPORT), "b": article("b", "An aside. " + REPORT)}
    apart = {
        "a": article("a", REPORT),
        "b": article("b", "Nothing of the kind was printed here, in other words at all."),
    }
    assert counts(fact([a, b], copied)) == (2, 2, 1)
    assert counts(fact([a, b], apart)) == (2, 2, 2)


def test_a_translation_is_known_by_its_rare_numbers() -> None:
    english = "Exports were 108.9345 trillion yen, imports 114.1562, to China 18.8917, from China 25.9392."
    japanese = "輸出は108兆9345億円、輸入は114兆1562億円。中国向けは18兆8917億円、中国からは25兆9392億円。"
    assert rare_numbers(english) == rare_numbers(japanese)
    assert translates(english, japanese)
    assert not translates(english, "輸出は99兆1234億円だった。2024年の統計による。")


def test_text_by_a_language_model_adds_no_origin() -> None:
    a = make_claim("19", "1e12", article="a")
    made = make_claim("19", "1e12", article="b", status="ai_generated")
    assert counts(fact([a, made])) == (2, 2, 1)
    assert counts(fact([made])) == (1, 1, 0)


def test_a_report_on_the_double_import_basis_goes_back_to_the_customs_office() -> None:
    customs = make_claim(
        "156.4", "1e9", article="a", unit="USD", compiler="CN_GACC", flow="import", reporter="CHN", partner="JPN"
    )
    basis = {"compiler": "JETRO", "partner_rule": "double_import"}
    report = make_claim("156.4", "1e9", article="b", unit="USD", basis=basis)
    assert fact([customs, report]).origins == 1


def test_containment_is_of_the_smaller_text() -> None:
    assert containment(REPORT, REPORT + " And more words after it that the first one lacks.") == 1.0
    assert containment(REPORT, "") == 0.0
