"""At scale, without a database: claims as Parquet, one part an input file, reconciled shard by shard.

    DIR/dataset.json                        how many shards, and by which rules
    DIR/articles/<input>.parquet            every article with its text
    DIR/claims/<input>.parquet              every claim once, the contract's fields as columns
    DIR/groups/<input>/shard-0007.parquet   the claims by the group that they are reconciled in
    DIR/facts/shard-0007.parquet            what was reconciled, and DIR/findings/ likewise

A shard is a range of the groups' hash, so a group never spans two. Files appear whole; an input or a
shard whose files are there is not done again, which is all that resuming takes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from extractor.domain import Article, Capture, Claim, Fact, Finding, Issue
from extractor.domain.errors import InputError
from extractor.runs.engines import Engine
from extractor.runs.exports import parquet
from extractor.runs.exports.records import flat
from extractor.runs.recording import Summary
from extractor.runs.stages import Stages
from extractor.runs.work import Outcome, Shard, Task
from extractor.store.groups import number_of
from extractor.store.rows import ARTICLE_COLUMNS, article_from_row

Tick = Callable[[Summary], None]
FLUSH = 5_000
MANIFEST = "dataset.json"
SHA256, CLAIMS = "capture_sha256", "claims"
ARTICLE = (*ARTICLE_COLUMNS, SHA256, CLAIMS)
"""An article's columns: its own, the capture it was read from, how many of the claims beside it are its own."""


@dataclass(frozen=True)
class Dataset:
    """The folder of one run, and how many shards it has."""

    folder: Path
    shards: int = 16
    digests: Mapping[str, str] = field(default_factory=dict)
    """Of the rules that it is made by: parse, rules, reconcile."""

    def name(self, url: str) -> str:
        """An input's name in the dataset."""
        return sha256(url.encode()).hexdigest()[:16]

    def claims(self, url: str) -> Path:
        """Where an input's claims go; it is there when the input is done."""
        return self.folder / "claims" / f"{self.name(url)}.parquet"

    def articles(self, url: str) -> Path:
        """Where an input's articles go."""
        return self.folder / "articles" / f"{self.name(url)}.parquet"

    def group_file(self, url: str, shard: int) -> Path:
        """Where an input's claims go that belong to a shard."""
        return self.folder / "groups" / self.name(url) / f"shard-{shard:04}.parquet"

    def result(self, what: str, shard: int) -> Path:
        """Where a shard's facts or findings go."""
        return self.folder / what / f"shard-{shard:04}.parquet"


def run(
    data: Dataset,
    inputs: Mapping[str, Iterable[Capture | Issue]],
    engine: Engine,
    tick: Tick | None = None,
) -> Summary:
    """Extract every input, then reconcile every shard. `engine`'s stages must keep records (`Stages.records`).

    Raises:
        InputError: the folder holds a dataset of other rules, or of another number of shards.
    """
    _begin(data)
    summary = Summary()
    fresh = False
    for url, found in inputs.items():
        if not data.claims(url).exists():
            _extract(data, url, found, engine, summary, tick)
            fresh = True
    for outcome in engine(_shards(data, fresh=fresh)):
        summary.issues += len(outcome.issues)
    for what in ("facts", "findings"):
        setattr(summary, what, sum(_rows(data.result(what, n)) for n in range(data.shards)))
    return summary


def opened(folder: Path) -> Dataset:
    """The dataset of a folder."""
    found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return Dataset(folder, found["shards"], found["digests"])


def _begin(data: Dataset) -> None:
    """Write down what the dataset is made by, or see that it goes on by the same."""
    path = data.folder / MANIFEST
    if not path.exists():
        data.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"shards": data.shards, "digests": dict(data.digests)}, sort_keys=True)
        _part(path).write_text(f"{text}\n", encoding="utf-8")
        _part(path).replace(path)
    elif (was := opened(data.folder)) != data:
        why = f"it has {was.shards} shards" if was.shards != data.shards else "it was made by other rules"
        raise InputError(f"{data.folder} cannot be gone on with: {why}", "Name another folder for --output")


def _extract(
    data: Dataset, url: str, found: Iterable[Capture | Issue], engine: Engine, summary: Summary, tick: Tick | None
) -> None:
    writer = _Parts(data, url)
    try:
        for outcome in engine(_tasks(found, summary)):
            writer.add(outcome)
            _count(summary, outcome)
            if tick and summary.captures % 50 == 0:
                tick(summary)
        writer.finish()
    finally:
        writer.close()


def _tasks(found: Iterable[Capture | Issue], summary: Summary) -> Iterator[Task]:
    for number, item in enumerate(found):
        if isinstance(item, Capture):
            yield Task(number, item)
        else:
            summary.issues += 1


def _count(summary: Summary, outcome: Outcome) -> None:
    summary.captures += 1
    summary.articles += not outcome.failed
    summary.failed += outcome.failed
    summary.claims += len(outcome.records)
    summary.issues += len(outcome.issues)


class _Parts:
    """The files of one input, written under other names until all are whole."""

    def __init__(self, data: Dataset, url: str) -> None:
        self._data, self._url = data, url
        self._open: dict[Path, Any] = {}
        self._rows: dict[Path, list[dict[str, Any]]] = defaultdict(list)

    def add(self, outcome: Outcome) -> None:
        """One article with its claims."""
        if outcome.article:
            row = dict(zip(ARTICLE, (*outcome.article, str(len(outcome.records))), strict=True))
            self._put(self._data.articles(self._url), row, _texts(*ARTICLE))
        for text, groups in outcome.records:
            self._put(self._data.claims(self._url), flat(json.loads(text)), parquet.schema(locator=False))
            for group in groups:
                place = self._data.group_file(self._url, shard_of(group, self._data.shards))
                self._put(place, {"group": group, "claim": text}, _texts("group", "claim"))

    def finish(self) -> None:
        """Give the files their names, the claims' last: it says that the input is done."""
        done, articles = self._data.claims(self._url), self._data.articles(self._url)
        schemas = {done: parquet.schema(locator=False), articles: _texts(*ARTICLE)}
        for path, schema in schemas.items():
            if not self._open.get(path) and not self._rows[path]:
                self._write(path, [], schema)
        for path in list(self._rows):
            self._flush(path, schemas.get(path) or _texts("group", "claim"))
        self.close()
        for path in sorted(self._rows, key=lambda path: path == done):
            _part(path).replace(path)

    def close(self) -> None:
        """Close what is open."""
        for writer in self._open.values():
            writer.close()
        self._open.clear()

    def _put(self, path: Path, row: dict[str, Any], schema: Any) -> None:
        self._rows[path].append(row)
        if len(self._rows[path]) >= FLUSH:
            self._flush(path, schema)

    def _flush(self, path: Path, schema: Any) -> None:
        if self._rows[path]:
            self._write(path, self._rows[path], schema)
            self._rows[path] = []

    def _write(self, path: Path, rows: list[dict[str, Any]], schema: Any) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if path not in self._open:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open[path] = pq.ParquetWriter(_part(path), schema, compression="zstd")
        self._open[path].write_table(pa.Table.from_pylist(rows, schema=schema))


def shard_of(group: str, shards: int) -> int:
    """The shard that a group belongs to."""
    return number_of(group) % shards


def _shards(data: Dataset, *, fresh: bool) -> Iterator[Task]:
    """The shards to reconcile: all when an input is new, else those without a result."""
    articles = tuple(str(path) for path in sorted((data.folder / "articles").glob("*.parquet")))
    for number in range(data.shards):
        files = sorted((data.folder / "groups").glob(f"*/shard-{number:04}.parquet"))
        if files and (fresh or not data.result("findings", number).exists()):
            results = (str(data.result("facts", number)), str(data.result("findings", number)))
            yield Task(number, Shard(tuple(str(path) for path in files), articles, *results))


def reconcile_shard(shard: Shard, stages: Stages) -> None:
    """Reconcile every group of a shard, one after the other, and write what was found."""
    groups: dict[str, set[str]] = defaultdict(set)
    for path in shard.files:
        for row in read_rows(Path(path)):
            groups[row["group"]].add(row["claim"])
    members = {name: sorted({json.loads(text)["article_id"] for text in texts}) for name, texts in groups.items()}
    articles = _articles(shard, members.values())
    facts: list[Fact] = []
    findings: list[Finding] = []
    for name in sorted(groups):
        claims = sorted((Claim.model_validate_json(text) for text in groups[name]), key=lambda claim: claim.id)
        found = stages.reconcile(name, claims, articles)
        facts += found[0]
        findings += found[1]
    _write_models(Path(shard.facts), facts, Fact)
    _write_models(Path(shard.findings), findings, Finding)


def _articles(shard: Shard, members: Iterable[Sequence[str]]) -> dict[str, Article]:
    """The articles of a shard's groups. Texts are there to be compared: of a group that has one, it is left out."""
    wanted: set[str] = set()
    compared: set[str] = set()
    for ids in members:
        wanted.update(ids)
        compared.update(ids if len(ids) > 1 else ())
    found: dict[str, Article] = {}
    for path in shard.articles:
        for row in read_rows(Path(path)):
            if row["id"] in wanted:
                kept = {"blocks": "[]", "text": row["text"] if row["id"] in compared else ""}
                found[row["id"]] = article_from_row({**row, **kept}, None)
    return found


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file, a few at a time."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=1_000):
            yield from batch.to_pylist()


def _write_models(path: Path, rows: list[Any], kind: type[Fact | Finding]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    counted = {"mentions", "outlets", "origins"}
    schema = pa.schema(
        [
            (name, pa.int64() if name in counted else pa.bool_() if name in {"confirmed", "passed"} else pa.string())
            for name in kind.model_fields
        ]
    )
    table = pa.Table.from_pylist([_columns(row) for row in rows], schema=schema)
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, _part(path), compression="zstd")
    _part(path).replace(path)


def _columns(row: Any) -> dict[str, Any]:
    dumped = row.model_dump(mode="json")
    return {name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
            for name, value in dumped.items()}  # fmt: skip


def _texts(*names: str) -> Any:
    """A schema of texts."""
    import pyarrow as pa

    return pa.schema([(name, pa.string()) for name in names])


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _rows(path: Path) -> int:
    import pyarrow.parquet as pq

    return int(pq.read_metadata(path).num_rows) if path.exists() else 0
