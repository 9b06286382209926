"""What a worker does: one capture or article in, plain rows out. Whatever fails comes back as an Issue."""

from __future__ import annotations

from typing import NamedTuple

from extractor.domain import Article, Capture, Claim, Issue
from extractor.domain.errors import ExtractorError
from extractor.runs.stages import Stages
from extractor.store.rows import ArticleRows, article_rows


class Task(NamedTuple):
    """A capture to be parsed and extracted, or an article to be extracted. `number` names it in its run."""

    number: int
    item: Capture | Article


class Outcome(NamedTuple):
    """What became of a task: the article with its claims. `rows` None: not parsed; `failed`: not extracted."""

    number: int
    rows: ArticleRows | None
    failed: bool
    issues: tuple[Issue, ...] = ()


def work(task: Task, stages: Stages) -> Outcome:
    """Do one task."""
    article, claims, issues = examine(task.item, stages)
    if article is None:
        return Outcome(task.number, None, True, issues)
    return Outcome(task.number, article_rows(article, claims or ()), claims is None, issues)


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


def trouble(item: Capture | Article, article: Article | None, code: str, message: str) -> Issue:
    """The Issue of a task that failed."""
    if article is None:
        return Issue(stage="parse", code=code, message=message, url=item.url)
    return Issue(stage="extract", code=code, message=message, url=item.url, article_id=article.id)
