"""Currency basis: the same trade in yen and in dollars, converted at the period's average rate.

Example: +7.1% in yen / 1.061 = +0.9% in dollars.
"""

from __future__ import annotations

from decimal import Decimal

from extractor.domain import Interval, Period
from extractor.reconcile import rates
from extractor.reconcile.effect import Context, Effect, is_growth, is_level
from extractor.reconcile.reading import Reading
from extractor.reconcile.wording import amount, growth, period_name, plain, unit_name

NAME = "currency"
UNLESS = "conversion"
PUBLISHED_WITHIN = 45
"""Days after a period in which most figures for it are printed, and converted by those who print them."""
STATED_WITHIN = Decimal("0.02")
"""A change that the article states is used when it lies this near to the ECB's; else it is of another pair."""


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies when both currencies are known and differ."""
    if a.currency is None or b.currency is None or a.currency == b.currency or a.period is None or b.period is None:
        return None
    if is_level(a, b):
        return _levels(a, b, context)
    return _growths(a, b, context) if is_growth(a, b) else None


def _levels(a: Reading, b: Reading, context: Context) -> Effect | None:
    """A level in one currency = the level in the other x a rate: the period's average, or one of the weeks after."""
    if a.period is None or a.currency is None or b.currency is None or a.value is None:
        return None
    mean = rates.average(a.period.start, a.period.end, a.currency, b.currency)
    allowed = _allowed(a.period, a.currency, b.currency)
    if allowed is None or mean is None:
        return None
    rate, operation = _stated(a, b, context) or (mean, _operation(mean))
    result = (
        f"{amount(a.claim.value and a.claim.value * rate, b.currency, 2)} (stated: {amount(b.claim.value, b.currency)})"
    )
    line = f"{amount(a.claim.value, a.currency)} {operation} = {result}"
    sentence = f"one figure is in {unit_name(a.currency)}, the other in {unit_name(b.currency)}"
    return Effect(NAME, "currency", sentence, allowed, rate, (line,))


def _allowed(period: Period, base: str, quote: str) -> Interval | None:
    """From the period's average to the daily rates of the weeks in which figures for it are published."""
    band = rates.band(period, base, quote)
    after = rates.extremes(period.end, PUBLISHED_WITHIN, base, quote, ahead=True)
    return band and Interval.hull([band, after] if after else [band])


def _stated(a: Reading, b: Reading, context: Context) -> tuple[Decimal, str] | None:
    """The rate that an article states for the period, as a factor from a to b and as it is written."""
    divided, multiplied = (
        context.rate(a, str(b.currency), str(a.currency)),
        context.rate(a, str(a.currency), str(b.currency)),
    )
    if divided is not None and divided.value:
        return 1 / divided.value, f"/ {plain(divided.value)}"
    if multiplied is not None and multiplied.value:
        return multiplied.value, f"x {plain(multiplied.value)}"
    return None


def _operation(mean: Decimal) -> str:
    """As it is usually written: divided by the yen price of a dollar, not times 0.0066."""
    return f"x {plain(mean, 2)}" if mean >= 1 else f"/ {plain(1 / mean, 2)}"


def _growths(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Growth in one currency = growth in the other x change of the rate."""
    if a.currency is None or b.currency is None:
        return None
    there, back = _change(a, b.currency, context), _change(b, a.currency, context)
    if there is None or back is None or a.value is None or b.value is None:
        return None
    lines = (_line(a, b.currency, there), _line(b, a.currency, back))
    sentence = f"one growth rate is in {unit_name(a.currency)}, the other in {unit_name(b.currency)}"
    return Effect(NAME, "currency", sentence, _band(there, rates.slack(a.currency, b.currency)), there, lines)


def _band(change: Decimal, slack: Decimal) -> Interval:
    """The averages of both years may each differ by the slack of customs averages."""
    return Interval(low=change * (1 - 2 * slack), high=change * (1 + 2 * slack))


def _change(reading: Reading, currency: str, context: Context) -> Decimal | None:
    """By what growth in the reading's currency is multiplied to be growth in the other's, in its own period."""
    if reading.period is None or reading.currency is None:
        return None
    published = rates.change(reading.period, reading.currency, currency)
    stated = context.change(reading)
    if published is None or stated is None or stated.value is None:
        return published
    factor = 1 + abs(stated.value) / 100
    chosen = factor if published >= 1 else 1 / factor
    return chosen if abs(chosen - published) < STATED_WITHIN else published


def in_currency(growth_rate: Reading, currency: str | None, context: Context) -> str | None:
    """The growth rate converted, as one line of arithmetic; None where a currency is unknown or the same."""
    if currency is None or growth_rate.currency in (None, currency) or growth_rate.period is None:
        return None
    if growth_rate.value is None or not growth_rate.measure.startswith("change:yoy"):
        return None
    change = _change(growth_rate, currency, context)
    return _line(growth_rate, currency, change) if change else None


def _line(reading: Reading, currency: str | None, change: Decimal) -> str:
    operation = f"x {plain(change, 3)}" if change >= 1 else f"/ {plain(1 / change, 3)}"
    result = ((1 + (reading.value or Decimal(0)) / 100) * change - 1) * 100
    where = f"in {unit_name(currency)} ({period_name(reading.period)})"
    return f"{growth(reading.value)} {operation} = {growth(result, 1)} {where}"
