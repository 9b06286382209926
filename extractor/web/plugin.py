"""What we hook into Datasette. Other Datasettes of the same process are left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from datasette import Response, hookimpl

from extractor.domain.grams import grams
from extractor.web import headers, pages, sentences, words
from extractor.web.asking import error_page, view

DATASETTES = r"facts(?:[/.]|$)|static/|-/static|favicon\.ico$"
"""What Datasette answers itself: its table pages and their files, and our style sheet."""
Routes = list[tuple[str, Callable[..., Awaitable[Any]]]]


@hookimpl  # type: ignore[untyped-decorator] # pluggy is untyped
def register_routes(datasette: Any) -> Routes:
    """Our pages; of Datasette's own only those of tables."""
    if not _ours(datasette):
        return []
    found = [(rf"{page.ROUTE}(?:\.(?P<format>json|csv|jsonld))?$", view(page)) for page in pages.registry()]
    return [*found, (rf"/(?!{DATASETTES}).*", _not_here)]


@hookimpl(trylast=True)  # type: ignore[untyped-decorator] # pluggy is untyped
def prepare_connection(conn: sqlite3.Connection, datasette: Any) -> None:
    """Search by our own tokens: last, so that Datasette's `escape_fts` does not take its place again."""
    if _ours(datasette):
        conn.create_function("escape_fts", 1, fts_query, deterministic=True)


@hookimpl  # type: ignore[untyped-decorator] # pluggy is untyped
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Send the security headers with every answer."""
    return partial(headers.wrap, hosts=datasette.hosts) if _ours(datasette) else lambda app: app


@hookimpl  # type: ignore[untyped-decorator] # pluggy is untyped
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """The words that templates print values with."""
    if _ours(datasette):
        env.filters.update(words.FILTERS | sentences.FILTERS)
        env.globals["style"] = datasette.style
        env.trim_blocks = env.lstrip_blocks = True


@hookimpl  # type: ignore[untyped-decorator] # pluggy is untyped
def forbidden(datasette: Any, request: Any, message: str) -> Any:
    """What may not be seen is told as every other problem."""
    return error_page(datasette, request, 403, message, None) if _ours(datasette) else None


@hookimpl  # type: ignore[untyped-decorator] # pluggy is untyped
def handle_exception(datasette: Any, request: Any, exception: BaseException) -> Any:
    """What broke is told in our words first; Datasette prints the traceback where the server runs."""
    if not _ours(datasette):
        return None
    status = getattr(exception, "status", 500)
    if status != 500:
        return error_page(datasette, request, status, str(exception), None)
    hint = "The terminal where the server runs says what; the other pages still work."
    return error_page(datasette, request, 500, "Something broke in the program", hint)


def fts_query(text: str) -> str:
    """A search as the sentences' index knows it: pairs of characters, words of Latin letters by their beginning.

    >>> fts_query("輸入額 import")
    '"輸入" AND "入額" AND "額" * AND "import" *'
    """
    tokens = grams(text).split()
    if not tokens:
        return '""'  # matches nothing
    return " AND ".join(f'"{token}"' if len(token) == 2 and not token.isascii() else f'"{token}" *' for token in tokens)


def _ours(datasette: Any) -> bool:
    return hasattr(datasette, "home")


async def _not_here(request: Any, datasette: Any) -> Any:
    path: str = request.path
    if path.endswith("/") and not path.startswith("//"):
        return Response.redirect(path.rstrip("/"), status=301)
    return await error_page(datasette, request, 404, "There is no such page", "Start at the home page, or search.")
