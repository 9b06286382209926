"""Judge: a person's decision on a claim or fact. Needs the token that `serve` prints; append-only, with undo."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any
from urllib.parse import urlsplit

from datasette import Response
from datasette.utils.asgi import Forbidden
from itsdangerous import BadSignature

from extractor.domain.errors import ExtractorError
from extractor.runs import judging
from extractor.runs.naming import heading
from extractor.web.asking import Ask, Data, error_page, show

ROUTE = r"/judge"
TEMPLATE = "judge.html"

COOKIE = "extractor_judge"
LATEST = 50


def data(ask: Ask) -> Data:
    """The words of a judgement, what is to be judged, and the judgements so far, newest first."""
    target = ask.args.get("target", "")
    subject = _subject(ask, target)
    standing = {row["id"]: bool(row["stale"]) for row in ask.db.execute("SELECT id, stale FROM standing_judgements")}
    where, values = ("WHERE target = ?", (target,)) if target else ("", ())
    sql = f"SELECT * FROM judgements {where} ORDER BY rowid DESC LIMIT {LATEST}"  # noqa: S608
    return {
        "target": target,
        "subject": subject,
        "verdicts": list(judging.READINGS if subject and subject["kind"] == "claim" else judging.WORDS),
        "judgements": [
            {**dict(row), "stands": row["id"] in standing, "stale": standing.get(row["id"], False)}
            for row in ask.db.execute(sql, values)
        ],
        "done": ask.args.get("done") or None,
    }


async def answer(request: Any, datasette: Any) -> Any:
    """The form, for whoever has the token; a judgement or an undo when it is sent."""
    if request.method == "POST":
        return await _take(request, datasette)
    if request.args.get("token"):
        return _let_in(datasette, request.args["token"], request.args.get("target") or "")
    return await show(_THIS, request, datasette, {"signed_in": _signed_in(request, datasette)})


async def _take(request: Any, datasette: Any) -> Any:
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Forbidden("A judgement is made on this page only")
    form = await request.post_vars()
    target = form.get("target", "").strip()
    if "token" in form:
        return _let_in(datasette, form["token"], target)
    if not _signed_in(request, datasette):
        return await error_page(datasette, request, 403, "Judging needs the token", "`extractor serve` prints it.")
    given = {name: form.get(name, "").strip() for name in ("verdict", "why", "by", "undo")}
    if not given["why"] or not given["by"] or not (given["undo"] or (target and given["verdict"])):
        hint = "Say what is judged, the verdict, why, and who decides."
        return await error_page(datasette, request, 400, "A judgement needs all four", hint)
    try:
        made = await asyncio.to_thread(_judge, datasette.home, target, given)
    except ExtractorError as error:
        return await error_page(datasette, request, 400, error.message, error.hint)
    return Response.redirect(f"/judge?target={made.target}&done={made.id}", status=303)


def _judge(home: Any, target: str, given: dict[str, str]) -> Any:
    if given["undo"]:
        return judging.undo(home, given["undo"], given["why"], given["by"])
    return judging.judge(home, target, given["verdict"], given["why"], given["by"])


def _let_in(datasette: Any, token: str, target: str) -> Response:
    """A signed cookie for whoever knows the token; the token itself leaves the address."""
    if not secrets.compare_digest(token.encode(), datasette.token.encode()):
        raise Forbidden("This is not the token that `extractor serve` printed")
    response = Response.redirect(f"/judge?target={target}" if target.isalnum() else "/judge", status=303)
    secure = urlsplit(datasette.urls.instance()).scheme == "https"
    response.set_cookie(
        COOKIE, datasette.sign(datasette.token, COOKIE), httponly=True, samesite="strict", secure=secure
    )
    return response


def _signed_in(request: Any, datasette: Any) -> bool:
    try:
        held = str(datasette.unsign(request.cookies.get(COOKIE, ""), COOKIE))
    except BadSignature:
        return False
    return secrets.compare_digest(held.encode(), datasette.token.encode())


def _subject(ask: Ask, target: str) -> Data | None:
    """What the target is, a claim's quote or a fact in words, and what it counts for now."""
    if not target:
        return None
    claim = ask.db.execute("SELECT id, quote, lang, source FROM current_claims WHERE id = ?", (target,)).fetchone()
    fact = ask.db.execute("SELECT * FROM current_facts WHERE id = ?", (target,)).fetchone()
    if claim is None and fact is None:
        return None
    kind = "claim" if claim is not None else "fact"
    facts, pending = judging.counted(ask.db, kind, target)
    counts = {"facts": [{"id": found, "verdict": verdict} for found, verdict in facts], "pending": pending}
    if claim is not None:
        return {"kind": kind, **dict(claim), **counts}
    told = {name: fact[name] for name in ("id", "verdict", "explanation")}
    return {"kind": kind, **told, "heading": heading(fact), **counts}


class _Form:
    """This page without its `answer`, for showing."""

    ROUTE = ROUTE
    TEMPLATE = TEMPLATE
    data = staticmethod(data)


_THIS = _Form()
