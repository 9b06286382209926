"""Near-duplicates among what is current: linked, never dropped. A new article is compared with few others."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from extractor.archive import FIRST, near_duplicates, sketch
from extractor.store import copies

A_STEP = 200


def link_copies(db: sqlite3.Connection, step: Callable[[sqlite3.Connection], AbstractContextManager[None]]) -> None:
    """Compare the articles that have become current with those before them. Each step is a transaction of its own."""
    with step(db):
        copies.drop_gone(db)
    while texts := copies.unsketched(db, A_STEP):
        with step(db):
            for key, text in texts.items():
                _link(db, key, text)


def _link(db: sqlite3.Connection, key: int, text: str) -> None:
    marks = sketch(text)
    near = copies.sharing(db, marks, FIRST)
    compared = {str(other): found for other, found in sorted({**near, key: text}.items())}
    for copy in near_duplicates(compared) if near else ():
        if str(key) in (copy.original_id, copy.copy_id):
            copies.save_copy(db, int(copy.copy_id), int(copy.original_id), copy.share)
    copies.save_sketch(db, key, marks)
