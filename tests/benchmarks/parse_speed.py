"""Parsing beside trafilatura on the fixture pages: pages per CPU second and character F1.

Run: python tests/benchmarks/parse_speed.py [--rounds 20] [--peers PYTHON ...]
trafilatura and ours get the same bytes in the same process, turn by turn; newspaper4k, in an environment given with
--peers, gets them decoded, and the language too, which is more than the others are told. Times are CPU seconds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import trafilatura

from extractor.domain import Capture
from extractor.parse import detect_language, parse_capture
from extractor.parse.decode import decode
from extractor.sites import Site, registry

PAGES = Path(__file__).parents[1] / "parse" / "pages"
Reader = Callable[[Capture], str]


def captures() -> list[tuple[Capture, str]]:
    """Every fixture page and the text that is expected of it."""
    found = []
    for path in sorted(PAGES.glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        body = path.with_suffix(".html").read_bytes()
        capture = Capture(
            url=expected.get("fetched", expected["url"]),
            body=body,
            sha256=hashlib.sha256(body).hexdigest(),
            retrieved_at="2025-07-01T00:00:00Z",
            media_type="text/html",
        )
        found.append((capture, "\n".join(block[1] for block in expected["blocks"])))
    return found


def ours(sites: Mapping[str, Site]) -> Reader:
    """Our reader with these sites; with none, the generic path."""
    return lambda capture: parse_capture(capture, sites).article.text


def peer(capture: Capture) -> str:
    """trafilatura with its metadata, from the bytes as they came."""
    document = trafilatura.bare_extraction(capture.body, url=capture.url, include_comments=False, with_metadata=True)
    title = document.title if document else None
    return f"{title or ''}\n{document.text if document else ''}"


def newspaper(python: str, pages: list[tuple[Capture, str]], rounds: int) -> tuple[list[float], list[str]] | None:
    """Seconds of each round, and the texts, of newspaper4k in its environment; None where it is not."""
    asked = [
        {"url": capture.url, "html": decode(capture.body).text, "lang": detect_language(expected) or "en"}
        for capture, expected in pages
    ]
    lines = "".join(json.dumps(page) + "\n" for page in asked)
    command = [python, str(Path(__file__).with_name("pages_peers.py")), str(rounds)]
    ran = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if ran.returncode:
        return None
    told = json.loads(ran.stdout.splitlines()[-1])
    return told["seconds"], told["texts"]


def f1(read: str, expected: str) -> float:
    """Character F1 without regard to white space."""
    have, want = (Counter("".join(text.split())) for text in (read, expected))
    common = sum((have & want).values())
    return 2 * common / max(1, sum(have.values()) + sum(want.values()))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--peers", metavar="PYTHON", action="append", default=[], help="Python with newspaper4k")
    given = parser.parse_args()
    rounds = given.rounds
    pages = captures()
    readers: dict[str, Reader] = {"trafilatura": peer, "generic": ours({}), "adapters": ours(registry())}
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for number in range(rounds + 1):
        for name, reader in readers.items():
            start = time.process_time()
            for capture, _ in pages:
                reader(capture)
            if number:
                spent[name].append(time.process_time() - start)
    base = statistics.median(spent["trafilatura"])
    print(f"{len(pages)} pages, {sum(len(c.body) for c, _ in pages) // len(pages):,} bytes on average, {rounds} rounds")
    print(f"{'reader':12} {'pages/CPU s':>12} {'ratio':>6} {'F1 mean':>8} {'F1 min':>7}")
    texts = {name: [reader(capture) for capture, _ in pages] for name, reader in readers.items()}
    for told in filter(None, (newspaper(python, pages, rounds) for python in given.peers)):
        spent["newspaper4k"], texts["newspaper4k"] = told
    for name, read in texts.items():
        median = statistics.median(spent[name])
        scores = [f1(text, expected) for text, (_, expected) in zip(read, pages, strict=True)]
        speed = f"{len(pages) / median:12.0f} {base / median:6.2f}"
        print(f"{name:12} {speed} {statistics.mean(scores):8.4f} {min(scores):7.4f}")


if __name__ == "__main__":
    main()
