"""An outlet's own conversion: the amount in brackets is the other amount at a rate of the publication day.

Example: 7.33 trillion yen ($48.87 billion): 149.99 yen per dollar, the rate of late February, not
January's average. Such an amount is no second source.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from extractor.domain import Interval
from extractor.reconcile import rates
from extractor.reconcile.effect import Context, Effect, is_level
from extractor.reconcile.intervals import middle
from extractor.reconcile.reading import Reading
from extractor.reconcile.wording import amount, period_name, plain

NAME = "conversion"
WINDOW = 60
"""Days after the period in which an undated article is looked for."""
SLACK = Decimal("0.005")
"""Banks' and agencies' rates of a day differ from the ECB's fixing by less than this."""


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies to two amounts of one sentence in two currencies, the later one the conversion."""
    del context
    if not is_conversion(a, b) or a.value is None or b.value is None or not b.value:
        return None
    original, converted = sorted((a, b), key=lambda r: r.claim.start)
    base, quote = str(converted.currency), str(original.currency)
    found = matching_day(original.rounded / converted.rounded, original, base, quote)
    if found is None and (original.published or original.period):
        return None
    rate = abs((original.value or Decimal(0)) / (converted.value or Decimal(1)))
    amounts = f"{amount(original.claim.value, quote)} / {amount(converted.claim.value, base)}"
    lines = [f"{amounts} = {plain(rate, 2)} {quote}/{base}"]
    if found:
        lines.append(f"ECB rate of {found[0].isoformat()}: {plain(found[1], 2)}")
    if original.period and (mean := rates.average(original.period.start, original.period.end, base, quote)):
        lines.append(f"average of {period_name(original.period)}: {plain(mean, 2)}")
    when = "at the rate of the publication day" if found else "at a rate of an unknown day"
    sentence = (
        f"'{converted.claim.quote}' is the outlet's own conversion of '{original.claim.quote}' {when}, no second source"
    )
    detail = "publication_day" if found else "conversion"
    return Effect(NAME, "currency", sentence, b.rounded / a.rounded, b.value / a.value, tuple(lines), detail)


def is_conversion(a: Reading, b: Reading) -> bool:
    """Whether one is linked to the other as a conversion, or stands beside it in the same sentence."""
    if not is_level(a, b) or a.currency == b.currency or None in (a.currency, b.currency):
        return False
    if a.claim.article_id != b.claim.article_id:
        return False
    linked = any(
        link.kind == "conversion" and link.claim_id == other.id
        for one, other in ((a, b), (b, a))
        for link in one.claim.links
    )
    first, second = sorted((a.claim, b.claim), key=lambda c: c.start)
    return linked or (first.sentence_start == second.sentence_start and second.start - first.end <= 4)


def matching_day(implied: Interval, reading: Reading, base: str, quote: str) -> tuple[date, Decimal] | None:
    """The publication day, or the first day after the period, whose rate the two amounts imply."""
    nearest: tuple[Decimal, date, Decimal] | None = None
    for day in _days(reading):
        rate = rates.on(day, base, quote)
        if rate is None or not Interval(low=rate * (1 - SLACK), high=rate * (1 + SLACK)).overlaps(implied):
            continue
        if reading.published:
            return day, rate
        gap = abs(rate - (middle(implied) or rate))
        if nearest is None or gap < nearest[0]:
            nearest = gap, day, rate
    return nearest[1:] if nearest else None


def _days(reading: Reading) -> Iterator[date]:
    """From the publication day a week back; without one, the weeks after the period."""
    if reading.published:
        yield from (reading.published - timedelta(days=back) for back in range(8))
    elif reading.period:
        yield from (reading.period.end + timedelta(days=ahead) for ahead in range(1, WINDOW))
