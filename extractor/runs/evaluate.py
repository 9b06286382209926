"""How right the reading is: a folder of pages with the claims that an expert finds in them, and what comes out.

A folder holds `<name>.html` (or .txt) with `<name>.claims.jsonl` beside it, as `corpus/` does.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from extractor.catalogue import companies_by_name
from extractor.domain import Article, Claim
from extractor.domain.errors import CatalogueError, UnreadableInput
from extractor.runs.inputs import captures
from extractor.runs.stages import Stages

PAGES = (".html", ".txt")
WHERE = frozenset({"quote", "occurrence", "note"})
VALUE = ("kind", "value", "low", "high", "unit")
PERIODS = ("period", "indicator")
NUMBERS = frozenset({"value", "low", "high"})


@dataclass
class Score:
    """Counts of one language (or of all). A claim is found when kind, value and unit are right at its place.

    `wrong`: a claim stands at the place with another value; `spurious`: a claim where the expert has none.
    """

    expected: int = 0
    found: int = 0
    wrong: int = 0
    spurious: int = 0
    complete: int = 0
    figures: int = 0
    judged: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, other: Score) -> None:
        """Count another score in."""
        for name in ("expected", "found", "wrong", "spurious", "complete", "figures"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.judged += other.judged
        self.right += other.right


@dataclass(frozen=True)
class Miss:
    """One expected claim that came out otherwise (or not at all), or a spurious one."""

    article: str
    quote: str
    what: str


@dataclass
class Evaluation:
    """Scores by language, and every miss."""

    scores: dict[str, Score] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    articles: int = 0

    @property
    def total(self) -> Score:
        """All languages together."""
        total = Score()
        for score in self.scores.values():
            total.add(score)
        return total


def evaluate(folder: Path, stages: Stages) -> Evaluation:
    """Read every page of a folder and compare its claims with the expected ones.

    Raises:
        UnreadableInput: there is no page with expected claims.
        CatalogueError: an expected claim is malformed: file, row and reason.
    """
    result = Evaluation()
    for page, gold in pages(folder):
        for capture in captures([str(page)], {}):
            article = stages.parse(capture).article
            rows = expected(gold, article)
            score, misses = compare(article, rows, stages.extract(article), page.stem)
            result.scores.setdefault(article.lang, Score()).add(score)
            result.misses += misses
            result.articles += 1
    if not result.articles:
        raise UnreadableInput(f"{folder} has no page with claims beside it", "Give a folder shaped like corpus/")
    return result


def pages(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Each page with its file of expected claims, in order of name."""
    for gold in sorted(folder.rglob("*.claims.jsonl")):
        stem = gold.name.removesuffix(".claims.jsonl")
        for suffix in PAGES:
            page = gold.with_name(stem + suffix)
            if page.exists():
                yield page, gold


def expected(path: Path, article: Article) -> list[dict[str, Any]]:
    """The expected claims with their `start` and `end` in the article's text."""
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            for name in NUMBERS & dict(row).keys():
                Decimal("0" if row[name] is None else str(row[name]))
            start = nth(article.text, row["quote"], int(row.get("occurrence", 1)))
        except (ValueError, KeyError, TypeError, InvalidOperation) as error:
            raise CatalogueError(f"{path.name}: row {number}: {error}", "Mend the row") from error
        rows.append({**row, "start": start, "end": start + len(row["quote"])})
    return rows


def nth(text: str, quote: str, occurrence: int) -> int:
    """Where the nth appearance of a quote begins; ValueError when there are fewer."""
    at = -1
    for _ in range(occurrence):
        at = text.find(quote, at + 1)
        if at < 0:
            raise ValueError(f"{quote!r} does not stand {occurrence} times in the text")
    return at


def compare(
    article: Article, rows: Iterable[Mapping[str, Any]], claims: list[Claim], name: str
) -> tuple[Score, list[Miss]]:
    """The score of one article, and its misses."""
    score, misses, used = Score(), [], set[str]()
    for row in rows:
        near = [c for c in claims if c.start < row["end"] and row["start"] < c.end]
        used.update(c.id for c in near)
        hit = next((c for c in near if value_right(c, row)), None)
        period = row["kind"] == "period"
        score.expected += 1
        score.figures += not period
        score.found += hit is not None
        if hit is None:
            score.wrong += any(c.kind == row["kind"] for c in near)
            got = "; ".join(f"{c.quote} {c.kind} {c.value} {c.unit} {c.period}" for c in near) or "nothing"
            misses.append(Miss(name, row["quote"], f"want {_want(row)}, got {got}"))
            continue
        off = list(_slots_off(hit, row, score))
        score.complete += not off and not period
        if off:
            misses.append(Miss(name, row["quote"], "; ".join(f"{s} {getattr(hit, s)} want {row[s]}" for s in off)))
    extra = [c for c in claims if c.id not in used]
    score.spurious = len(extra)
    misses += [Miss(name, c.quote, f"spurious {c.kind} {c.value} {c.unit}") for c in extra]
    return score, misses


def value_right(claim: Claim, row: Mapping[str, Any]) -> bool:
    """Whether kind, value, unit and any stated bounds are as expected; for periods, the days."""
    if claim.kind != row["kind"]:
        return False
    if row["kind"] == "period":
        return bool(claim.period == row.get("period"))
    return all(_equal(getattr(claim, name), row[name]) for name in VALUE if name in row)


def _slots_off(claim: Claim, row: Mapping[str, Any], score: Score) -> Iterator[str]:
    names = PERIODS if row["kind"] == "period" else tuple(row)
    for name in names:
        if name in WHERE or name in VALUE or name in {"start", "end"} or name not in row:
            continue
        if name == "basis":
            right = all(getattr(claim.basis, slot) == wanted for slot, wanted in row[name].items())
        else:
            right = _equal(getattr(claim, name), _meant(name, row[name]))
        score.judged[name] += 1
        score.right[name] += right
        if not right:
            yield name


def _meant(name: str, want: Any) -> Any:
    """What a row says of a slot; an expert calls a company as the text does, in any of its names."""
    return companies_by_name().get(want, want) if name == "entity" else want


def _equal(got: Any, want: Any) -> bool:
    if isinstance(got, Decimal) and want is not None:
        wanted = Decimal(str(want))
        return got == wanted or abs(got - wanted) <= abs(wanted) * Decimal("1e-9")
    return bool(got == want)


def _want(row: Mapping[str, Any]) -> str:
    return " ".join(str(row.get(name)) for name in ("kind", "value", "unit", "period") if row.get(name) is not None)
