"""From a request to an answer: a page's data is made once, and shown as HTML, JSON or CSV."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

from datasette import Response
from datasette.utils import sqlite_timelimit

from extractor.domain.errors import ExtractorError, InputError, UnknownTerm

LONGEST_MS = 10_000
"""How long a page may read the database."""
Data = dict[str, Any]


@dataclass(frozen=True)
class Ask:
    """What a page is asked for.

    `parts` are the address's own (`id`), `args` what follows its question mark. `db` reads one snapshot.
    """

    db: sqlite3.Connection
    home: Path
    parts: Mapping[str, str]
    args: Mapping[str, str]

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 0 to `most` in the address, else the default."""
        text = self.args.get(name, "")
        return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 10 else default


class Page(Protocol):
    """A file of `pages/`: where it is, how it looks, and what it says.

    `data` returns what JSON can hold; the template shows exactly that. `csv` is optional: the same as a table.
    """

    ROUTE: str
    TEMPLATE: str

    def data(self, ask: Ask) -> Data: ...


def view(page: Page) -> Callable[..., Awaitable[Any]]:
    """The function that answers requests for a page."""
    own = getattr(page, "answer", None)
    if own is not None:
        return own  # type: ignore[no-any-return] # a page that also takes forms

    async def answer(request: Any, datasette: Any) -> Any:
        return await show(page, request, datasette)

    return answer


async def show(page: Page, request: Any, datasette: Any, more: Data | None = None) -> Any:
    """Make a page's data from one snapshot of the database, and show it in the format asked for."""
    try:
        data = await read(page, request, datasette)
    except ExtractorError as error:
        missing = isinstance(error, UnknownTerm) and bool(_parts(request))
        status = 404 if missing else 400 if isinstance(error, InputError) else 503
        return await error_page(datasette, request, status, error.message, error.hint)
    except sqlite3.OperationalError as error:
        hint = "Narrow the question with words or filters, or try again when the run has finished."
        return await error_page(datasette, request, 503, f"The database did not answer in time ({error})", hint)
    status = int(data.pop("status_code", 200))
    form = request.url_vars.get("format") or "html"
    writer = getattr(page, form, None)
    if form == "json":
        return Response.json(data, status=status)
    if writer is not None:
        return writer(data)
    if form != "html":
        return await error_page(datasette, request, 404, f"This page has no .{form} form", "Try .json")
    context = {"page": data, "here": request.path, **(more or {})}
    return Response.html(await datasette.render_template(page.TEMPLATE, context, request=request), status=status)


async def read(page: Page, request: Any, datasette: Any) -> Data:
    """A page's data."""
    args = {name: request.args.get(name) or "" for name in request.args}

    def work(db: sqlite3.Connection) -> Data:
        with snapshot(db):
            return page.data(Ask(db, datasette.home, _parts(request), args))

    found: Data = await datasette.get_database("facts").execute_fn(work)
    return found


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside is of one state, however long a run writes meanwhile, and takes a limited time."""
    db.execute("BEGIN")
    try:
        with sqlite_timelimit(db, LONGEST_MS):
            yield
    finally:
        db.execute("ROLLBACK")


async def error_page(datasette: Any, request: Any, status: int, message: str, hint: str | None) -> Any:
    """What went wrong, and what to do next, as HTML or JSON."""
    found = {"ok": False, "status": status, "error": message, "hint": hint}
    if request.path.endswith(".json"):
        return Response.json(found, status=status)
    body = await datasette.render_template("problem.html", {"page": found, "here": request.path}, request=request)
    return Response.html(body, status=status)


def _parts(request: Any) -> dict[str, str]:
    return {name: unquote(value) for name, value in request.url_vars.items() if value and name != "format"}
