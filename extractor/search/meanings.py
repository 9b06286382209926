"""A word of the catalogue, in any language, as a condition on claims: 輸入, imports and 进口 are one flow."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.domain.grams import fold
from extractor.search.filters import Condition, names_of


def meaning(word: str) -> Condition | None:
    """What a word stands for in the claims' slots, or where the sentence itself holds it; None for other words."""
    slots = list(_flows(word)) or list(_rows(word))
    if not slots:
        return None
    sql = " OR ".join([sql for sql, _ in slots] + ["holds(sentence, ?)"])
    values = tuple(code for sql, code in slots for _ in range(sql.count("?")))
    return Condition(f"({sql})", (*values, fold(word)), f"it is about {word}, in any language")


def _flows(word: str) -> Iterable[tuple[str, str]]:
    from extractor.domain.vocabulary import FLOWS
    from extractor.languages import codes, pack

    found = {
        str(flow).rstrip("+-")
        for lang in codes()
        for name, flow in pack(lang).cues.terms.get("FLOW", {}).items()
        if fold(name) == fold(word)
    }
    return [("flow = ?", flow) for flow in sorted(found) if flow in FLOWS]


def _rows(word: str) -> Iterable[tuple[str, str]]:
    from extractor.catalogue.load import load

    tables = (
        ("places", "reporter = ? OR partner = ?"),
        ("commodities", "commodity = ?"),
        ("indicators", "indicator = ?"),
        ("agencies", "compiler = ?"),
        ("companies", "entity = ?"),
    )
    for table, sql in tables:
        for code, row in getattr(load(), table).items():
            if fold(word) == fold(code) or fold(word) in {fold(name) for name in names_of(row)}:
                yield sql, code
