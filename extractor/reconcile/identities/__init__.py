"""The identities: what must be true between figures. One file each, one row each in this table.

A file has `NAME`, `trials(view) -> Iterator[Trial]` and an example in its docstring; the
row says in which groups it is tried. See ../README.md for adding one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from extractor.reconcile.identities import (
    balance,
    balance_change,
    exchange_rate,
    parts,
    period,
    rank_window,
    share,
    total,
)
from extractor.reconcile.trial import Trial
from extractor.reconcile.view import View


class Identity(NamedTuple):
    """One row: its name in findings, the groups it is tried in, its function."""

    name: str
    groups: tuple[str, ...]
    trials: Callable[[View], Iterator[Trial]]


IDENTITIES: tuple[Identity, ...] = (
    Identity(balance.NAME, ("article", "frame"), balance.trials),
    Identity(total.NAME, ("article", "frame"), total.trials),
    Identity(share.NAME, ("article", "frame"), share.trials),
    Identity(balance_change.NAME, ("article", "frame"), balance_change.trials),
    Identity(parts.NAME, ("article", "frame"), parts.trials),
    Identity(exchange_rate.NAME, ("article",), exchange_rate.trials),
    Identity(period.NAME, ("article",), period.trials),
    Identity(rank_window.NAME, ("article",), rank_window.trials),
)


def trials(view: View, group: str) -> Iterator[Trial]:
    """Every trial that the group's kind (article, frame, series) asks for; across articles only mixed ones."""
    for identity in IDENTITIES:
        if group in identity.groups:
            for trial in identity.trials(view):
                if view.scope == "article" or len(trial.articles) > 1:
                    yield trial
