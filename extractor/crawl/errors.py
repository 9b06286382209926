"""Refinements of the domain's FetchError that the crawler itself acts on.

FetchError
├── Answered              the server answered with a status that is no page
│   └── AskedToWait       429 or 503 with a Retry-After beyond the page's deadline
└── Refused
    └── DisallowedByRobots
"""

from __future__ import annotations

from extractor.domain.errors import FetchError, Refused


class Answered(FetchError):
    """The server answered with `status`, which is no page; `wait` is its Retry-After in seconds."""

    code = "status"

    def __init__(self, message: str, hint: str | None = None, *, status: int = 0, wait: float | None = None) -> None:
        super().__init__(message, hint)
        self.status = status
        self.wait = wait

    @property
    def gone(self) -> bool:
        """Whether asking again is pointless."""
        return self.status in (404, 410, 451)


class AskedToWait(Answered):
    """The server asked for a pause that is longer than the page's deadline."""

    code = "asked_to_wait"


class DisallowedByRobots(Refused):
    """robots.txt disallows the page, or could not be read."""

    code = "robots"
