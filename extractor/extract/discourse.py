"""What runs from sentence to sentence: the subject, the period, the comparison, who is cited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.catalogue import Catalogue
from extractor.domain.vocabulary import Status
from extractor.extract.frame import EMPTY, Frame, Slot, value
from extractor.extract.when import When

KEPT = ("indicator", "flow")
"""What a new paragraph goes on to be about, when it does not say."""
NO_ROW = "the catalogue has no row for what is measured"
"""Why a measure has no code: it is told in passing, and does not run on."""
OFFICE = "agencies.toml"
"""How the reason begins when a reporter is the country of the office that reports."""
ALL_FIRMS = frozenset({"industrial_profit", "business_sentiment", "bankruptcies"})
"""A text on one of these speaks of all firms together: their sales and margins are no single company's."""
PARTS = {
    "gdp": frozenset({
        "private_consumption", "capital_expenditure", "fixed_asset_investment", "residential_investment",
        "public_investment", "government_consumption", "goods_trade_value", "investment_amount", None,
    })
}  # fmt: skip
"""What a text on an indicator tells as its parts: a view by industry is of the whole again."""
PASSING = frozenset({"exchange_rate", "trade_volume", "import_unit_price", "export_unit_price", None})
"""What is mentioned in passing and does not run on."""


class Credited(NamedTuple):
    """Who was credited for something: the agency's code, when it has a row, the slot and the vintage."""

    code: str | None
    slot: Slot
    vintage: Slot | None


@dataclass
class Discourse:
    """The running context of one article. `base` is what the headline and lead set for all of it.

    Narrowings (a partner, goods) last to the end of their paragraph; the agency, the reporter and the
    comparison last until others are named.
    """

    base: Frame = field(default_factory=dict)
    base_when: When | None = None
    topic_when: When | None = None
    """The period that a paragraph opened with: it runs on through those that name none."""
    pair: frozenset[str] = frozenset()
    """The two countries that the article is about, when it is about two."""
    headline: str | None = None
    """The flow that the headline names, when it names one alone."""
    frame: Frame = field(default_factory=dict)
    section: Frame = field(default_factory=dict)
    lead: Frame = field(default_factory=dict)
    """What the first figure of the text under the headline was of."""
    first: Frame = field(default_factory=dict)
    """What the paragraph's first figure is of."""
    opened: Frame = field(default_factory=dict)
    """What the first figure of the paragraph before was of."""
    ran_on: bool = False
    """Whether that was what the paragraph before had been about."""
    latest: Frame = field(default_factory=dict)
    """What the paragraph before ended with."""
    when: When | None = None
    actual: When | None = None
    """The last period spoken of that was over by publication."""
    spread: tuple[When, ...] = ()
    """The periods of the last sentence's figures, in order."""
    compare: Slot | None = None
    compared: dict[str, Slot] = field(default_factory=dict)
    """By what each indicator was first compared in the text."""
    attribution: Slot | None = None
    agency: str | None = None
    by_forecast: bool = False
    """Whether the agency in force is credited with forecasts alone."""
    named_office: str | None = None
    """The agency last named, credited or not."""
    office_home: str | None = None
    """The country of the office in force, when the catalogue has no row for it."""
    outlet_home: str | None = None
    """The outlet's own country, when the opening names none: its statistics are of that."""
    lent: tuple[int, tuple[str | None, Slot | None, set[str], frozenset[str], Slot | None]] | None = None
    """The paragraph of a body that only forecasts, and who was credited before: agency, slot, what it compiled and
    covers, vintage."""
    compiled: set[str] = field(default_factory=set)
    """What the agency in force has been credited for: families of indicators."""
    covers: frozenset[str] = frozenset()
    """What the sentence that credits it is about; a headline about something else is not credited to it."""
    goal_at: int = -1
    """Where the sentence begins in which a goal is set."""
    other_voice: int = -1
    """The paragraph in which somebody else speaks than the agency in force."""
    official: bool = False
    """Whether whoever is credited reports on a country or a trade."""
    respondents: bool = False
    """Whether the release is a survey of firms: what they plan or expect is no forecast of the text's."""
    survey: bool = False
    """Whether the text is about a survey."""
    counted_answers: bool = False
    """Whether it has counted answers already."""
    survey_when: When | None = None
    """The survey's own period: of the FY2024 survey."""
    day: When | None = None
    """The last day that the text named for more than a publication: what markets quote is of that day."""
    counted_day: When | None = None
    """The last day on which the text counted something: 6月末."""
    named_day: When | None = None
    """The last day that the text named: rates that are set are of that day."""
    by_volume: bool = False
    """Whether what the text first measured is the volume of trade: its bare flows are volumes."""
    country: Slot | None = None
    """The country that the last sentence opened with, or was alone about."""
    told: dict[tuple[object, ...], Frame] = field(default_factory=dict)
    """What the headline's figures are of, where it says so."""
    measured: set[str] = field(default_factory=set)
    """The indicators that the text has given figures of."""
    balance: Slot | None = None
    """The balance that the text first named, when it is a wider one than that of trade in goods."""
    imposed: Frame | None = None
    """What the headline says is imposed, and who imposes it."""
    ahead: When | None = None
    """The period that was last forecast: forecasts that name none are of it."""
    last_day: When | None = None
    """The latest day that the text named."""
    named: dict[str, int] = field(default_factory=dict)
    """The indicators named so far, the last one last, and where."""
    term: When | None = None
    """The first business year that the text names by its closing month."""
    last_year: When | None = None
    """The year last spoken of: a whole term, a dividend are of it."""
    credit_line: int = -1
    """The paragraph in which somebody was last credited by name."""
    foretells_line: int = -1
    """The paragraph in which somebody is credited with forecasts."""
    lent_sentence: int = -1
    """Where the sentence begins that an outlet speaks in, when somebody else was credited before."""
    soon: dict[str, Credited] = field(default_factory=dict)
    """Whom the first sentences credit for each family of indicators: what the headline takes from them."""
    paper: Credited | None = None
    """Who issued the white paper or report that the text speaks of."""
    voices: dict[str, Credited] = field(default_factory=dict)
    """The agencies credited so far by name, by code."""
    credited: dict[str, Credited] = field(default_factory=dict)
    """Who was credited in so many words, for each family of indicators."""
    vintage: Slot | None = None
    passing_vintage: Slot | None = None
    """The vintage that a sentence names for itself alone."""
    entity: Slot | None = None
    entity_line: int = -1
    about: str | None = None
    """The first indicator that the opening names."""
    firm: Slot | None = None
    """The company that the headline, or the first sentence of results, is about."""
    paragraph_of: str | None = None
    """The company of the paragraph's first figure: it runs on, one spoken of in passing does not."""
    headed: Slot | None = None
    """The company that the headline opens with."""
    company: bool = False
    """Whether the headline is about a company: what makers sell is its own all along."""
    status: Status = "asserted"
    spoken: int = -1
    """Where the sentence begins whose first figure has that status."""
    line: int = -1

    def enter(self, line: int) -> None:
        """Go on to a line; a new one closes what the last had narrowed, but for what it was about."""
        if line == self.line:
            return
        self.line = line
        self._back_to_lead()
        self.latest = self.frame
        ended = self.first if self.first and self._began_so() else self.frame
        self.opened = self.first or self.opened
        self.first = EMPTY
        about = ended.get("indicator")
        volumes = self.by_volume and about is not None and about.value == "trade_volume"
        kept = KEPT if volumes or (about is not None and about.value not in PASSING) else ()
        running = {name: ended[name] for name in kept if name in ended}
        home = ended.get("reporter")
        if kept and home is not None and home.reason.startswith(OFFICE):
            running["reporter"] = home
        self.frame = {**running, **self.base, **self.section}
        self.when = self.topic_when or self.base_when

    def _back_to_lead(self) -> None:
        """A company spoken of in passing does not run on into the next paragraph."""
        if self.firm is not None and self.entity is not None and self.entity.value != self.paragraph_of:
            self.entity = self.firm
        self.paragraph_of = None

    def named_company(self, name: Slot, line: int) -> None:
        """A figure is of this company: it runs on."""
        if name.value is None:
            return
        if self.paragraph_of is None:
            self.paragraph_of = name.value
        self.entity, self.entity_line = name.passed_on(), line

    def _began_so(self) -> bool:
        """Whether a paragraph's first subject runs on, not its last: after a balance, or when it ran on."""
        if value(self.frame, "indicator") in PASSING and value(self.first, "indicator") not in PASSING:
            return True
        return value(self.frame, "flow") == "balance" or self.ran_on

    def resume(self) -> None:
        """The next sentence goes on about what the last one measured, new paragraph or not."""
        if self.latest:
            self.frame, self.latest = {**self.frame, **self.latest}, EMPTY

    def review(self) -> None:
        """By region, by quarter: of what the paragraph, or the one before, first measured."""
        whole = self.first or self.opened
        if not self.first and value(whole, "indicator") in PARTS.get(value(self.lead, "indicator") or "", ()):
            whole = self.lead
        about = {name: whole[name] for name in ("indicator", "flow", "balance_sign", "reporter") if name in whole}
        if value(whole, "indicator") is not None and value(whole, "indicator") != value(self.frame, "indicator"):
            self.frame = {**self.base, **about}

    def widen(self) -> None:
        """Somebody else speaks: what the sentence before had narrowed to does not carry over."""
        narrow = [name for name in ("partner", "commodity") if name in self.frame]
        kept = {name: slot for name, slot in self.frame.items() if name not in narrow}
        self.frame = {**kept, **{name: self.base[name] for name in narrow if name in self.base}}

    def broaden(self, catalogue: Catalogue) -> bool:
        """By item, by category: of the whole index again, not of the narrower one spoken of last. Whether it is so."""
        running = self.frame.get("indicator")
        for row in catalogue.indicators.values() if running is not None else ():
            if running is not None and row.growth and running.value in row.qualified.values():
                self.frame = {**self.frame, "indicator": Slot(row.code, "inferred", "by item: of the whole index")}
                return True
        return False

    def open_section(self, frame: Frame) -> None:
        """A heading: what it names holds until the next one."""
        self.section = {name: slot for name, slot in frame.items() if self.base.get(name) != slot}
        self.frame = {**self.base, **self.section}

    def leave(self, frame: Frame | None, when: When | None, start: int = 0, begun: Frame | None = None) -> None:
        """Keep what a sentence, which begins at `start`, ended with for the next one; `begun` is what its first figure
        was of."""
        self.latest = EMPTY
        unlisted = frame.get("indicator") if frame is not None else None
        if frame is not None and unlisted is not None and unlisted.value is None and unlisted.reason == NO_ROW:
            self.latest = frame
        elif frame is not None:
            self.frame = frame
            if self.when is self.base_when and self.line <= 1 and value(frame, "indicator") == "trade_volume":
                self.by_volume = True
            if not self.lead and self.line >= 1:
                self.lead = begun or frame
            if not self.first:
                flow = frame.get("flow")
                if (
                    begun is not None
                    and value(frame, "indicator") in PASSING
                    and value(begun, "indicator") not in PASSING
                ):
                    frame = begun
                self.first, self.ran_on = frame, flow is not None and (flow.start is None or flow.start < start)
        if when is not None:
            self.when = when

    @property
    def of_nobody(self) -> bool:
        """Whether an office or an association is credited, in a text that has named no company: sales and shares of a
        market are its country's."""
        return self.official and not self.company and self.entity is None

    @property
    def of_all_firms(self) -> bool:
        """Whether the text is on all firms of a country together, and has named none."""
        return self.about in ALL_FIRMS and not self.company and self.entity is None

    @property
    def headed_about(self) -> str | None:
        """The indicator of the headline's first figure."""
        first = next(iter(self.told.values()), EMPTY)
        return value(first, "indicator")

    @property
    def theme(self) -> str | None:
        """What a broad word (profit, PMI) means in a text that began with something narrower of its kind."""
        return self.about if self.of_all_firms or (self.about or "").endswith("_pmi") else None

    @property
    def subject(self) -> Frame:
        """The subject in force."""
        return self.frame or EMPTY
