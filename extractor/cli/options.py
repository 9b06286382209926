"""Options that several commands share. The filter options are the rows of search/filters.py."""

from __future__ import annotations

import inspect
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.domain.errors import UnknownTerm, UnreadableInput
from extractor.search import FILTERS, Query
from extractor.store import open_database
from extractor.store.database import NAME
from extractor.store.faults import in_words

if TYPE_CHECKING:
    from extractor.sites import Site

DEFAULT_HOME = Path("extractor-data")

Home = Annotated[
    Path, typer.Option(envvar="EXTRACTOR_HOME", help="Where the captures and the database are.", metavar="DIR")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="A table for spreadsheets.")]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="A word of the catalogue finds its meaning in every language.")
]
Limit = Annotated[int, typer.Option(min=1, help="At most this many.")]
Published = Annotated[str | None, typer.Option(help="When it was published: 2025-04-17.", metavar="DATE")]
SourceHint = Annotated[str | None, typer.Option(help="The outlet, where the file does not say.", metavar="CODE")]
LangHint = Annotated[str | None, typer.Option(help="en, ja or zh; detected when not given.", metavar="TAG")]
Given = dict[str, str | None]
"""Filter name -> what the user wrote."""


def application() -> typer.Typer:
    """A command's parser: plain help, no completion options."""
    return typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


def with_filters(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command one option for each filter but those that it has itself; it gets them as its argument `given`."""
    signature = inspect.signature(command, eval_str=True)
    filters = [row for row in FILTERS if row.name not in signature.parameters]

    def filtered(**arguments: Any) -> int:
        given = {row.name: arguments.pop(row.name) for row in filters}
        return command(**arguments, given=given)

    own = [parameter for parameter in signature.parameters.values() if parameter.name != "given"]
    rows = [
        inspect.Parameter(
            row.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[str | None, typer.Option(help=row.help, metavar="TEXT")],
        )
        for row in filters
    ]
    ordered = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own] + rows
    filtered.__signature__ = signature.replace(parameters=ordered)  # type: ignore[attr-defined]
    filtered.__annotations__ = {parameter.name: parameter.annotation for parameter in ordered} | {"return": int}
    filtered.__name__, filtered.__doc__ = command.__name__, command.__doc__
    return filtered


@contextmanager
def reading(home: Path) -> Iterator[sqlite3.Connection]:
    """The database, for reading only."""
    with closing(open_database(home, read_only=True)) as db, in_words(home / NAME):
        yield db


def query_of(words: Sequence[str] | None, given: Given, *, any_language: bool = False) -> Query:
    """The query that a command line states."""
    terms = [(word,) for word in words or []]
    if not given.get("value"):
        return Query(terms, given, any_language=any_language)
    from extractor.runs.rates import convert

    return Query(terms, given, any_language=any_language, convert=convert)


def checked_date(text: str | None, option: str = "--published") -> str | None:
    """A date or time in ISO 8601, as given.

    Raises:
        UnreadableInput: it is none.
    """
    if text is None:
        return None
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise UnreadableInput(f"{option} {text}: not a date", "Write it as 2025-04-17") from error
    return text


def existing(path: Path) -> Path:
    """A file that can be read, as given.

    Raises:
        UnreadableInput: it is missing or a directory.
    """
    if not path.is_file():
        raise UnreadableInput(f"{path}: {'is a directory' if path.is_dir() else 'no such file'}", "Check the path")
    return path


def checked_lang(tag: str | None) -> str | None:
    """A language that has rules, as given.

    Raises:
        UnknownTerm: it has none.
    """
    from extractor.languages import codes

    if tag is not None and tag not in codes():
        raise UnknownTerm(f"--lang {tag}: no rules for it", f"Use one of: {', '.join(codes())}")
    return tag


def checked_sites(codes: Sequence[str] | None) -> list[Site]:
    """The sites of these codes; without any, all that may be crawled.

    Raises:
        UnknownTerm: a code that no site has.
    """
    from extractor.sites import registry

    known = registry()
    for code in codes or ():
        if code not in known:
            raise UnknownTerm(f"unknown source: {code}", f"Known: {', '.join(known)}")
    return [known[code] for code in codes] if codes else [site for site in known.values() if site.policy.crawl]
