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
    cumulative,
    exchange_rate,
    growth_currency,
    highest_since,
    implied_rate,
    month_mean,
    multiple,
    parts,
    period,
    previous,
    price_quantity,
    rank_window,
    share,
    streak,
    total,
    wrong_year,
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
    Identity(price_quantity.NAME, ("article", "frame"), price_quantity.trials),
    Identity(previous.NAME, ("article", "series"), previous.trials),
    Identity(cumulative.NAME, ("article", "series"), cumulative.trials),
    Identity(streak.NAME, ("article", "series"), streak.trials),
    Identity(highest_since.NAME, ("article", "series"), highest_since.trials),
    Identity(month_mean.NAME, ("article", "series"), month_mean.trials),
    Identity(wrong_year.NAME, ("series",), wrong_year.trials),
    Identity(exchange_rate.NAME, ("article",), exchange_rate.trials),
    Identity(period.NAME, ("article",), period.trials),
    Identity(implied_rate.NAME, ("article",), implied_rate.trials),
    Identity(growth_currency.NAME, ("article",), growth_currency.trials),
    Identity(multiple.NAME, ("article",), multiple.trials),
    Identity(rank_window.NAME, ("article",), rank_window.trials),
)


def trials(view: View, group: str) -> Iterator[Trial]:
    """Every trial that the group's kind (article, frame, series) asks for; across articles only mixed ones."""
    for identity in IDENTITIES:
        if group in identity.groups:
            for trial in identity.trials(view):
                if view.scope == "article" or len(trial.articles) > 1:
                    yield trial
