"""languages/README.md: its ten minutes work when followed to the letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor import languages
from extractor.extract import grammar, lexicon, read_figures, reading, tokenizer
from extractor.languages import Rule

README = (Path(languages.__file__).parent / "README.md").read_text("utf-8")
CACHES = (languages.codes, languages.pack, lexicon.built, grammar.grammar, tokenizer.token_pattern)


@pytest.fixture
def italian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The README's file as one more language."""
    (source,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (tmp_path / "it.py").write_text(source, "utf-8")
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    reading.forget()
    for cached in CACHES:
        cached.cache_clear()


def test_every_shared_file_is_in_the_table() -> None:
    shared = {
        path.name for path in Path(languages.__file__).parent.glob("*.py") if not re.match(r"..(?:_|\.)", path.name)
    }
    assert shared - {"__init__.py"} <= set(re.findall(r"`(\w+\.py)`", README))


def test_a_language_is_one_file(italian: None, extractor: Callable[..., Any]) -> None:
    assert "it" in languages.codes()
    text = "Le esportazioni sono salite del 5.9% a oltre 108.9 miliardi di yen, circa 3 per cento in più."
    rose, yen, more = read_figures(text, "it")
    assert (rose.value, rose.unit) == (read_figures("5.9%", "en")[0].value, "percent")
    assert (yen.value, yen.unit, yen.bound, yen.rule) == (108_900_000_000, "JPY", "over", "it.money")
    assert (more.unit, more.approximate) == ("percent", True)
    ran = extractor("explain", "--lang", "it", "Le esportazioni sono salite del 5.9%")
    assert ran.code == 0
    assert "rule it.percent" in ran.out


def test_its_rules_read_their_examples(italian: None) -> None:
    rules: tuple[Rule, ...] = tuple(languages.pack("it").rules)
    assert [[figure.rule for figure in read_figures(rule.example, "it")] for rule in rules] == [[r.name] for r in rules]
