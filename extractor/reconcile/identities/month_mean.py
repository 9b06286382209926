"""A month lies within half and twice the mean month of its year, which growth and last year imply."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from extractor.domain import Interval
from extractor.reconcile import rates
from extractor.reconcile.equations import Within
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import amount, plain

NAME = "month_mean"
GROUPS = ("article", "series")
PLAUSIBLE = Interval(low=Decimal("0.5"), high=Decimal(2))
"""Trade of two large economies swings by season, but not by more than this."""


def trials(view: View) -> Iterator[Trial]:
    """16.4 in December beside 156.455 x 1.055 / 12 = 13.76: 1.19 times the mean month."""
    yearly = [r for r in view.readings if r.measure == "change:yoy" and _year_long(r) and _goods(r)]
    months = [r for r in view.readings if r.measure == "level" and _month_long(r) and _goods(r)]
    levels = [r for r in view.readings if r.measure == "level" and _year_long(r) and _goods(r)]
    for month in months:
        fitting = (
            (before, growth)
            for growth in yearly
            if _holds(growth, month)
            for before in levels
            if _leads(before, growth)
        )
        for before, growth in islice(fitting, 1):
            yield _trial(month, before, growth)


def _holds(growth: Reading, month: Reading) -> bool:
    """Whether the year of the growth rate holds the month, of the same goods."""
    return bool(growth.period and month.period and growth.period.contains(month.period)) and _basis(growth, month)


def _leads(before: Reading, growth: Reading) -> bool:
    """Whether the level is that of the year before the growth rate's."""
    return bool(growth.period) and before.period == rates.year_before(growth.period) and _basis(growth, before)


def _goods(r: Reading) -> bool:
    return r.claim.flow in ("export", "import") and r.value is not None


def _year_long(r: Reading) -> bool:
    return r.period is not None and r.period.days in (365, 366)


def _month_long(r: Reading) -> bool:
    return r.period is not None and 28 <= r.period.days <= 31


def _basis(a: Reading, b: Reading) -> bool:
    """The same goods in the same currency, counted by the same end, or on the importer's side for both."""
    if a.oriented != b.oriented or a.claim.commodity != b.claim.commodity:
        return False
    same = a.claim.flow == b.claim.flow or "double_import" in (a.basis["partner_rule"], b.basis["partner_rule"])
    beside = a.claim.article_id == b.claim.article_id and None in (a.currency, b.currency)
    return same and (beside or (a.currency is not None and a.currency == b.currency))


def _trial(month: Reading, before: Reading, growth: Reading) -> Trial:
    factor = 1 + (growth.value or Decimal(0)) / 100
    year = (before.value or Decimal(0)) * factor
    mean = year / 12
    value = month.value or Decimal(0)
    unit = month.claim.unit
    line = (
        f"{amount(before.value, unit)} x {plain(factor)} / 12 = {amount(mean, unit, 2)}; "
        f"{amount(value, unit)} / {amount(mean, unit, 2)} = {plain(value / mean, 2) if mean else '?'}"
    )
    band = PLAUSIBLE * Interval.exact(mean / before.value) if before.value else PLAUSIBLE
    rule = "the month is of the size of the year's mean month"
    return Trial(NAME, rule, Within((band,)), (Term(month), Term(before)), (line,), (growth,))
