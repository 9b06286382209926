"""What is wrong with the archive, as Issues: one damaged capture stops nobody."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.archive import Archive, Entry
from extractor.domain import Capture, Issue
from extractor.domain.errors import ArchiveError


def read_entry(archive: Archive, entry: Entry) -> Capture | Issue:
    """A capture, or why it cannot be had."""
    try:
        return archive.read(entry)
    except ArchiveError as error:
        return Issue(stage="archive", code=error.code, message=str(error), source=entry.source, url=entry.url)


def lasting(problems: Sequence[Issue]) -> list[Issue]:
    """The archive's problems that are to be kept.

    A record that a killed program left half written is none: nobody was told that it is safe, and
    whoever handed it in does so again. Where the index was damaged too, nobody knows that.
    """
    known = all(problem.code != "index_remade" for problem in problems)
    return [problem for problem in problems if not (known and problem.code == "cut_off")]
