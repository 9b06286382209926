"""The identities: what must be true between figures. One file each; every file of this folder is in the table.

A file has `NAME`, `GROUPS` (article: one article's own figures; frame: one reporter and period,
many articles; series: one flow through time, many articles), `trials(view) -> Iterator[Trial]`
and an example in its docstring. See ../README.md for adding one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from extractor.reconcile.trial import Trial
from extractor.reconcile.view import View


class Identity(NamedTuple):
    """One file: its name in findings, the groups it is tried in, its function."""

    name: str
    groups: tuple[str, ...]
    trials: Callable[[View], Iterator[Trial]]


@cache
def table() -> tuple[Identity, ...]:
    """Every identity, in alphabetical order."""
    modules = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
    return tuple(sorted(Identity(module.NAME, module.GROUPS, module.trials) for module in modules))


def trials(view: View, group: str) -> Iterator[Trial]:
    """Every trial that the group's kind (article, frame, series) asks for; across articles only mixed ones."""
    for identity in table():
        if group in identity.groups:
            for trial in identity.trials(view):
                if _counts(trial, view):
                    yield trial


def _counts(trial: Trial, view: View) -> bool:
    """Not what one article was tried for already; nor a failure with a figure that its article contradicts itself."""
    if view.scope == "across" and len(trial.articles) == 1:
        return False
    return bool(trial.passed) or not any(view.ambiguous(term.reading) for term in trial.terms)
