"""People's judgements in a file of their own, beside the database: one JSON object a line, only ever appended to.

The database can be made again from the captures; what people decided cannot. Every judgement is written
here right after it is stored, and `rebuild` reads it back.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from extractor.domain import Judgement
from extractor.domain.errors import StoreError
from extractor.store import read

NAME = "judgements.jsonl"


class Journal(NamedTuple):
    """What the file holds: judgements in the order they were made, and the lines that cannot be read."""

    judgements: list[Judgement]
    unreadable: list[int]


def load(home: Path) -> Journal:
    """The journal of a home; empty where there is none. A line that a killed program left half written is named."""
    path = home / NAME
    found: dict[str, Judgement] = {}
    unreadable: list[int] = []
    lines = path.read_bytes().splitlines() if path.exists() else []
    for number, line in enumerate(lines, start=1):
        try:
            judgement = Judgement.model_validate_json(line)
        except ValidationError:
            unreadable.append(number)
        else:
            found.setdefault(judgement.id, judgement)
    return Journal(list(found.values()), unreadable)


def keep(home: Path, db: sqlite3.Connection) -> int:
    """Append the judgements of the database that the journal lacks; how many.

    Raises:
        StoreError: the file cannot be written; the database has them, and the next judgement tries again.
    """
    return append(home, read.read_judgements(db))


def append(home: Path, judgements: Iterable[Judgement]) -> int:
    """Append those that the journal lacks, synced to the disk; how many. Raises StoreError as `keep` does."""
    path = home / NAME
    known = {judgement.id for judgement in load(home).judgements}
    fresh = [judgement for judgement in judgements if judgement.id not in known]
    if not fresh:
        return 0
    try:
        with path.open("ab") as file:
            torn = file.tell() and not path.read_bytes().endswith(b"\n")
            lines = "".join(f"{judgement.model_dump_json()}\n" for judgement in fresh)
            file.write(b"\n" * bool(torn) + lines.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        todo = "The judgement is in the database; mend this and judge again, or run `extractor doctor`"
        raise StoreError(f"{path} cannot be written: {error.strerror}", todo) from error
    return len(fresh)
