"""One file per page, found by looking: a new page is a new file with ROUTE, TEMPLATE and `data(ask)`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from extractor.web.asking import Page


def registry() -> list[Page]:
    """Every page, by file name."""
    names = sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_"))
    return [cast("Page", import_module(f"{__name__}.{name}")) for name in names]
