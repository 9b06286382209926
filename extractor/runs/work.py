"""What a worker does: one capture or article in, plain rows out. Whatever fails comes back as an Issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.archive import sketch
from extractor.domain import Article, Capture, Claim, Issue
from extractor.domain.errors import ExtractorError
from extractor.runs.stages import Stages
from extractor.store.rows import ArticleRows, Row, article_rows


class Shard(NamedTuple):
    """Some groups to be reconciled: the files that hold their claims and articles, where facts and findings go."""

    files: tuple[str, ...]
    articles: tuple[str, ...]
    facts: str
    findings: str


class Task(NamedTuple):
    """A capture to be parsed and extracted, an article to be extracted, or a shard to be reconciled.

    `number` names it in its run.
    """

    number: int
    item: Capture | Article | Shard


class Outcome(NamedTuple):
    """What became of a task: the article with its claims. `rows` None: not parsed; `failed`: not extracted."""

    number: int
    rows: ArticleRows | None
    failed: bool
    issues: tuple[Issue, ...] = ()
    records: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Where the stages keep records: each claim as JSON, and the groups that it is reconciled in."""
    article: Row = ()
    """... and the article's columns, the capture's digest behind them."""


def work(task: Task, stages: Stages) -> Outcome:
    """Do one task."""
    if isinstance(task.item, Shard):
        return _reconcile(task.number, task.item, stages)
    article, claims, issues = examine(task.item, stages)
    if article is None:
        return Outcome(task.number, None, True, issues)
    if stages.records:
        row = article_rows(article)
        records = tuple(_records(claims or [], stages))
        return Outcome(task.number, None, claims is None, issues, records, (*row.values, row.capture_sha256))
    rows = article_rows(article, claims or ())
    rows = rows._replace(langs=tuple(sorted(stages.languages(article) - {article.lang})))
    if isinstance(task.item, Capture):  # a stored article has its sketch
        rows = rows._replace(sketch=sketch(article.text))
    return Outcome(task.number, rows, claims is None, issues)


def _records(claims: list[Claim], stages: Stages) -> Iterator[tuple[str, tuple[str, ...]]]:
    groups: dict[str, list[str]] = {claim.id: [] for claim in claims}
    for name, ids in stages.groups(claims).items():
        for claim_id in ids:
            groups[claim_id].append(name)
    for claim in claims:
        yield claim.model_dump_json(), tuple(groups[claim.id])


def _reconcile(number: int, shard: Shard, stages: Stages) -> Outcome:
    from extractor.runs.shards import reconcile_shard

    try:
        reconcile_shard(shard, stages)
    except Exception as error:  # noqa: BLE001 - the run's boundary: recorded, and on to the next shard
        message = f"{shard.facts}: {type(error).__name__}: {error}"
        return Outcome(number, None, True, (Issue(stage="reconcile", code="crash", message=message),))
    return Outcome(number, None, False)


def examine(item: Capture | Article, stages: Stages) -> tuple[Article | None, list[Claim] | None, tuple[Issue, ...]]:
    """Article, claims (None: extraction failed) and issues. This is the run's boundary."""
    article = item if isinstance(item, Article) else None
    issues: tuple[Issue, ...] = ()
    try:
        if isinstance(item, Capture):
            parsed = stages.parse(item)
            article, issues = parsed.article, parsed.issues
        if article is not None:
            return article, stages.extract(article), issues
    except ExtractorError as error:
        return article, None, (*issues, trouble(item, article, error.code, str(error)))
    except MemoryError:
        return article, None, (*issues, trouble(item, article, "memory", "it takes more memory than a worker may have"))
    except Exception as error:  # noqa: BLE001 - the run's boundary: recorded, and on to the next article
        return article, None, (*issues, trouble(item, article, "crash", f"{type(error).__name__}: {error}"))
    return None, None, issues


def trouble(item: Capture | Article | Shard, article: Article | None, code: str, message: str) -> Issue:
    """The Issue of a task that failed."""
    if isinstance(item, Shard):
        return Issue(stage="reconcile", code=code, message=f"{item.facts}: {message}")
    if article is None:
        return Issue(stage="parse", code=code, message=message, source=item.source, url=item.url)
    return Issue(
        stage="extract", code=code, message=message, source=article.source, url=item.url, article_id=article.id
    )
