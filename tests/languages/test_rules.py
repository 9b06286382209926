"""Every rule of every language reads its own example, so that the table can be read as a list of what is understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from extractor.extract.grammar import Grammar
from extractor.extract.lexicon import lexicon
from extractor.languages import Context, Item, Rule, codes, pack

RULES = [pytest.param(lang, rule, id=rule.name) for lang in codes() for rule in pack(lang).rules]


def _deciding(lang: str, text: str) -> list[str]:
    """The rules that settle something in a text, be it that nothing is there."""
    decided: list[str] = []

    def watched(rule: Rule) -> Rule:
        def read(items: Sequence[Item], context: Context) -> Any:
            made = rule.read(items, context)
            if made is not None:
                decided.append(rule.name)
            return made

        return rule._replace(read=read)

    words = pack(lang)
    nlp, terms = lexicon(lang)
    Grammar(replace(words, rules=[watched(rule) for rule in words.rules])).read(text, terms.items(nlp.make_doc(text)))
    return decided


@pytest.mark.parametrize(("lang", "rule"), RULES)
def test_a_rule_reads_its_example(lang: str, rule: Rule) -> None:
    assert rule.name in _deciding(lang, rule.example)


@pytest.mark.parametrize("lang", codes())
def test_rule_names_are_unique(lang: str) -> None:
    names = [rule.name for rule in pack(lang).rules]
    assert len(names) == len(set(names))
