"""Mirror statistics: the importer counts with freight and insurance (CIF), the exporter without (FOB).

Example: China's imports from Japan at 1.06 times Japan's exports to China. Up to 1.10 is
freight and insurance; up to 1.35 needs goods that pass through Hong Kong or another port and
are booked there by destination, here by origin. (UN International Merchandise Trade Statistics
Manual, on bilateral asymmetries.)
"""

from __future__ import annotations

from decimal import Decimal

from extractor.domain import Interval
from extractor.reconcile import rates
from extractor.reconcile.effect import Context, Effect, is_growth, is_level
from extractor.reconcile.reading import Reading
from extractor.reconcile.wording import plain

NAME = "mirror"
FREIGHT = Decimal("1.10")
ENTREPOT = Decimal("1.35")
TOTAL = Interval(low=Decimal("0.75"), high=Decimal("1.35"))
OPEN = Interval(low=None, high=None)
GROWTH = Interval(low=Decimal("0.9"), high=Decimal("1.11"))


def explain(a: Reading, b: Reading, context: Context) -> Effect | None:
    """Applies when exporter and importer each report the same flow of goods."""
    del context
    if not mirrored(a, b) or not (is_level(a, b) or is_growth(a, b)):
        return None
    return effect(a, b, importer_side(a), NAME, "two customs offices count the same goods")


def mirrored(a: Reading, b: Reading) -> bool:
    """Whether the two reporters are the two ends of one flow."""
    flows = {a.claim.flow, b.claim.flow}
    ends = a.claim.reporter == b.claim.partner and a.claim.partner == b.claim.reporter
    if "double_import" in (a.basis["partner_rule"], b.basis["partner_rule"]) and flows == {"export", "import"}:
        return False  # the "exporter's" figure is the importer's own
    return ends and a.claim.reporter != a.claim.partner and flows in ({"export", "import"}, {"total"}, {"balance"})


def importer_side(reading: Reading) -> bool:
    """Whether the figure is the importing country's."""
    return reading.claim.flow == "import"


def effect(a: Reading, b: Reading, first_is_importer: bool, name: str, opening: str) -> Effect:
    """Importer's figure over exporter's lies in [1.00, 1.35]; growth rates may differ by a tenth."""
    if a.claim.flow == "balance":
        return Effect(name, "compiler", f"{opening}, so the balance, their difference, is another one", OPEN)
    if not is_level(a, b):
        return Effect(name, "compiler", f"{opening}, exporter and importer, so growth differs somewhat", GROWTH)
    if a.claim.flow == "total":
        return Effect(name, "compiler", f"{opening}, so the total is another one", TOTAL)
    over = Interval(low=Decimal(1), high=ENTREPOT)
    factor = Interval.exact(1) / over if first_is_importer else over
    imported, exported = (a, b) if first_is_importer else (b, a)
    lines: tuple[str, ...] = ()
    detail, cause = None, "the importer adds freight and insurance (CIF against FOB)"
    ratio = _ratio(imported, exported)
    if ratio is not None:
        lines = (f"importer's figure / exporter's figure = {plain(ratio, 3)}",)
        if ratio > FREIGHT:
            detail = "entrepot"
            cause = (
                f"freight and insurance explain up to {plain(FREIGHT)}, the rest goods through Hong Kong or other "
                f"ports, which the importer books by origin"
            )
    point = Decimal("1.05") if detail is None else None
    if point and first_is_importer:
        point = 1 / point
    return Effect(name, "compiler", f"{opening}: {cause}", factor, point, lines, detail)


def _ratio(imported: Reading, exported: Reading) -> Decimal | None:
    """The importer's figure over the exporter's, converted at the average rate where their currencies differ."""
    if not imported.value or not exported.value or imported.currency is None or exported.currency is None:
        return None
    if imported.currency == exported.currency:
        return imported.value / exported.value
    period = imported.period
    rate = period and rates.average(period.start, period.end, imported.currency, exported.currency)
    return imported.value * rate / exported.value if rate else None
