"""The corpus' pages made as heavy as news pages are: the article stays as it is, what surrounds it grows.

Shares of what is added: half scripts and JSON state, a fifth style sheets and drawings, the rest navigation, lists of
other stories and a footer. Every page's filling is its own.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from pathlib import Path

from extractor.domain import Capture
from extractor.runs.demo import corpus_folder

WORDS = (
    "market city minister rain league theatre school road harvest report camera garden morning river museum ticket "
    "trial record season village doctor engine holiday station window council weather coach forest letter"
)


def captures(copies: int, kilobytes: int = 0, *, known: bool = True) -> list[Capture]:
    """The corpus' pages, each copy on a host of its own, filled up to a weight.

    `known`: as of the outlets that have a site of their own; else of one that nobody has written rules for.
    """
    found = []
    for copy in range(copies):
        for path in sorted(corpus_folder().glob("*/*.html")):
            body = page(path, copy, kilobytes, known=known)
            found.append(
                Capture(url=f"https://copy{copy}.example.org/{path.parent.name}/{path.name}", body=body,
                        sha256=hashlib.sha256(body).hexdigest(), media_type="text/html",
                        retrieved_at="2025-01-01T00:00:00Z", source=path.parent.name if known else None)
            )  # fmt: skip
    return found


def page(path: Path, copy: int, kilobytes: int, *, known: bool = True) -> bytes:
    """One page of the corpus in its surroundings."""
    html = path.read_text(encoding="utf-8")
    if not known:
        html = re.sub(r'<link rel="canonical"[^>]*>', "", html)
    spare = max(kilobytes * 1000 - len(html.encode()), 0)
    dice = random.Random(f"{path.name}{copy}")  # noqa: S311
    head = _style(dice, spare // 5) + _state(dice, spare // 2)
    after = _stories(dice, spare - spare // 5 - spare // 2)
    html = html.replace("</head>", f"{head}</head>", 1)
    return f"{html.replace('</body>', f'{after}</body>', 1)}<!-- {copy} -->".encode()


def _some(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS.split(), k=count))


def _style(dice: random.Random, size: int) -> str:
    rules, length = [], 0
    while length < size:
        rules.append(f".c{dice.randrange(10**6)}{{margin:{dice.randrange(40)}px;color:#{dice.randrange(16**6):06x}}}")
        length += len(rules[-1])
    return f"<style>{''.join(rules)}</style>" if rules else ""


def _state(dice: random.Random, size: int) -> str:
    rows: list[dict[str, object]] = []
    length = 0
    while length < size:
        rows.append({"id": dice.randrange(10**9), "title": _some(dice, 9), "tags": dice.choices(WORDS.split(), k=4)})
        length += len(json.dumps(rows[-1])) + 2
    return f"<script>window.__STATE__ = {json.dumps(rows)};</script>" if rows else ""


def _stories(dice: random.Random, size: int) -> str:
    cards, length = [], 0
    while length < size:
        link = f"/news/{dice.randrange(10**8)}"
        cards.append(
            f'<li class="card"><a href="{link}"><img src="{link}.jpg" alt="{_some(dice, 4)}" width="320" height="180">'
            f'<span class="card-title">{_some(dice, 8)}</span></a><div class="meta">'
            f'<time>{dice.randrange(24)} hours ago</time> <a href="/section/{_some(dice, 1)}">{_some(dice, 1)}</a>'
            "</div></li>"
        )
        length += len(cards[-1])
    return f'<aside class="related"><h2>More</h2><ul>{"".join(cards)}</ul></aside>' if cards else ""
