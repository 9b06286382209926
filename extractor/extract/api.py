"""`extractor.extract(text)`: the package, called."""

from __future__ import annotations

from datetime import date
from types import ModuleType

from extractor.domain import Article, Claim, content_id
from extractor.domain.errors import UnreadLanguage
from extractor.extract.disguise import extract_claims
from extractor.languages.detect import detect_language, unread_language


def claims_of(text: str, lang: str | None = None, published: date | str | None = None) -> list[Claim]:
    """The claims of a text, in order of place; `text[claim.start:claim.end] == claim.quote` for each.

    `lang` is en, ja or zh; it is detected when not given. `published` (a date, or ISO 8601) settles "last year"
    and its like.

    >>> [claim.period for claim in claims_of("Exports rose 5.9% last year.", published="2025-04-17")]
    ['2024-01-01/2024-12-31', '2024-01-01/2024-12-31']

    Raises:
        UnknownTerm: there is no file for the language.
        UnreadLanguage: none is given, and the text is in one that is not read.
    """
    if lang is None and (strange := unread_language(text)):
        raise UnreadLanguage(f"the text is in a language that is not read ({strange})", "If it is not, give its lang")
    article = Article(
        id=content_id(text), url=None, source=None, lang=lang or detect_language(text) or "en", title=None, text=text,
        published_at=published.isoformat() if isinstance(published, date) else published,
    )  # fmt: skip
    return extract_claims(article)


class CallablePackage(ModuleType):
    """A package that is also a function: `extractor.extract` reads a text, `extractor.extract.figures` is a module."""

    def __call__(self, text: str, lang: str | None = None, published: date | str | None = None) -> list[Claim]:
        """See `claims_of`."""
        return claims_of(text, lang, published)
