"""Everything that can go wrong, as one tree.

ExtractorError                what went wrong, and what to do next
├── InputError                the caller's input cannot be used (exit code 2)
│   ├── UnreadableInput       a file that is missing, empty, undecodable or malformed
│   ├── UnreadLanguage        a text in a language that has no file in languages/
│   └── UnknownTerm           an indicator, place, unit or source that the catalogue lacks
├── CatalogueError            a row of the catalogue or corpus is malformed
├── FetchError                a page could not be fetched
│   ├── Refused               robots.txt, policy or a forbidden address said no
│   ├── TooLarge              the body passed the size limit
│   ├── TooSlow               the deadline passed
│   └── BrokenResponse        truncated, undecodable or looping
├── ArchiveError              a capture is missing or does not match its digest (exit code 2)
├── ParseError                a page could not be made into an article
└── StoreError                the database cannot be opened, migrated or written (exit code 2)
"""

from __future__ import annotations


class ExtractorError(Exception):
    """What went wrong, in one line, and what the user can do about it.

    Args:
        message: what went wrong, naming the thing (file, URL, row).
        hint: what to do next; shown after the message.
    """

    code = "error"
    exit_code = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message

    def __reduce__(self) -> tuple[type[ExtractorError], tuple[str, str | None]]:
        return (type(self), (self.message, self.hint))


class InputError(ExtractorError):
    """The caller's input cannot be used."""

    code = "input"
    exit_code = 2


class UnreadableInput(InputError):
    """A file that is missing, empty, undecodable or malformed."""

    code = "unreadable"


class UnreadLanguage(InputError):
    """A text in a language that has no file in `languages/`; read as another its figures would be wrong."""

    code = "language_not_read"


class UnknownTerm(InputError):
    """An indicator, place, unit, source or verdict that nothing here knows."""

    code = "unknown_term"


class CatalogueError(ExtractorError):
    """A row of the catalogue or of the corpus is malformed: file, row and reason."""

    code = "catalogue"
    exit_code = 2


class FetchError(ExtractorError):
    """A page could not be fetched."""

    code = "fetch"


class Refused(FetchError):
    """robots.txt, the source's policy or a forbidden address said no."""

    code = "refused"


class TooLarge(FetchError):
    """The body passed the size limit before or after decompression."""

    code = "too_large"


class TooSlow(FetchError):
    """The deadline for one URL, with its retries and redirects, passed."""

    code = "too_slow"


class BrokenResponse(FetchError):
    """The response was truncated, undecodable, looping or not HTTP."""

    code = "broken_response"


class ArchiveError(ExtractorError):
    """A capture is missing, cut off or does not match its digest."""

    code = "archive"
    exit_code = 2


class ParseError(ExtractorError):
    """A capture could not be made into an article."""

    code = "parse"


class StoreError(ExtractorError):
    """The database cannot be opened, migrated or written."""

    code = "store"
    exit_code = 2
