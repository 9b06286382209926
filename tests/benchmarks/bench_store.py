"""Writing and searching at scale: `python tests/benchmarks/bench_store.py [CLAIMS] [FOLDER]`.

Makes claims in three languages, writes them through the store and, for comparison, the same rows by
raw `executemany` into the same schema; then times searches against LIKE in the same run.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from extractor.domain import Article, Basis, Claim, Evidence
from extractor.domain.grams import is_word
from extractor.search import Query, best, search
from extractor.store import ledger, open_database, transaction, write
from extractor.store.rows import ArticleRows, article_rows

A_BATCH = 100
PER_ARTICLE = 30
NOW = "2025-04-17T00:00:00Z"
WORDS = {
    "en": ("{p}'s imports from {q} rose {n}% in {y} to {m} billion dollars, customs data show.",
           "Exports of semiconductors to {q} fell {n}% year on year, the ministry said, to {m} billion yen."),
    "ja": ("{y}年の対{q}輸入額は前年比{n}％増の{m}億円となり、過去最高を更新した。",
           "半導体等電子部品の{q}向け輸出は{n}％減の{m}億円で、{y}年を下回った。"),
    "zh": ("{y}年对{q}贸易顺差为{m}亿美元，同比增长{n}%。", "海关数据显示，自{q}进口汽车{m}万辆，同比下降{n}%。"),
}  # fmt: skip
SELDOM = {"砂糖": 100, "石灰": 1_000, "真珠": 10_000, "鯨油": 100_000}
"""Words that stand in one sentence of so many."""
SELDOM_DICE = random.Random(11)  # noqa: S311
PLACES = ("China", "中国", "日本", "Germany", "米国", "美国", "韩国", "Viet Nam", "台湾", "インド")


def article(number: int, dice: random.Random) -> ArticleRows:
    """One article with its claims; every sentence carries three."""
    lang = ("en", "ja", "zh")[number % 3]
    lines = [
        dice.choice(WORDS[lang]).format(
            p="Japan", q=dice.choice(PLACES), n=f"{dice.randint(1, 999) / 10}", y=dice.randint(1990, 2025),
            m=dice.randint(100, 99_999),
        )
        for _ in range(PER_ARTICLE // 3)
    ]  # fmt: skip
    for word, often in SELDOM.items():
        lines = [f"{line}{word}" if SELDOM_DICE.randrange(often) == 0 else line for line in lines]
    found = Article(id=f"a{number:07}", url=f"https://example.org/{number}", source=f"s{number % 7}", lang=lang,
                    title=None, text="\n".join(lines))  # fmt: skip
    return article_rows(found, list(_claims(found, lines, dice)))


def _claims(article: Article, lines: list[str], dice: random.Random) -> Iterator[Claim]:
    start = 0
    for line in lines:
        for place in range(3):
            at = start + 2 * place
            value = Decimal(dice.randint(1, 10**7)) * 10**6
            yield Claim(
                id=Claim.make_id(article.id, at, at + 2, "money"), article_id=article.id, url=article.url,
                source=article.source, lang=article.lang, sentence=line, sentence_start=start,
                sentence_end=start + len(line), quote=article.text[at : at + 2], start=at, end=at + 2, kind="money",
                value=value, low=value, high=value, unit=("JPY", "USD", "CNY")[place],
                indicator="goods_trade_value", flow=("export", "import", "total")[place], reporter="JPN",
                partner=dice.choice(("CHN", "USA", "DEU", "KOR", "VNM")), period="2024-01-01/2024-12-31",
                period_kind="calendar_year", attribution="Ministry of Finance (Japan)",
                basis=Basis(compiler="JP_MOF", valuation="CIF", how={"partner": "inherited"}), rule="bench.money",
                evidence=(Evidence(slot="partner", how="inherited", reason="heading", start=0, end=3),),
            )  # fmt: skip
        start += len(line) + 1


class Writer:
    """Writes batches of articles into a database of its own and adds up the seconds."""

    def __init__(self, home: Path) -> None:
        self.db = open_database(home)
        self.seconds = 0.0
        self.articles, self.sentences, self.claims = 0, 0, 0
        with transaction(self.db):
            ledger.open_run(self.db, "ingest", "bench", "r1", NOW, active=True)

    def store(self, rows: list[ArticleRows]) -> None:
        """Through the store."""
        began = time.perf_counter()
        with transaction(self.db):
            batch = [(write.save_article(self.db, one), one) for one in rows]
            counts = write.save_claims(self.db, 1, batch)
            entries = [
                ledger.Entry(saved.key, one.id, "done", 1, count)
                for (saved, one), count in zip(batch, counts, strict=True)
            ]
            ledger.enter(self.db, 1, entries)
        self.seconds += time.perf_counter() - began

    def raw(self, rows: list[ArticleRows]) -> None:
        """The same rows by executemany alone, keys made beforehand."""
        tables: dict[str, list[tuple[object, ...]]] = {name: [] for name in INSERTS}
        for one in rows:
            self.articles += 1
            self._add(tables, one)
        began = time.perf_counter()
        with transaction(self.db):
            for name, values in tables.items():
                self.db.executemany(INSERTS[name], values)
        self.seconds += time.perf_counter() - began

    def _add(self, tables: dict[str, list[tuple[object, ...]]], one: ArticleRows) -> None:
        key, keys = self.articles, {}
        tables["article"].append((one.digest, None, *one.values))
        for start, end, text, tokens in one.sentences:
            self.sentences += 1
            keys[start, end] = self.sentences
            tables["sentence"].append((self.sentences, key, start, end, text))
            tables["fts"].append((self.sentences, tokens))
            tables["word"] += [(token,) for token in tokens.split() if is_word(token)]
        for c in one.claims:
            self.claims += 1
            tables["claim"].append((self.claims, c.digest, key, keys[c.sentence], *c.values))
            tables["evidence"] += [(self.claims, n, *e) for n, e in enumerate(c.evidence)]
            tables["member"].append((1, key, self.claims))
        tables["ledger"].append((1, key, "done", 1, len(one.claims)))
        tables["head"].append((key, one.id, 1))


INSERTS = {
    "article": write._ARTICLE,
    "sentence": write._SENTENCE,
    "fts": "INSERT INTO sentences_fts (rowid, grams) VALUES (?, ?)",
    "word": "INSERT OR IGNORE INTO words VALUES (?)",
    "claim": write._CLAIM,
    "evidence": write._EVIDENCE,
    "member": "INSERT INTO run_claims VALUES (?, ?, ?)",
    "ledger": "INSERT INTO run_articles VALUES (?, ?, ?, ?, ?)",
    "head": "INSERT INTO heads VALUES (?, ?, ?)",
}


def median_ms(call: Callable[[], object], times: int = 7) -> float:
    """Median of several calls, in milliseconds."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        found.append((time.perf_counter() - began) * 1000)
    return statistics.median(found)


def sizes(db: sqlite3.Connection) -> None:
    """Bytes by table."""
    rows = db.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 16").fetchall()
    for name, size in rows:
        print(f"  {size / 1e6:8.1f} MB {name}")
    by_name = dict(db.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name").fetchall())
    fts = sum(size for name, size in by_name.items() if name.startswith("sentences_fts") or name == "words")
    print(f"  index / claims table: {fts / by_name['claims']:.2f}")


TERMS = ("輸入", "顺差", "半導", "中国", *SELDOM, "車車", "円", "半導体", "imports from China", "2024")
# Each question as somebody would ask it who has the tables and no index for words.
BARE = "SELECT * FROM current_claims WHERE sentence LIKE :like ORDER BY +sentence_key DESC, start LIMIT 20"
HELPED = "SELECT * FROM current_claims WHERE sentence LIKE :like ORDER BY sentence_key DESC, start LIMIT 20"
RANKED = """SELECT *, (length(sentence) - length(replace(sentence, :word, ''))) * 1.0 / length(sentence) AS share
    FROM current_claims WHERE sentence LIKE :like ORDER BY share DESC, sentence_key DESC, start LIMIT 20"""


def searches(db: sqlite3.Connection) -> None:
    """The newest 20 and the best 20 through the index, and the same questions by LIKE.

    LIKE has to sort all its hits, as it has no index in the order asked for. `helped` walks our index of claims by
    sentence and stops at the twentieth hit, which a common word reaches at once. Ours ranks the newest 500 hits,
    LIKE all of them.
    """
    print(f"  {'':20} {'hits':>8} newest  LIKE (times)          helped (times)     best  LIKE (times)")
    ratios: dict[str, list[float]] = {"newest": [], "helped": [], "best": []}
    for word in TERMS:
        given = {"like": f"%{word}%", "word": word}
        query = Query(terms=[(word,)])
        (hits,) = db.execute("SELECT count(*) FROM sentences WHERE text LIKE :like", given).fetchone()
        newest, ranked = median_ms(lambda q=query: search(db, q), 15), median_ms(lambda q=query: best(db, q))
        bare, helped, all_ranked = (
            median_ms(lambda sql=sql, given=given: db.execute(sql, given).fetchall(), 1)
            for sql in (BARE, HELPED, RANKED)
        )
        for name, ratio in (("newest", bare / newest), ("helped", helped / newest), ("best", all_ranked / ranked)):
            ratios[name].append(ratio)
        print(f"  {word:20} {hits:8} {newest:6.2f} {bare:8.1f} ({bare / newest:6.0f}) {helped:10.1f} ", end="")
        print(f"({helped / newest:8.1f}) {ranked:8.2f} {all_ranked:8.1f} ({all_ranked / ranked:5.0f})")
    for name, found in ratios.items():
        print(f"  {name}: median over words {statistics.median(found):.0f} times, least {min(found):.1f}")


def main() -> None:
    """Write, measure, print."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp())
    dice = random.Random(7)  # noqa: S311
    plain, stored = Writer(folder / "raw"), Writer(folder / "home")
    for first in range(0, claims // PER_ARTICLE, A_BATCH):
        rows = [article(number, dice) for number in range(first, first + A_BATCH)]
        plain.raw(rows)
        stored.store(rows)
    print(f"{claims} claims: store {stored.seconds:.1f} s, raw executemany {plain.seconds:.1f} s, ", end="")
    print(f"ratio {plain.seconds / stored.seconds:.2f}")
    db = open_database(folder / "home", read_only=True)
    sizes(db)
    searches(db)


if __name__ == "__main__":
    main()
