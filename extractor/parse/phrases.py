"""What a page says of itself (AI disclosure, paywall, editor line ...), read from phrases.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from extractor.domain.errors import CatalogueError

TABLE = Path(__file__).with_name("phrases.toml")


@cache
def phrases(meaning: str) -> tuple[re.Pattern[str], ...]:
    """The compiled rows of one table.

    Raises:
        CatalogueError: the file or a row of it is malformed.
    """
    try:
        rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))[meaning]
        return tuple(re.compile(row, re.IGNORECASE | re.MULTILINE) for row in rows)
    except (tomllib.TOMLDecodeError, KeyError, re.error) as error:
        raise CatalogueError(f"{TABLE.name}: {meaning}: {error}", "Mend the row") from error


@cache
def _any(meaning: str) -> re.Pattern[str]:
    """All rows as one pattern: a page asks a dozen tables about every block."""
    joined = "|".join(f"(?:{row.pattern})" for row in phrases(meaning))
    return re.compile(joined, re.IGNORECASE | re.MULTILINE)


def says(text: str, meaning: str) -> bool:
    """Whether any row of the table (one without named groups) is found in the text."""
    return _any(meaning).search(text) is not None


def first(text: str, meaning: str) -> re.Match[str] | None:
    """The first row of the table that is found, with its named groups. Case counts here."""
    hits = (re.compile(row.pattern).search(text) for row in phrases(meaning))
    return next((hit for hit in hits if hit), None)


def marks_of(text: str) -> tuple[str, ...]:
    """What the text says that limits it: ai_generated, paywalled, truncated."""
    found = [mark for mark in ("ai_generated", "paywalled", "truncated") if says(text, mark)]
    return tuple(found)
