"""API: what can be asked for as data, as a page and as an OpenAPI description."""

from __future__ import annotations

from importlib.metadata import version

from extractor.search import FILTERS
from extractor.web.asking import Ask, Data

ROUTE = r"/(?:api|openapi)"
TEMPLATE = "api.html"

PLACES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("/index.json", "What is in the database, and the findings that need a look", ()),
    ("/search.json", "Claims that fit, newest first, twenty at a time; /search.csv for spreadsheets",
     (("q", "words that the sentence holds; \"in quotation marks\" they belong together"),
      ("any", "1: a word of the catalogue finds its meaning in every language"),
      ("best", "1: best of the newest first"), ("from", "how many to skip"))),
    ("/fact/{id}.json", "A fact: claims side by side, what differs, findings with arithmetic, the same over time", ()),
    ("/fact/{id}.jsonld", "Its ClaimReview JSON-LD", ()),
    ("/claim/{id}.json", "A claim with its evidence, locator and citation; the beginning of an id will do", ()),
    ("/article/{id}.json", "An article in parts, its figures and its own arithmetic",
     (("at", "a claim: the part that holds it"), ("part", "which part"))),
    ("/findings.json", "Findings, those that need a look first",
     (("verdict", "conflict, explained ..."), ("check", "balance, share, currency ..."),
      ("failed", "1: only checks that did not pass"), ("from", "how many to skip"))),
    ("/finding/{id}.json", "One finding", ()),
    ("/runs.json", "Runs, and the difference of two",
     (("before", "a run"), ("after", "a later run"), ("issues", "a run whose issues to list"))),
    ("/sources.json", "Sources with policy, captures and layout issues", ()),
    ("/judge.json", "Judgements, newest first", (("target", "a claim's or fact's id"),)),
    ("/facts/{table}.json", "Rows of a table, as Datasette's JSON API gives them; filters like ?flow=import, "
     "?_search= on claims, ?_shape=objects", ()),
)  # fmt: skip


def data(ask: Ask) -> Data:
    """OpenAPI 3.1: every address that answers with JSON."""
    paths = {path: {"get": _operation(path, about, own)} for path, about, own in PLACES}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "extractor",
            "version": version("extractor"),
            "description": "Read-only. Numbers that matter are strings, exact; offsets are code points. "
            "What goes wrong answers with {ok: false, error, hint}.",
        },
        "paths": paths,
    }


def _operation(path: str, about: str, own: tuple[tuple[str, str], ...]) -> Data:
    filters = [(row.name, row.help) for row in FILTERS] if path == "/search.json" else []
    inside = [part.split("}")[0] for part in path.split("{")[1:]]
    parameters = [_parameter(name, "path", f"the {name}") for name in inside]
    parameters += [_parameter(name, "query", text) for name, text in (*own, *filters)]
    kind = "application/ld+json" if path.endswith(".jsonld") else "application/json"
    answers = {"200": {"description": about, "content": {kind: {"schema": {"type": ["object", "array"]}}}}}
    return {"summary": about, "parameters": parameters, "responses": answers}


def _parameter(name: str, place: str, about: str) -> Data:
    return {"name": name, "in": place, "required": place == "path", "description": about, "schema": {"type": "string"}}
