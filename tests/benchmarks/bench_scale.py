"""A long run: `python tests/benchmarks/bench_scale.py [ARTICLES] [WORKERS] [FOLDER]`.

Writes ARTICLES generated articles (three languages, no two alike) into a file of JSON lines and does with it what
`extractor run --input` does: archive, parse, extract, write, then reconcile. At every twentieth it prints what that
twentieth took and how much memory each process and how many bytes the database has; at the end, how the last fifth
compares with the second (the first warms up). Rates are by processor seconds of all processes, so that a busy
machine does not count as a slow program; the clock's stand beside them.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path

from extractor.runs import batch
from extractor.runs.engines import Limits, engine
from extractor.runs.recording import Summary
from extractor.runs.stages import stages
from extractor.runs.streams import stream
from extractor.store import open_database

PARTS = 20
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
PLACES = {
    "en": "Japan China Germany France Italy Spain Mexico Canada Brazil India Vietnam Thailand Indonesia Malaysia "
    "Australia Poland Sweden Norway Turkey Egypt",
    "ja": "日本 中国 ドイツ フランス イタリア スペイン メキシコ カナダ ブラジル インド ベトナム タイ インドネシア "
    "マレーシア オーストラリア ポーランド スウェーデン ノルウェー トルコ エジプト",
    "zh": "日本 中国 德国 法国 意大利 西班牙 墨西哥 加拿大 巴西 印度 越南 泰国 印度尼西亚 马来西亚 澳大利亚 波兰 瑞典 "
    "挪威 土耳其 埃及",
}
GOODS = {
    "en": "semiconductors automobiles steel soybeans crude oil machinery textiles copper rice pharmaceuticals",
    "ja": "半導体 自動車 鉄鋼 大豆 原油 機械 繊維 銅 コメ 医薬品",
    "zh": "半导体 汽车 钢铁 大豆 原油 机械 纺织品 铜 大米 药品",
}
LINES = {
    "en": ("{p}'s exports to {q} rose {n}% to {m}.{d} billion dollars in {month} {y}, customs data showed.",
           "Imports of {g} from {q} fell {n}% year on year to {m}{d}00 tonnes.",
           "{p}'s trade deficit with {q} came to {m} million dollars in {y}, against {k} million a year earlier.",
           "The ministry in {p} put the growth of the economy in {y} at {n}%."),
    "ja": ("{p}の{y}年{o}月の{q}向け輸出額は前年同月比{n}％増の{m}億{k}万ドルだった。",
           "{q}からの{g}の輸入量は{n}％減の{m}{d}00トンとなった。",
           "{p}の{y}年の対{q}貿易赤字は{m}億ドルで、前年の{k}億ドルから縮小した。",
           "{p}の{y}年の成長率は{n}％だった。"),
    "zh": ("{y}年{o}月，{p}对{q}出口额为{m}.{d}亿美元，同比增长{n}%。", "自{q}进口{g}{m}{d}00吨，同比下降{n}%。",
           "{y}年{p}对{q}贸易逆差为{m}亿美元，上年为{k}亿美元。", "{p}{y}年经济增长率为{n}%。"),
}  # fmt: skip
MONTHS = "January February March April May June July August September October November December"
SYLLABLES = "ka ri to mo sen ba lu dor fen gi ha zu ner pol tas ve wi yan qua bel"
SIGNS = "山川田木水火土金石花鳥風月雪雨空海星森林野原町村市道橋門家屋店学校工場車船"


def _record(number: int, dice: random.Random) -> bytes:
    """One article: three sentences without figures, four with, each its own."""
    lang = ("en", "ja", "zh")[number % 3]
    year, month = dice.randint(2004, 2024), dice.randint(1, 12)
    goods = GOODS[lang].replace("crude oil", "crude_oil").split()
    own, other = dice.sample(PLACES[lang].split(), 2)
    lines = [
        line.format(
            p=own, q=other, y=year, o=month, month=MONTHS.split()[month - 1], n=f"{dice.randint(1, 499) / 10}",
            m=dice.randint(11, 999), d=dice.randint(1, 9), k=dice.randint(1000, 9999),
            g=dice.choice(goods).replace("_", " "),
        )
        for line in LINES[lang]
    ]  # fmt: skip
    lines[1:1] = [_words(lang, dice) for _ in range(3)]
    day = f"{year + month // 12}-{month % 12 + 1:02}-{dice.randint(1, 28):02}"
    record = {
        "url": f"https://s{number % 50}.example.org/{number}", "source": f"s{number % 50}", "lang": lang,
        "published": day, "text": "\n".join(lines),
    }  # fmt: skip
    return json.dumps(record, ensure_ascii=False).encode()


def _words(lang: str, dice: random.Random) -> str:
    """A sentence without a figure, of words that nobody uses twice."""
    if lang == "en":
        made = ("".join(dice.choices(SYLLABLES.split(), k=dice.randint(2, 4))) for _ in range(14))
        return f"{' '.join(made).capitalize()}."
    return f"{''.join(dice.choices(SIGNS, k=30))}。"


@dataclass
class Mark:
    """How things stood when so many articles had been dealt with."""

    articles: int
    claims: int
    clock: float
    cpu: float
    resident: dict[str, int]
    database: int


class Watch:
    """Told of every batch; keeps a mark at every part of the way."""

    def __init__(self, home: Path, step: int) -> None:
        self.home, self.step, self.marks = home, step, [Mark(0, 0, time.perf_counter(), _cpu(), {}, 0)]

    def tick(self, summary: Summary) -> None:
        """A batch was written."""
        if summary.articles - self.marks[-1].articles >= self.step:
            self.mark(summary)

    def mark(self, summary: Summary) -> None:
        """Measure, keep, print what was done since the last mark."""
        before = self.marks[-1]
        size = sum(path.stat().st_size for path in self.home.glob("facts.db*"))
        now = Mark(summary.articles, summary.claims, time.perf_counter(), _cpu(), _resident(), size)
        self.marks.append(now)
        done = now.articles - before.articles
        memory = " ".join(f"{name} {amount / 1e6:.0f}" for name, amount in now.resident.items())
        print(f"{now.articles:8} articles  {done / (now.clock - before.clock):7.1f}/s  "
              f"{done / (now.cpu - before.cpu):7.1f}/CPU s  {now.database / 1e6:8.1f} MB database  MB: {memory}",
              flush=True)  # fmt: skip

    def tell(self) -> None:
        """Last fifth against second fifth: rate, memory, bytes an article."""
        rates = [(b.articles - a.articles) / (b.cpu - a.cpu) for a, b in zip(self.marks, self.marks[1:], strict=False)]
        grown = [(b.database - a.database) / (b.articles - a.articles)
                 for a, b in zip(self.marks, self.marks[1:], strict=False)]  # fmt: skip
        fifth = len(rates) // 5
        first, last = slice(fifth, 2 * fifth), slice(-fifth, None)
        print(f"articles a CPU second, last / second fifth: {_ratio(rates, first, last)}")
        print(f"database bytes an article, last / second fifth: {_ratio(grown, first, last)}")
        for name in self.marks[-1].resident:
            held = [float(mark.resident[name]) for mark in self.marks[1:] if name in mark.resident]
            print(f"memory of {name}, last / second fifth: {_ratio(held, first, last)}")


def _ratio(found: list[float], first: slice, last: slice) -> str:
    return f"{statistics.median(found[last]) / statistics.median(found[first]):.3f}"


def _cpu() -> float:
    """Processor seconds of this process and of the workers."""
    total = time.process_time()
    for child in active_children():
        fields = Path(f"/proc/{child.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / TICKS
    return total


def _resident() -> dict[str, int]:
    """Bytes of memory that each process holds of its own."""
    found = {"writer": os.getpid()}
    found |= {
        f"worker{n}": child.pid or 0 for n, child in enumerate(sorted(active_children(), key=lambda c: c.pid or 0))
    }
    return {name: int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1]) * PAGE
            for name, pid in found.items()}  # fmt: skip


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    folder = Path(tempfile.mkdtemp(dir=sys.argv[3] if len(sys.argv) > 3 else None))
    try:
        measure(folder, count, workers)
    finally:
        shutil.rmtree(folder)


def measure(folder: Path, count: int, workers: int) -> None:
    """One run over a file of generated articles."""
    source = folder / "articles.jsonl"
    with source.open("wb") as file:
        dice = random.Random(11)  # noqa: S311
        file.writelines(_record(number, dice) + b"\n" for number in range(count))
    home, steps = folder / "home", stages()
    watch = Watch(home, count // PARTS)
    work = engine("local", stages, workers, Limits())
    began = time.perf_counter(), time.process_time()
    batch.run(home, steps, work, given=stream([source.as_uri()]), promote=False, tick=watch.tick)
    print(f"archived, read and written in {time.perf_counter() - began[0]:.0f} s by the clock")
    watch.tell()
    began = time.perf_counter(), time.process_time()
    with closing(open_database(home)) as db:
        made = batch.activate(db, 1, steps)
        copies = db.execute("SELECT count(*) FROM copies").fetchone()[0]
        claims = db.execute("SELECT count(*) FROM current_claims").fetchone()[0]
    print(f"reconciled in {time.perf_counter() - began[0]:.0f} s ({time.process_time() - began[1]:.0f} CPU s): "
          f"{made.facts} facts, {made.findings} findings, {copies} copies; {claims} claims; "
          f"writer {_resident()['writer'] / 1e6:.0f} MB")  # fmt: skip
    stored = sum(path.stat().st_size for path in home.glob("facts.db*"))
    archived = sum(path.stat().st_size for path in (home / "captures").iterdir())
    print(f"bytes an article: {stored / count:,.0f} in the database, {archived / count:,.0f} in the archive, "
          f"{source.stat().st_size / count:,.0f} in the file")  # fmt: skip


if __name__ == "__main__":
    main()
