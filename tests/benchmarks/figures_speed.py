"""How fast figures are read: `python tests/benchmarks/figures_speed.py [--peers PYTHON ...] [--megabytes N]`.

Per language, on the seeds and the corpus repeated to the given size: characters a second of the figure stage and of
what it is measured against (blank spaCy; with --peers the readers and
tokenizers of PEERS, in environments of their own), and the ratio. Two figures
are told: `repeated` as the text is, so that lines seen before are kept as read, and `new`, with nothing kept, as when
every line is read for the first time. CPU time, best of three. Then texts that are hard on purpose, at two sizes:
the time should grow as the size does.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from extractor.extract import read_figures, reading
from extractor.languages import codes

PROJECT = Path(__file__).resolve().parents[2]
SEEDS = PROJECT.parent / "shared" / "seeds"
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL | re.IGNORECASE)
ROUNDS = 3
PEERS = {
    "en": ("quantulum3", "recognizers"),
    "ja": ("sudachi", "pynormalizenumexp", "recognizers"),
    "zh": ("jieba", "jionlp", "recognizers"),
}
TOKENIZERS = ("sudachi", "jieba")
PEER_SAMPLE = 20_000
"""Characters that the others are given; more would take minutes."""


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=Path, default=SEEDS)
    parser.add_argument(
        "--peers", metavar="PYTHON", action="append", default=[], help="an environment's Python; may be repeated"
    )
    parser.add_argument("--megabytes", type=float, default=10)
    options = parser.parse_args()
    size = int(options.megabytes * 10**6)
    heads = f"{'theirs':>9s} {'ours repeated':>14s} {'ratio':>7s} {'ours new':>9s} {'ratio':>7s}"
    print(f"{'language':9s} {'against':22s} {heads}")
    for lang in codes():
        texts = [text for text in (*_seeds(options.seeds), *_corpus()) if _language(text) == lang]
        if texts:
            _compare(lang, texts, size, options.peers)
    print(f"\n{'hard text':28s} {'characters':>11s} {'seconds':>8s}")
    for name, piece in HARD.items():
        for length in (10**6, 10**7 if options.megabytes >= 10 else 2 * 10**6):
            text = (piece * (length // len(piece) + 1))[:length]
            print(f"{name:28s} {length:11,d} {_seconds(lambda text=text: read_figures(text, 'ja'), 1):8.2f}")
    return 0


HARD = {
    "one line of digits": "1234567890",
    "digits and spaces": "12 345 ",
    "nested parentheses": "(",
    "scales without numbers": "兆億万",
    "commas and digits": "1,23,",
    "dashes between numbers": "1-2-",
    "words of number": "one hundred and ",
}


def _seeds(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def _corpus() -> list[str]:
    pages = sorted((PROJECT / "corpus").glob("*/*.html"))
    return [re.sub(r"\n\s*\n+", "\n", TAGS.sub("\n", page.read_text(encoding="utf-8"))) for page in pages]


def _language(text: str) -> str:
    if re.search(r"[぀-ヿ]{2}", text) and len(re.findall(r"[぀-ヿ]", text)) > len(text) / 20:
        return "ja"
    return "zh" if len(re.findall(r"[一-鿿]", text)) > len(text) / 10 else "en"


def _compare(lang: str, texts: list[str], size: int, pythons: list[str]) -> None:
    total = sum(map(len, texts))
    repeated = texts * max(1, size // total)
    chars = total * (len(repeated) // len(texts))
    warm = chars / _seconds(lambda: _each(lambda text: read_figures(text, lang), repeated))
    cold = total / _seconds(lambda: _new(texts, lang), rounds=7)
    make = spacy.blank("en").make_doc
    blank = chars / _seconds(lambda: _each(make, repeated))
    for name, theirs in [('blank("en") tokens', blank), *_peer_speeds(pythons, lang, texts)]:
        print(
            f"{lang:9s} {name:22s} {theirs / 1e6:7.2f} M {warm / 1e6:12.2f} M {warm / theirs:7.2f} "
            f"{cold / 1e6:7.2f} M {cold / theirs:7.2f}"
        )


def _each(run: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        run(text)


def _new(texts: list[str], lang: str) -> None:
    reading.forget()
    for text in texts:
        read_figures(text, lang)


def _peer_speeds(pythons: list[str], lang: str, texts: list[str]) -> list[tuple[str, float]]:
    """What the peers of a language read a second, in their own environment, on each text once."""
    script = str(Path(__file__).with_name("figures_peers.py"))
    text = "\n".join(texts)
    found = []
    for name in PEERS[lang]:
        part = text if name in TOKENIZERS else text[:PEER_SAMPLE]
        for python in pythons:
            done = subprocess.run(
                [python, script, "time", name, lang], input=part, capture_output=True, text=True, check=False
            )
            if done.returncode == 0:
                found.append((name, len(part) / float(done.stdout.split()[-1])))
                break
    return found


def _seconds(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    raise SystemExit(main())
