"""Does every exported quote still stand where the export says, in the archived page?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from extractor.archive import Archive
from extractor.domain import Capture
from extractor.domain.errors import ArchiveError, ExtractorError
from extractor.runs.stages import Parsed


@dataclass(frozen=True)
class Checked:
    """One row: its claim, and what is wrong with it (None: it stands as cited)."""

    claim_id: str
    problem: str | None


def verify(home: Path, rows: Iterable[dict[str, Any]], parse: Callable[[Capture], Parsed]) -> Iterator[Checked]:
    """Slice every quote again from the archived capture."""
    with Archive(home) as archive:
        read = lru_cache(maxsize=64)(lambda sha256, url: _text(archive, sha256, url, parse))
        for row in rows:
            locator = row["locator"]
            text, problem = read(locator["capture_sha256"], locator["url"])
            yield Checked(str(row["id"]), problem or _mismatch(text, locator))


def _text(
    archive: Archive, sha256: str | None, url: str | None, parse: Callable[[Capture], Parsed]
) -> tuple[str, str | None]:
    if not sha256:
        return "", "it names no capture"
    try:
        return parse(archive.get(sha256)).article.text, None
    except ArchiveError as error:
        return "", str(error)
    except ExtractorError as error:
        return "", f"the capture can no longer be read: {error}"


def _mismatch(text: str, locator: dict[str, Any]) -> str | None:
    quote, start, end = locator["quote"], locator["start"], locator["end"]
    if text[start:end] != quote:
        around = f"{locator['prefix'] or ''}{quote}{locator['suffix'] or ''}"
        place = text.find(around)
        if place >= 0:
            moved = place + len(locator["prefix"] or "")
            return f"{quote!r} has moved from {start} to {moved}: the page is parsed otherwise now"
        return f"{quote!r} is not at {start} to {end}: there stands {text[start:end]!r}"
    before, after = locator["prefix"] or "", locator["suffix"] or ""
    if not text[:start].endswith(before) or not text[end:].startswith(after):
        return f"{quote!r} stands between other words now"
    return None
