"""Figures in news and reports, read by rules, reconciled between sources.

The claims of a text:

>>> import extractor
>>> for claim in extractor.extract("Exports rose 5.9% to 108.9 trillion yen."):
...     print(claim.quote, claim.value, claim.unit, claim.flow)
5.9% 5.9 percent export
108.9 trillion yen 108900000000000 JPY export

A spaCy pipeline whose documents carry them:

>>> doc = extractor.load("ja")("輸出は2.7％減の1,564億ドルだった。")
>>> [(claim.quote, claim.direction) for claim in doc._.claims]
[('2.7％', 'down'), ('1,564億ドル', 'down')]

What a home holds, made by `extractor ingest` or `extractor crawl`:

>>> with extractor.open(home) as opened:
...     for claim in opened.search("exports", partner="China", kind="percent"):
...         print(claim.quote, claim.period, claim.attribution)
3.4 percent 2024-04-01/2025-03-31 Ministry of Finance (Japan)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from spacy.language import Language

    from extractor.domain import Claim
    from extractor.runs.opened import Home

    def extract(text: str, lang: str | None = None, published: date | str | None = None) -> list[Claim]:
        """The claims of a text: see `extractor.extract.api.claims_of`, which the package `extract` calls."""


__all__ = ["extract", "load", "open"]


def load(lang: str) -> Language:
    """A spaCy pipeline for a language (en, ja, zh) whose `doc._.claims` are the claims of a text.

    Raises:
        UnknownTerm: there is no file for the language.
    """
    from extractor.extract.component import load as build  # spaCy is slow to import: only when asked for

    return build(lang)


def open(home: Path | str) -> Home:
    """A home for reading: its claims, facts and findings.

    Raises:
        UnreadableInput: there is no database in the folder.
        StoreError: the database cannot be opened.
    """
    from extractor.runs.opened import Home

    return Home(home)


def __getattr__(name: str) -> object:
    """`extractor.extract` is loaded when it is first asked for; the package itself can be called."""
    if name == "extract":
        from importlib import import_module

        return import_module("extractor.extract")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
