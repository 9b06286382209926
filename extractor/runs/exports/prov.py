"""W3C PROV as PROV-JSON: claims derived from articles, articles from captures, by which run, whose words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.runs.exports.records import Record

PREFIXES = {"ex": "urn:extractor:", "prov": "http://www.w3.org/ns/prov#", "schema": "https://schema.org/"}


def document(found: Iterable[Record]) -> dict[str, Any]:
    """One PROV-JSON document for all records."""
    made: dict[str, dict[str, Any]] = {
        name: {}
        for name in ("entity", "activity", "agent", "wasDerivedFrom", "wasGeneratedBy", "wasAttributedTo",
                     "wasAssociatedWith")
    }  # fmt: skip
    made["agent"]["ex:software"] = {"prov:type": "prov:SoftwareAgent", "schema:name": "extractor"}
    for record in found:
        _add(made, record)
    return {"prefix": PREFIXES, **{name: rows for name, rows in made.items() if rows}}


def write(found: Iterable[Record], path: Path) -> int:
    """Write the document; how many claims it has."""
    whole = document(found)
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return sum(row.get("prov:type") == "ex:Claim" for row in whole.get("entity", {}).values())


def _add(made: dict[str, dict[str, Any]], record: Record) -> None:
    claim, article, run = f"ex:claim/{record['id']}", f"ex:article/{record['article_id']}", f"ex:run/{record['run_id']}"
    locator = record["locator"]
    made["entity"][claim] = {
        "prov:type": "ex:Claim",
        "prov:value": locator["quote"],
        "ex:start": locator["start"],
        "ex:end": locator["end"],
        "ex:rule": record["rule"],
    }
    made["entity"][article] = _known({"prov:type": "schema:NewsArticle", "schema:url": record["url"]})
    made["activity"][run] = {"prov:type": "ex:Extraction"}
    _relate(made, "wasAssociatedWith", run, "ex:software", "prov:activity", "prov:agent")
    _relate(made, "wasDerivedFrom", claim, article, "prov:generatedEntity", "prov:usedEntity")
    _relate(made, "wasGeneratedBy", claim, run, "prov:entity", "prov:activity")
    if locator["capture_sha256"]:
        capture = f"ex:capture/{locator['capture_sha256']}"
        made["entity"][capture] = {"prov:type": "ex:Capture", "ex:sha256": locator["capture_sha256"]}
        _relate(made, "wasDerivedFrom", article, capture, "prov:generatedEntity", "prov:usedEntity")
    for who, kind in ((record["source"], article), (record["attribution"], claim)):
        if who:
            agent = f"ex:agent/{who.replace(' ', '_')}"
            made["agent"][agent] = {"prov:type": "prov:Organization", "schema:name": who}
            _relate(made, "wasAttributedTo", kind, agent, "prov:entity", "prov:agent")


def _relate(made: dict[str, dict[str, Any]], name: str, first: str, second: str, role: str, other: str) -> None:
    made[name][f"_:{name}/{first}/{second}"] = {role: first, other: second}


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
