"""Findings: what the reconciler says, those that need a look first."""

from __future__ import annotations

from extractor.search import count_findings, find_differences
from extractor.web.asking import Ask, Data
from extractor.web.statements import with_variants

ROUTE = r"/findings"
TEMPLATE = "findings.html"

A_PAGE = 20
DEEPEST = 100_000


def data(ask: Ask) -> Data:
    """The findings of a verdict or a check, one for each difference, with its claims, arithmetic and variants."""
    args = {name: ask.args[name] for name in ("verdict", "check", "failed") if ask.args.get(name)}
    offset = ask.number("from", 0, DEEPEST)
    rows = find_differences(
        ask.db, verdict=args.get("verdict"), check=args.get("check"), failed="failed" in args, limit=A_PAGE + 1,
        offset=offset,
    )  # fmt: skip
    return {
        "args": args,
        "verdicts": count_findings(ask.db),
        "checks": _checks(ask),
        "findings": with_variants(ask.db, rows[:A_PAGE]),
        "from": offset,
        "next": offset + A_PAGE if len(rows) > A_PAGE else None,
    }


def _checks(ask: Ask) -> dict[str, int]:
    sql = 'SELECT "check", count(*) FROM current_findings GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 16'
    return dict(ask.db.execute(sql).fetchall())
