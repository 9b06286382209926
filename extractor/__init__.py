"""Figures in news and reports, read by rules, reconciled between sources.

    import extractor

    nlp = extractor.load("en")                      # a spaCy pipeline
    doc = nlp("Exports rose 5.9% to 108.9 trillion yen.")
    claims = doc._.claims
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load"]


def load(lang: str) -> Language:
    """A spaCy pipeline for a language (en, ja, zh) whose `doc._.claims` are the claims of a text.

    Raises:
        UnknownTerm: there is no file for the language.
    """
    from extractor.extract.component import load as build  # spaCy is slow to import: only when asked for

    return build(lang)
