"""Runs: every pass of extraction, newest first, and what changed between two of them."""

from __future__ import annotations

from extractor.runs.diff import diff
from extractor.runs.stages import stages
from extractor.store import read
from extractor.web.asking import Ask, Data

ROUTE = r"/runs"
TEMPLATE = "runs.html"

MOST = 100
SHOWN = 40
MOST_ISSUES = 60
COLUMNS = (
    "key, kind, selection, status, active, rules_digest, started_at, finished_at, articles, taken_over, failed, "
    "claims, issues"
)


def data(ask: Ask) -> Data:
    """The runs; `?before=1&after=2` adds their difference, `?issues=2` what went wrong in one."""
    sql = f"SELECT {COLUMNS} FROM run_summaries ORDER BY key DESC LIMIT ?"  # noqa: S608
    runs = [{**dict(row), "active": bool(row["active"])} for row in ask.db.execute(sql, (MOST,))]
    before, after, issues = (ask.number(name, 0, 10**9) for name in ("before", "after", "issues"))
    found = read.read_issues(ask.db, issues) if issues else []
    return {
        "runs": runs,
        "diff": _diff(ask, before, after) if before and after else None,
        "issues_of": issues or None,
        "issues": [issue.model_dump() for issue in found[:MOST_ISSUES]],
        "issues_left_out": max(len(found) - MOST_ISSUES, 0),
    }


def _diff(ask: Ask, before: int, after: int) -> Data:
    """Counts, by rule, and the first changes of each sort in words."""
    found = diff(ask.db, before, after, stages())
    hidden = {"sentence", "sentence_start", "sentence_end"}
    return {
        "before": before,
        "after": after,
        "counts": found.counts(),
        "by_rule": found.by("rule"),
        "added": [claim.model_dump(mode="json", exclude=hidden) for claim in found.added[:SHOWN]],
        "removed": [claim.model_dump(mode="json", exclude=hidden) for claim in found.removed[:SHOWN]],
        "changed": [change.model_dump(mode="json", exclude={"claim": hidden}) for change in found.changes[:SHOWN]],
        "verdicts": [turn.model_dump() for turn in found.verdicts[:SHOWN]],
    }
