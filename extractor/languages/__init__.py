"""One file per language: numerals, words by class, rules, cues. A new file with a `PACK` is a new language."""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module

from extractor.domain.errors import UnknownTerm
from extractor.languages.base import Context, Item, Modifier, Number, Pack, Reading, Rule

__all__ = ["Context", "Item", "Modifier", "Number", "Pack", "Reading", "Rule", "codes", "everywhere", "pack"]


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a file here, sorted."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if len(m.name) == 2))


@cache
def pack(lang: str) -> Pack:
    """The pack of a language.

    Raises:
        UnknownTerm: there is no file for it.
    """
    if lang not in codes():
        raise UnknownTerm(f"no language {lang!r}", f"Known languages: {', '.join(codes())}")
    found = import_module(f"{__name__}.{lang}").PACK
    if not isinstance(found, Pack):
        raise UnknownTerm(f"languages/{lang}.py has no PACK", "Define PACK = Pack(...) in it")
    return found


@cache
def everywhere(cue: str) -> re.Pattern[str]:
    """What all languages together have for a cue, for words that cross into texts of other languages: names of firms,
    units of tables, amounts in brackets."""
    found = (getattr(pack(code).cues, cue).pattern for code in codes())
    return re.compile("|".join(f"(?:{one})" for one in found))
