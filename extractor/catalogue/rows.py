"""The shape of each table's rows. A row that does not fit stops the program at load."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from extractor.domain import Frozen
from extractor.domain.vocabulary import ChangeBasis, Kind


class Row(Frozen):
    """One thing and its names: `names["en"]` lists every way English prints it, preferred first."""

    code: str = Field(min_length=1)
    names: dict[str, tuple[str, ...]]

    def label(self, lang: str) -> str:
        """The preferred name in a language, else in English, else the code."""
        for key in (lang, "en"):
            if self.names.get(key):
                return self.names[key][0]
        return self.code


class Place(Row):
    """A country (ISO 3166 alpha-3), territory, bloc, region or province."""

    kind: Literal["country", "territory", "bloc", "region", "province", "world"]
    adjectives: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Demonyms and adjectives: Japanese, 日系."""
    short: dict[str, str] = Field(default_factory=dict)
    """One-character forms that only compounds use, one after another: 日; 中华 (対中, 中美, 对华)."""
    parents: tuple[str, ...] = ()
    """Codes of the blocs and regions that it belongs to."""
    currency: str | None = None
    fiscal_year_starts: int = Field(default=1, ge=1, le=12)


class Currency(Row):
    """A currency, ISO 4217. `symbols` are printed before or after the number."""

    symbols: tuple[str, ...] = ()
    minor: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Names of its hundredth (cent, 銭, 分), or of the part that `minor_share` states."""
    minor_share: Decimal = Decimal("0.01")


class Unit(Row):
    """What is measured (quantity) or counted (count).

    `factor` and `base` turn it into the unit that claims use: 千リットル = 1 kL.
    """

    kind: Kind
    symbol: str | None = None
    """How rates and prices write it: JPY/kL."""
    goods: str | None = None
    """The goods that it counts, a code of commodities.toml: vehicle -> automobiles."""
    factor: Decimal = Decimal(1)
    base: str | None = None


class Indicator(Row):
    """Something that is measured, with the kinds of figure it takes and a sentence that states it."""

    kinds: tuple[Kind, ...]
    example: dict[str, str]
    trade: bool = False
    """Whether it has a flow and a partner."""
    partnered: bool = False
    """Whether it has a partner though no flow: visitors, investment, orders."""
    daily: bool = False
    """Whether it is read on a day: rates, prices, indices."""
    rate: bool = False
    """Whether its levels are percentages (a policy rate), so that a percentage is no change of it."""
    default_flow: str | None = None
    """The flow that the name itself states: 貿易収支 is balance."""
    flows: dict[str, str] = Field(default_factory=dict)
    """Names that state a flow of their own, in lower case: 輸出量 is export."""
    reporters: dict[str, str] = Field(default_factory=dict)
    """Names that state whose it is, in lower case: global growth is of WLD."""
    change_basis: ChangeBasis | None = None
    """What its offices compare with when a report names nothing; claims then say `inferred`."""
    basis_of: dict[str, ChangeBasis] = Field(default_factory=dict)
    """The same for months and quarters, where countries differ: India's growth of a quarter is year on year."""
    unit: str | None = None
    """The unit of its bare numbers: point for an index."""
    qualified: dict[str, str] = Field(default_factory=dict)
    """Words beside the name, in lower case, that make it a narrower indicator: excluding fresh food -> core_cpi."""
    of_goods: dict[str, str] = Field(default_factory=dict)
    """What it is called of single goods: sales of electric_vehicles are vehicle_sales."""
    abroad: str | None = None
    """What it is when a compound names the country that it goes to: 对华投资 is fdi."""
    inverse: bool = False
    """Whether it is worse the higher it is: unemployment."""
    broad: tuple[str, ...] = ()
    """What one of its `broad_names` goes on about, where that is spoken of: 投資 is fdi."""
    broad_names: tuple[str, ...] = ()
    growth: bool = False
    """Whether its percentages are growth by nature, with no word of direction: inflation of 2.5%."""
    counter: str | None = None
    """The unit that a counter of anything (个) counts of it."""
    imposed: bool = False
    """Whether one country imposes it on another: tariffs."""
    counts: tuple[str, ...] = ()
    """The units that its counts and quantities take; none: any."""
    subject: Literal["economy", "company", "currency", "good", "maker"] = "economy"
    """Whose figure it is: a country's statistic, or a company's (then `entity` names it); a maker's is either."""


class Agency(Row):
    """Whoever compiles or reports: ministry, customs, bank, outlet, company panel."""

    kind: Literal["customs", "statistics", "central_bank", "ministry", "international", "association", "outlet"]
    place: str | None = None
    polls: bool = False
    """Whether it compiles what analysts expect: beside such a figure it stands for that figure alone."""
    attribution: str
    """The name that claims carry: Ministry of Finance (Japan)."""
    customs: dict[str, str] = Field(default_factory=dict)
    """What its own habit settles when a text is silent (currency, year, valuation ...), with the source in `note`."""
    note: str | None = None
    compiles: tuple[str, ...] = ()
    """Indicators that are its own, whoever spoke since: visitors' spending of a tourism agency."""


class Commodity(Row):
    """Goods, with the HS chapter or heading where one fits."""

    hs: tuple[str, ...] = ()
    parent: str | None = None
    counted: str | None = None
    """Unit that a number right before the name counts: 3 million cars are vehicles."""


class Company(Row):
    """A company that news writes about; its code is the name that claims carry as `entity`."""

    place: str
    """Its home."""
    fiscal_year_starts: int | None = Field(default=None, ge=1, le=12)
    """The month in which its year begins, where that is not its country's."""
    ambiguous: tuple[str, ...] = ()
    """Names that are common words too (Target, 日産): they need a company's word beside them."""

    @model_validator(mode="after")
    def _named(self) -> Company:
        """Every ambiguous name is one of the names."""
        known = {name for names in self.names.values() for name in names}
        if strange := [name for name in self.ambiguous if name not in known]:
            raise ValueError(f"{strange[0]} is none of its names")
        return self
