"""Content-Encoding taken off, within bounds: a few bytes cannot become gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

import brotli  # type: ignore[import-untyped]  # it ships no types
import zstandard

from extractor.domain.errors import BrokenResponse, TooLarge

ACCEPTED = "gzip, deflate, br, zstd"
MAX_LAYERS = 3
STEP = 1 << 16
ZSTD_WINDOW = 1 << 23  # RFC 9659: what a sender may ask for in a Content-Encoding
ZSTD_PIECE = 64
GZIP_MAGIC = b"\x1f\x8b"


def decode(body: bytes, encodings: str | None, *, limit: int) -> bytes:
    """The body with its encodings taken off, the last one first. Each layer may yield `limit` bytes.

    A body labelled gzip that is none comes back as it is: some servers decode and keep the label.

    Raises:
        TooLarge: a layer yields more than `limit` bytes.
        BrokenResponse: a layer is unknown, damaged or cut off, or there are more than three.
    """
    names = [name for part in (encodings or "").split(",") if (name := part.strip().lower()) not in ("", "identity")]
    if len(names) > MAX_LAYERS:
        raise BrokenResponse(f"Content-Encoding has {len(names)} layers", "The page cannot be read")
    for name in reversed(names):
        if body:
            body = _layer(body, name, limit)
    return body


def gunzip(body: bytes, *, limit: int) -> bytes:
    """The body, decompressed when it is a gzip file (sitemap.xml.gz). Raises as `decode` does."""
    return decode(body, "gzip", limit=limit)


def _layer(body: bytes, name: str, limit: int) -> bytes:
    if name not in LAYERS:
        raise BrokenResponse(f"Content-Encoding {name!r} is unknown", "The page cannot be read")
    out = BytesIO()
    try:
        for part in LAYERS[name](body):
            out.write(part)
            if out.tell() > limit:
                raise TooLarge(f"decompressed, the body passes {limit:,} bytes", "The page is left out")
    except (zlib.error, brotli.error, zstandard.ZstdError, EOFError) as error:
        raise BrokenResponse(
            f"the {name} body is damaged: {error}", "The page may be whole at the next crawl"
        ) from error
    return out.getvalue()


def _gzip(body: bytes) -> Iterator[bytes]:
    if not body.startswith(GZIP_MAGIC):
        yield body
        return
    while body.startswith(GZIP_MAGIC):
        inflater = zlib.decompressobj(31)
        yield from _inflate(inflater, body)
        body = inflater.unused_data


def _deflate(body: bytes) -> Iterator[bytes]:
    """zlib's format, or the bare stream that some servers send instead."""
    zlib_header = body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    return _inflate(zlib.decompressobj(15 if zlib_header else -15), body)


def _inflate(inflater: zlib._Decompress, body: bytes) -> Iterator[bytes]:
    while not inflater.eof:
        part = inflater.decompress(body, STEP)
        if not part and not inflater.eof:
            raise EOFError("it is cut off")
        yield part
        body = inflater.unconsumed_tail


def _brotli(body: bytes) -> Iterator[bytes]:
    inflater = brotli.Decompressor()
    yield inflater.process(body, output_buffer_limit=STEP)
    while not inflater.is_finished():
        part = inflater.process(b"", output_buffer_limit=STEP)
        if not part and inflater.can_accept_more_data():
            raise EOFError("it is cut off")
        yield part


def _zstd(body: bytes) -> Iterator[bytes]:
    """Fed in small pieces, as a piece's output cannot be bounded: a block of four bytes may hold 128 KiB."""
    decompressor = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    inflater = decompressor.decompressobj()
    idle = True
    for start in range(0, len(body), ZSTD_PIECE):
        piece = body[start : start + ZSTD_PIECE]
        while piece:
            yield inflater.decompress(piece)
            idle, piece = inflater.eof, inflater.unused_data
            if idle:
                inflater = decompressor.decompressobj()
    if not idle:
        raise EOFError("it is cut off")


LAYERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd,
}  # fmt: skip
