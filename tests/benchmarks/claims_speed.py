"""How fast whole claims are read, beside bare spaCy tokenization of the same text, and whether memory stays flat.

    python tests/benchmarks/claims_speed.py [--articles N] [--rounds N]

Ratios are of CPU time within this run, medians of rounds. Every article of a round has a sentence of its own, so
that no reading can be taken over from another.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy

from extractor.domain import Article
from extractor.extract import extract_claims
from extractor.runs.inputs import captures
from extractor.runs.stages import stages

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def corpus() -> dict[str, list[Article]]:
    """The corpus's articles by language."""
    parse = stages().parse
    found: dict[str, list[Article]] = {}
    for page in sorted(CORPUS.glob("*/*.html")):
        for capture in captures([str(page)], {}):
            article = parse(capture).article
            found.setdefault(article.lang, []).append(article)
    return found


def varied(articles: list[Article], start: int, count: int) -> Iterator[Article]:
    """Articles that are each other's copies but for their numbering, which keeps them apart."""
    for n in range(start, start + count):
        article = articles[n % len(articles)]
        yield article.model_copy(update={"id": f"{article.id}{n}", "text": f"{article.text}\n[{n}]"})


def cpu(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ratio(articles: list[Article], rounds: int) -> tuple[float, float]:
    """Speed of the claims as a share of spaCy's tokenization, and microseconds a claim."""
    tokenize = spacy.blank("en").make_doc
    claims = [c for a in articles for c in extract_claims(a)]
    ratios, costs = [], []
    for n in range(rounds):
        batch = list(varied(articles, n * len(articles), len(articles)))
        bare = cpu(lambda batch=batch: [tokenize(a.text) for a in batch for _ in range(5)]) / 5
        whole = cpu(lambda batch=batch: [extract_claims(a) for a in batch])
        ratios.append(bare / whole)
        costs.append(1e6 * whole / len(claims))
    return statistics.median(ratios), statistics.median(costs)


def memory(articles: list[Article], count: int) -> list[int]:
    """Peak memory in MB after each tenth of so many articles."""
    marks = []
    for tenth in range(10):
        for article in varied(articles, tenth * count // 10, count // 10):
            extract_claims(article)
        marks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return marks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    by_language = corpus()
    for lang, articles in sorted(by_language.items()):
        share, cost = ratio(articles, options.rounds)
        print(f"{lang}: {share:.2f}x of blank('en'), {cost:.0f} microseconds a claim")
    everything = [article for articles in by_language.values() for article in articles]
    print("peak MB after each tenth of", options.articles, "articles:", memory(everything, options.articles))


if __name__ == "__main__":
    main()
