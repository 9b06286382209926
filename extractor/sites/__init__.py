"""One file per source: discovery, policy, page layouts. Adding a site is adding a file (see README.md here)."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType

from pydantic import ValidationError

from extractor.domain.errors import CatalogueError
from extractor.sites.base import Discovery, Layout, Site
from extractor.sites.urls import canonical_url, site_of

__all__ = ["Discovery", "Layout", "Site", "canonical_url", "registry", "site_of"]

HERE = Path(__file__).parent
NOT_SITES = {"__init__", "base", "urls"}


@cache
def registry(folder: Path = HERE) -> Mapping[str, Site]:
    """Every site of the folder by its code: each `*.py` file there states one as `SITE`.

    Raises:
        CatalogueError: a file states no site, a malformed one, or a code that another file has.
    """
    found: dict[str, Site] = {}
    for path in sorted(folder.glob("*.py")):
        if path.stem in NOT_SITES:
            continue
        for site in _stated(path):
            if site.code in found:
                raise CatalogueError(f"sites/{path.name}: the code {site.code} is taken", "Give it another code")
            found[site.code] = site
    return MappingProxyType(found)


def _stated(path: Path) -> Iterator[Site]:
    try:
        site = getattr(_module(path), "SITE", None)
    except (ValidationError, SyntaxError, ImportError) as error:
        raise CatalogueError(f"sites/{path.name}: {error}", "Mend the file; sites/README.md shows one") from error
    if not isinstance(site, Site):
        raise CatalogueError(f"sites/{path.name}: states no SITE", "End it with SITE = Site(...)")
    yield site


def _module(path: Path) -> ModuleType:
    if path.parent == HERE:
        return importlib.import_module(f"extractor.sites.{path.stem}")
    spec = importlib.util.spec_from_file_location(f"added_site_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot be imported: {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
