"""Walks a file of gzip members, one WARC record each, and says where one is cut off or corrupt.

WARC readers end in silence at a truncated last record; here its place is known, so that it can be cut.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

MAGIC = b"\x1f\x8b\x08"
CHUNK = 1 << 16
GZIP = 31  # zlib's window bits for a gzip header and trailer; the trailer's checksum is verified

Fault = Literal["cut_off", "corrupt", "too_large"]


class Readable(Protocol):
    """Anything that bytes can be read from in order; seeking is not needed."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes, empty at the end."""
        ...


@dataclass(frozen=True)
class Member:
    """A whole gzip member: where it stands in the file, and what it holds."""

    offset: int
    length: int
    data: bytes


@dataclass(frozen=True)
class Damage:
    """A stretch of the file that is no whole member, and why."""

    offset: int
    length: int
    why: Fault


def members(stream: Readable, *, offset: int = 0, limit: int = 1 << 28) -> Iterator[Member | Damage]:
    """The members of a stream that stands at `offset`, in order, and the damaged stretches between them.

    After damage the walk goes on at the next place that looks like a member. A
    member that holds more than `limit` bytes is passed over, never kept.
    """
    ahead = _Ahead(stream, offset)
    while ahead.data or ahead.more():
        start = ahead.offset
        fault, data = _inflate(ahead, limit)
        if fault is None:
            yield Member(start, ahead.offset - start, data)
        else:
            if fault == "corrupt":
                ahead.seek_magic()
            yield Damage(start, ahead.offset - start, fault)


def _inflate(ahead: _Ahead, limit: int) -> tuple[Fault | None, bytes]:
    """One member's data. The view then stands behind it; at its start when it is corrupt."""
    inflater = zlib.decompressobj(GZIP)
    kept: list[bytes] = []
    size = used = 0
    while not inflater.eof:
        piece = inflater.unconsumed_tail
        if not piece:
            if used == len(ahead.data) and not ahead.more():
                ahead.drop(used)
                return "cut_off", b""
            piece = bytes(ahead.data[used : used + CHUNK])
            used += len(piece)
        try:
            part = inflater.decompress(piece, CHUNK)
        except zlib.error:
            return "corrupt", b""
        size += len(part)
        if size <= limit:
            kept.append(part)
        else:
            kept.clear()
            ahead.drop(used - len(piece))
            used = len(piece)
    ahead.drop(used - len(inflater.unused_data))
    return (None, b"".join(kept)) if size <= limit else ("too_large", b"")


class _Ahead:
    """What has been read of the stream and not yet been dealt with; `offset` is where it begins."""

    def __init__(self, stream: Readable, offset: int) -> None:
        self._stream = stream
        self.offset = offset
        self.data = bytearray()

    def more(self) -> bool:
        """Read on; False at the end of the stream."""
        piece = self._stream.read(CHUNK)
        self.data += piece
        return bool(piece)

    def drop(self, count: int) -> None:
        """Forget the first bytes."""
        del self.data[:count]
        self.offset += count

    def seek_magic(self) -> None:
        """Go to the next place after this one that looks like a member, or to the end."""
        self.drop(1)
        while (found := self.data.find(MAGIC)) < 0:
            self.drop(max(0, len(self.data) - len(MAGIC) + 1))
            if not self.more():
                self.drop(len(self.data))
                return
        self.drop(found)
