"""Captures in WARC/1.1 files with an index in SQLite, and WARC files that others made.

with Archive(home) as archive:
    archive.add(capture)        # False when URL and bytes are known: a sighting is kept instead
    archive.get(sha256)         # the Capture, its digest verified
    archive.sight(sighting)     # a page that was asked for again and had not changed

for found in read_warc("s3://bucket/CC-NEWS.warc.gz"):
    ...                         # a Capture, or an Issue for a record that cannot be read
"""

from extractor.archive.archive import Archive
from extractor.archive.foreign import read_warc
from extractor.archive.index import Entry
from extractor.archive.shingles import FIRST, Copy, near_duplicates, sketch

__all__ = ["FIRST", "Archive", "Copy", "Entry", "near_duplicates", "read_warc", "sketch"]
