"""A Reading: one claim made comparable. Signs applied, direction of trade oriented, basis looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from types import MappingProxyType

from extractor.catalogue import load
from extractor.domain import Article, Claim, Interval, Period
from extractor.reconcile import intervals

CHANGES = ("yoy", "mom", "qoq", "since")
BASIS_SLOTS = (
    "compiler", "valuation", "partner_rule", "concept", "price_basis", "adjustment", "vintage",
)  # fmt: skip
WORLD = "WLD"
NO_ARTICLES: Mapping[str, Article] = MappingProxyType({})

SETTLED_AFTER = 270
"""Days after a period's end from which a flash report no longer gives its flash figure."""


@dataclass(frozen=True)
class Reading:
    """What a claim says, ready to be held against another.

    `rounded` and `cut` are signed intervals in the claim's own unit (percent for growth).
    `currency` is the currency that a level is in, or that a growth rate was computed in.
    """

    claim: Claim
    made: bool = False
    """Whether a language model wrote the page: then nothing in it is evidence, quotations included."""
    currency: str | None = None
    basis: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @cached_property
    def measure(self) -> str:
        """level, share, change:yoy, change:yoy:points, change:yoy:amount, rank, streak:year ..."""
        return measure(self.claim)

    @cached_property
    def stem(self) -> str | None:
        """The indicator without what flow already says: goods_trade for value and balance."""
        return stem(self.claim.indicator)

    @cached_property
    def oriented(self) -> tuple[str | None, str | None]:
        """Exporter and importer; of a balance or a total, the pair in one fixed order."""
        return oriented(self.claim)

    @cached_property
    def turned(self) -> bool:
        """Whether a balance is stated from the importer's side of `oriented`."""
        signed = self.claim.balance_sign is not None
        return signed and self.claim.flow == "balance" and self.oriented[0] != self.claim.reporter

    @cached_property
    def sign(self) -> int:
        """-1 where the words turn the printed magnitude: fell, deficit."""
        claim = self.claim
        if claim.kind == "multiple":
            return 1
        if self.measure.startswith("change"):
            return -1 if claim.direction == "down" and (claim.value is None or claim.value > 0) else 1
        return -1 if claim.balance_sign == -1 and self.measure == "level" else 1

    @cached_property
    def rounded(self) -> Interval:
        """What the digits allow when the last one was rounded, signed."""
        return self._signed(intervals.rounded(self.claim))

    @cached_property
    def cut(self) -> Interval:
        """What the digits allow when the rest was cut off, signed."""
        return self._signed(intervals.cut(self.claim))

    def _signed(self, interval: Interval) -> Interval:
        if self.claim.kind == "multiple" and self.measure.startswith("change"):
            interval = _percent_of_multiple(interval)
        return -interval if self.sign < 0 else interval

    @cached_property
    def value(self) -> Decimal | None:
        """The signed value; percent for a multiple ("2.9 times" as growth: 190)."""
        if self.claim.value is None:
            return None
        if self.claim.kind == "multiple" and self.measure.startswith("change"):
            return (self.claim.value - 1) * 100
        return self.sign * self.claim.value

    @cached_property
    def period(self) -> Period | None:
        """The days that the claim is about, where they are known."""
        return span_of(self.claim.period)

    @cached_property
    def published(self) -> date | None:
        """The day on which its article was published, where known."""
        return date.fromisoformat(self.claim.published_at[:10]) if self.claim.published_at else None

    @cached_property
    def precision(self) -> tuple[Decimal, str, int, str]:
        """Sorts the narrowest first, for its size, then in the order of articles and text."""
        low, high = self.rounded.low, self.rounded.high
        width = Decimal("Infinity") if low is None or high is None else (high - low) / (abs(high) or 1)
        return width, self.claim.article_id, self.claim.start, self.claim.id

    @property
    def weighs(self) -> bool:
        """Whether the claim is evidence at all: not a forecast, not written by a model."""
        return not self.made and self.claim.status not in ("anticipated", "ai_generated")

    @cached_property
    def digits(self) -> str:
        """The significant digits as written, without sign, point and end zeros."""
        return significant(self.claim.value)


@lru_cache(maxsize=65536)
def span_of(period: str | None) -> Period | None:
    """The days of a claim's period; None where they are not known, which is also what `XXXX-01` says."""
    try:
        return Period.parse(period) if period else None
    except ValueError:
        return None


def significant(value: Decimal | None) -> str:
    """Significant digits: 5221600000000 -> 52216."""
    return "" if value is None else "".join(map(str, value.as_tuple().digits)).strip("0")


def measure(claim: Claim) -> str:
    """What kind of statement it is, apart from its indicator."""
    if claim.kind in ("rank", "streak", "period"):
        return f"{claim.kind}:{claim.unit}" if claim.kind == "streak" else claim.kind
    if claim.change_basis == "share" or (claim.indicator or "").startswith("share_of"):
        return "share"
    if claim.change_basis in CHANGES:
        shape = {"percent": "", "multiple": "", "points": ":points"}.get(claim.kind, ":amount")
        return f"change:{claim.change_basis}{shape}"
    if claim.kind == "money":
        return "level"
    return f"level:{claim.unit}"


@lru_cache(maxsize=4096)
def stem(indicator: str | None) -> str | None:
    """goods_trade_value, goods_trade_balance -> goods_trade: the flow says the rest."""
    return indicator and indicator.removesuffix("_balance").removesuffix("_value")


def oriented(claim: Claim) -> tuple[str | None, str | None]:
    """(exporter, importer) for exports and imports, so that mirror flows meet.

    Totals and balances of two countries are put in alphabetical order; with the world,
    and for everything that is not trade, the reporter stands first.
    """
    reporter, partner = claim.reporter, claim.partner
    if claim.flow == "import":
        return partner, reporter
    if claim.flow in ("balance", "total") and reporter and partner and _country(partner) and _country(reporter):
        first, second = sorted((reporter, partner))
        return first, second
    return reporter, partner


def _country(code: str) -> bool:
    place = load().places.get(code)
    return len(code) == 3 and code != WORLD if place is None else place.kind in ("country", "territory")


def _percent_of_multiple(interval: Interval) -> Interval:
    """2.9 times the level before is growth of 190 percent."""
    ends = [None if end is None else (end - 1) * 100 for end in (interval.low, interval.high)]
    return Interval(low=ends[0], high=ends[1])


@lru_cache(maxsize=4096)
def agency_of(attribution: str | None) -> str | None:
    """The catalogue's code of the agency that a claim credits by name, or None."""
    for code, agency in load().agencies.items():
        if attribution is not None and attribution in (agency.attribution, code):
            return code
    return None


def read(claims: Iterable[Claim], articles: Mapping[str, Article] = NO_ARTICLES) -> list[Reading]:
    """The readings of a group, in the fixed order of `order`.

    An article that is marked as written by a model, or has a claim that is, lends no weight.

    A growth rate's currency is stated by its basis, or is that of the level it is linked
    to, or of the level beside it in its article, or the compiler's custom; else unknown.
    """
    group = sorted(claims, key=order)
    money = {claim.id: claim.unit for claim in group if claim.kind == "money"}
    beside: dict[tuple[object, ...], str | None] = {}
    for claim in group:
        if claim.kind == "money" and claim.change_basis == "none":
            beside.setdefault(_place(claim), claim.unit)
    made = {c.article_id for c in group if c.status == "ai_generated" or _marked(c.article_id, articles)}
    return [
        Reading(claim, claim.article_id in made, _currency(claim, money, beside), MappingProxyType(_basis(claim)))
        for claim in group
    ]


def _marked(article_id: str, articles: Mapping[str, Article]) -> bool:
    article = articles.get(article_id)
    return article is not None and "ai_generated" in article.marks


def order(claim: Claim) -> tuple[str, int, int, str]:
    """One order for all: by article, then by place in the text."""
    return claim.article_id, claim.start, claim.end, claim.id


def _place(claim: Claim) -> tuple[object, ...]:
    return (
        claim.article_id,
        stem(claim.indicator),
        claim.flow,
        claim.reporter,
        claim.partner,
        claim.commodity,
        claim.period,
    )


def _currency(
    claim: Claim, money: Mapping[str, str | None], beside: Mapping[tuple[object, ...], str | None]
) -> str | None:
    if claim.kind == "money":
        return claim.unit
    if claim.basis.currency_method and len(claim.basis.currency_method) == 3:
        return claim.basis.currency_method
    linked = [money[link.claim_id] for link in claim.links if link.claim_id in money]
    agency = load().agencies.get(claim.basis.compiler or agency_of(claim.attribution) or "")
    custom = agency.customs.get("currency", "") if agency else ""
    return (linked[0] if linked else None) or beside.get(_place(claim)) or (custom if len(custom) == 3 else None)


def _basis(claim: Claim) -> dict[str, str | None]:
    slots = {slot: getattr(claim.basis, slot) for slot in BASIS_SLOTS}
    slots["compiler"] = slots["compiler"] or agency_of(claim.attribution)
    agency = load().agencies.get(slots["compiler"] or "")
    if agency is not None and slots["partner_rule"] is None:
        slots["partner_rule"] = agency.customs.get("partner_rule")
    if claim.status == "preliminary" and slots["vintage"] is None:
        slots["vintage"] = "flash"
    if slots["vintage"] == "flash" and _of_the_year_before(claim):
        slots["vintage"] = "revised"
    return slots


def _of_the_year_before(claim: Claim) -> bool:
    """Whether a flash report states an older period: what it compares with is revised by then (MOF's release notes)."""
    if claim.published_at is None or claim.period is None or "/" not in claim.period:
        return False
    ended = date.fromisoformat(claim.period.split("/")[1])
    return (date.fromisoformat(claim.published_at[:10]) - ended).days > SETTLED_AFTER
