"""One sentence to claims: every figure with its frame, its change and its period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractor.catalogue import Catalogue, Indicator
from extractor.domain import Claim, dated
from extractor.domain.vocabulary import ChangeBasis, Direction, How
from extractor.extract import (
    again,
    change,
    comparison,
    concepts,
    credit,
    only_compared,
    period_base,
    period_steps,
    quotes,
    ranks,
    surveys,
    terms,
    when,
)
from extractor.extract import roles as period_roles
from extractor.extract.against import against
from extractor.extract.assign import Assigned, assign, figure_key, heading
from extractor.extract.build import Change, Reader, build, figure_of
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.firms import headed
from extractor.extract.frame import Frame, Slot, stated, value
from extractor.extract.growth import beside_comparison, grew_by_name, moves, of_index
from extractor.extract.imposed import is_imposed
from extractor.extract.narrow import WIDE
from extractor.extract.near import reach
from extractor.extract.own_period import describes, of_known, periods_for
from extractor.extract.owning import companies
from extractor.extract.period_steps import last_month
from extractor.extract.polls import polled
from extractor.extract.standing import foretold
from extractor.extract.subjects import CURRENCY, subjects
from extractor.extract.turned import turned
from extractor.languages import Pack


def sentence_claims(reader: Reader, line: Line, discourse: Discourse) -> Iterator[Claim]:
    """The claims of one sentence, in order; the discourse is left as the next sentence finds it."""
    if _is_listing(line):
        yield from (build(reader, line, e, {}, discourse, Change(), UNDATED_LISTING) for e in line.events)
        return
    line = again.resumed(quotes.unquoted(line), discourse)
    credit.attribute(line, discourse, reader.catalogue, reader.pack)
    surveys.noticed(line, discourse, reader.pack)
    concepts.noticed(line, discourse)
    if reader.pack.cues.anaphora.match(line.text, line.sentence.start):
        discourse.resume()
    if any(e.start - line.sentence.start <= 1 for e in line.of("OPEN")):
        broadened = discourse.broaden(reader.catalogue)
        if not broadened and any(e.start - line.sentence.start <= 1 and e.value == "view" for e in line.of("OPEN")):
            discourse.review()
    headline = line.sentence.start == 0
    if headline:
        discourse.headed = headed(line, reader.pack)
    opened = None if headline else heading(line, reader.pack, reader.catalogue, discourse)
    if opened is not None:
        discourse.open_section(opened)
    roles = {e.start: period_roles.role(line, e, reader.pack) for e in line.of("PERIOD")}
    counted = terms.settled(line, discourse, reader.article.published_date)
    read = periods_for(line, reader.pack, roles)
    mine = {start: counted.get(at.start or 0, at) for start, at in read.items()}
    passage = Passage(reader, line, discourse, roles, mine, counted=counted)
    carry: Frame | None = None
    begun: Frame | None = None
    seen: when.When | None = None
    for assigned in assign(line, reader.pack, reader.catalogue, discourse):
        if assigned.event.cls == "PERIOD":
            if not only_compared.only_compares(line, assigned.event, reader.pack):
                yield passage.period(assigned.event)
            continue
        carry, begun = assigned.carry, begun or assigned.carry
        about = assigned.frame.get("indicator")
        if about is not None and about.value is not None:
            discourse.measured.add(about.value)
        if headline and about is not None and about.how == "stated" and about.value is not None:
            discourse.told[figure_key(assigned.event)] = assigned.frame
        if not passage.only_before(assigned.event):
            found = passage.running(passage.own.get(assigned.event.start), assigned)
            seen = seen if found is None or _looks_back(found, seen, reader.pack) else found
            passage.over(seen)
        yield passage.figure(assigned)
    discourse.spread = tuple(passage.own[e.start] for e in line.of("FIGURE") if e.start in passage.own)
    main, joins = discourse.base_when, reader.pack.joins_words
    named = seen is not None and seen.start is not None and seen.start >= line.sentence.start
    if named and joins and seen is not None and main is not None and seen.period == main.period:
        discourse.topic_when = None
    opened_with = when.opens(line, roles, reader.pack)
    if opened_with is not None and not when.within(opened_with, main):
        discourse.topic_when = opened_with
    days = [e for e in line.of("PERIOD") if e.figure is not None and e.figure.period_kind == "day" and e.figure.period]
    days = [e for e in days if e.figure is not None and not (e.figure.timex or "").endswith("-END")] if joins else days
    if days and roles.get(days[-1].start) not in {period_roles.BASE, period_roles.SERIES}:
        discourse.named_day = when.of_event(days[-1])
        ends = [e for e in days if e.figure is not None and (e.figure.timex or "").endswith("-END")]
        ends = [e for e in ends if roles.get(e.start) == period_roles.REFERENCE]
        discourse.counted_day = when.of_event(ends[0]) if ends else discourse.counted_day
        for event in days:
            over = (when.of_event(event).period or "")[:10] <= str(reader.article.published_date or "9999")
            discourse.last_day = _later(discourse.last_day, when.of_event(event)) if over else discourse.last_day
        if roles.get(days[-1].start) != period_roles.PUBLICATION:
            discourse.day = _later(discourse.day, discourse.named_day)
    discourse.leave(carry, seen or when.spoken_of(line, roles, reader.pack), line.sentence.start, begun)
    if discourse.balance is None and value(discourse.frame, "indicator") in WIDE:
        discourse.balance = discourse.frame["indicator"]
    _mentioned(line, discourse, reader.pack, reader.catalogue)
    turned(line, discourse, reader.pack, reader.catalogue)
    discourse.country = _opened_country(line, reader)


SHORT = 32
"""A sentence that names what the next ones are of is no longer than this, in characters."""


def _mentioned(line: Line, discourse: Discourse, pack: Pack, catalogue: Catalogue) -> None:
    """Goods that a sentence without a figure is about run on into the next one: Green tea stood out."""
    if (
        not pack.joins_words
        and not line.of("FIGURE", "PERIOD", "ISSUE")
        and "\n" in line.text[line.sentence.start - 1 : line.sentence.start]
    ):
        cores = [s for s in subjects(line, pack, catalogue) if s.core and s.events[0].cls != "STRANGE"]
        if len(cores) == 1 and len(line.quote) <= SHORT:
            kept = {k: v for k, v in discourse.frame.items() if k in {"reporter"}}
            discourse.frame = {**discourse.frame, **kept, **cores[0].slots}
    if not pack.joins_words and not line.of("FIGURE"):
        levied = [e for e in line.of("INDICATOR") if is_imposed(e.value, catalogue)]
        owner = next((e for e in line.of("PLACE") if levied and e.end <= levied[-1].start), None)
        if owner is not None and discourse.imposed is None and pack.cues.levies.match(line.text, levied[-1].end):
            by = stated(owner.value, owner.start, owner.end, "who imposes it")
            discourse.imposed = {
                "indicator": stated(levied[-1].value, levied[-1].start, levied[-1].end),
                "reporter": by,
            }
    last = companies(line, pack)[-1:] if not line.of("FIGURE") else []
    if last and line.sentence.end - last[0].end <= 1:
        discourse.named_company(stated(last[0].name, last[0].start, last[0].end), line.sentence.line)
    goods = line.of("COMMODITY")
    if pack.joins_words and len({e.value for e in goods}) == 1 and not line.of("FIGURE", "FLOW", "INDICATOR", "PERIOD"):
        slot = stated(goods[0].value, goods[0].start, goods[0].end)
        discourse.frame = {**discourse.frame, "commodity": slot}


def _opened_country(line: Line, reader: Reader) -> Slot | None:
    """The country that a sentence opens with."""
    first = line.events[0] if line.events else None
    if first is None or first.cls != "PLACE" or first.start != line.sentence.start:
        return None
    country = reader.catalogue.places[first.value].kind in {"country", "territory"}
    return (
        Slot(first.value, "inherited", "the country that the last sentence was about", first.start, first.end)
        if country
        else None
    )


LISTING = 60
"""More figures than any sentence has, with nothing else between them."""
UNDATED_LISTING = when.When(None, "unresolved", None, None, "one of a listing of figures")


def _is_listing(line: Line) -> bool:
    """Whether a stretch is figures and nothing but: no sentence, so nothing runs on into it or out of it."""
    return len(line.events) > LISTING and len(line.of("FIGURE")) == len(line.events)


def _later(known: when.When | None, named: when.When) -> when.When:
    """The later of two days: markets' reports go back to the day before in passing."""
    return known if known is not None and (known.period or "") > (named.period or "") else named


OPPOSITE: Mapping[Direction, Direction] = {"up": "down", "down": "up"}
"""A currency that rises lowers its rate, as a rate is written: yen per dollar."""
YEARS = frozenset({"calendar_year", "fiscal_year"})
BEFORE = frozenset({"PREV", "BEFORE:T", *change.STEPS})
"""Periods that are named as the one before."""
FIRMS = frozenset({"company", "maker"})
ECONOMY = "gdp"
EXCHANGE = "exchange_rate"
MANY = 100
"""A count of no known indicator that is less than this is told in passing: of no period but its own."""
RECORDED = 16
"""How far behind a level its period stands, with a word between: the 14.55 million TEUs | recorded in | 2004."""
STOCKS = frozenset({"money_supply", "foreign_reserves", "loans_outstanding", "deposits"})
"""What is counted at the end of a month, also in a text on the months before."""
UNDATED = frozenset({"export_control_list_size", "tariff_rate"})
"""Counts of a list as it stands: no period but a stated one."""


def _of_quoted(line: Line, event: Event, catalogue: Catalogue) -> bool:
    """Whether the verb of a rate is said of the currency that it is quoted in: 日元汇率跌至1美元兑161日元."""
    figure = event.figure
    moves = line.ending(line.sentence.start, event.start, "MOVE")
    if figure is None or not moves or figure.direction is not None:
        return False
    row = catalogue.currencies.get((figure.unit or "").partition("/")[0])
    subject = line.last(moves[-1].start, "CUR", "INDICATOR", "FIGURE")
    if row is None or subject is None or subject.cls == "FIGURE" or moves[-1].start - subject.end > OF_CURRENCY:
        return False
    words = subject.item.text if subject.item is not None else ""
    names = [name for group in row.names.values() for name in group]
    return any(words.startswith(name) for name in names if len(name) > 1) and "对" not in words and "兑" not in words


OF_CURRENCY = 8
"""How far, in characters, the verb stands behind the currency that it is said of."""


def _belongs(line: Line, period: Event, event: Event, pack: Pack) -> bool:
    """Whether a figure is its period's own: 3月的 | 0.3%, 上年同期 | 为亏损 | 1742亿日元."""
    ways = (pack.cues.own, pack.cues.own_is)
    return any(way.fullmatch(line.text, period.end, event.start) is not None for way in ways)


def _looks_back(found: when.When, seen: when.When | None, pack: Pack) -> bool:
    """Whether a period only looks back from the one that the sentence is about: 二季度增长3%……一季度为萎缩0.5%."""
    same = seen is not None and seen.kind == found.kind and not pack.joins_words
    return same and seen is not None and (found.period or "") < (seen.period or "")


def _parted(line: Line, one: Event, two: Event) -> bool:
    """Whether a semicolon stands between two events."""
    between = line.text[min(one.end, two.end) : max(one.start, two.start)]
    return ";" in between or "；" in between


@dataclass
class Passage:
    """A sentence being read: `roles` says what its periods are for, `own` which of them each figure is about."""

    reader: Reader
    line: Line
    discourse: Discourse
    roles: Mapping[int, str]
    own: Mapping[int, when.When]
    last: tuple[Event, Direction] | None = None
    settled: dict[int, when.When] = field(default_factory=dict)
    stepped: ChangeBasis | None = None
    """Against what the sentence's last change was measured."""
    counted: Mapping[int, when.When] = field(default_factory=dict)

    def period(self, event: Event) -> Claim:
        """The claim of a period expression: its indicator says what the expression is for."""
        figure = figure_of(event)
        role = self.roles.get(figure.start, period_roles.REFERENCE)
        if role == period_roles.BASE and only_compared.of_level(self.line, event, self.reader.pack):
            role = period_roles.REFERENCE
        slots = {"indicator": Slot(role, "inferred", "what the expression is for in its sentence")}
        if figure.evidence:
            slots["period"] = Slot(figure.period, "inferred", figure.evidence, figure.start, figure.end)
        at = self.counted.get(event.start) or self._step(event)
        at = at or when.When(figure.period, figure.period_kind, figure.start, figure.end)
        if at.reason and at.period is not None:
            slots["period"] = Slot(at.period, "inferred", at.reason, figure.start, figure.end)
        if at.kind in YEARS and role == period_roles.REFERENCE:
            self.discourse.last_year = at
        self.settled[event.start] = at
        return build(self.reader, self.line, event, slots, self.discourse, Change(), at)

    def _same_of(self, event: Event, timex: str) -> when.When | None:
        """2019年同月: that part of a named year which the sentence, or the text, speaks of."""
        before = [at for start, at in self.settled.items() if start < event.start and dated(at.period)]
        at = before[-1] if before else self.discourse.when
        if at is None or not dated(at.period) or not timex[:4].isdigit():
            return None
        moved = period_steps.in_year(at.period, int(timex[:4]))
        return (
            None if moved is None else when.When(moved, at.kind, event.start, event.end, "the same part of that year")
        )

    def _step(self, event: Event) -> when.When | None:
        """The days of 去年同期 or 比上月: one step before the period that the sentence, or the text, speaks of."""
        timex = figure_of(event).timex or ""
        step = change.STEPS.get(timex)
        if step is None:
            return self._same_of(event, timex) if timex.endswith("-XX") else None
        known = {start: at for start, at in self.own.items() if dated(at.period)}
        after = [known[start] for start in sorted(known) if start > event.start]
        running = next(iter(after), None) or next(iter(known.values()), None) or self.discourse.when
        days = period_steps.earlier(running.period, step) if running is not None else None
        return when.When(days, running.kind, event.start, event.end) if days and running is not None else None

    def figure(self, assigned: Assigned) -> Claim:
        """The claim of a figure that is no period."""
        figure = figure_of(assigned.event)
        slots = dict(assigned.frame)
        at = self._when(assigned.event, value(slots, "indicator"))
        behind = change.period_behind(self.line, assigned.event, self.reader.pack)
        if behind is not None:
            at = self.counted.get(behind.start) or self._step(behind) or when.of_event(behind)
        elif (
            change.is_base(self.line, assigned.event, self.reader.pack)
            and not self._revised(assigned.event)
            and (
                at is None
                or at.start not in self.settled
                or self._stepped(assigned.event)
                or self._levels_own(assigned.event)
            )
        ) or (
            change.is_base(self.line, assigned.event, self.reader.pack)
            and self._goes_to(assigned.event)
            and not self._has_own(assigned.event)
        ):
            at = self._base(assigned.event, at)
        elif change.is_base(self.line, assigned.event, self.reader.pack) and self._several(assigned.event):
            at = when.When(None, "unresolved", None, None, "the base of one of several periods")
        measured = self.reader.catalogue.indicators.get(value(slots, "indicator") or "")
        if measured is not None and measured.growth:
            at = self._of_last_month(assigned.event, at)
        if at is not None and figure.start not in self.own and self._to_come(assigned.event, at):
            later = self.discourse.ahead
            at = later or when.When(None, "unresolved", None, None, "a forecast is not of a period that is over")
        elif at is not None and self._of_future(assigned.event, at):
            self.discourse.ahead = at._replace(reason="the period last forecast")
        if at is not None and self._unfinished_year(measured, at):
            self.discourse.ahead = at._replace(reason="the period last forecast")
        moved = (
            Change(change.led_to(self.line, assigned.event), "share")
            if assigned.share
            else self._change(assigned, at, slots)
        )
        period = at.period if at is not None else None
        if at is not None:
            how: How = "inferred" if at.reason else "stated" if figure.start in self.own else "inherited"
            slots["period"] = Slot(period, how, at.reason, at.start, at.end)
        if figure.kind == "streak" and figure.value is not None:
            unit = period_steps.streak_unit(figure, at.kind if at is not None else None)
            period = period_steps.streak_period(period, unit, int(figure.value)) or period
        if figure.kind == "rank":
            base = ranks.since_base(self.line, self.roles, period, figure.start, self.reader.pack.joins_words)
            period = base or period_steps.window(period, figure.timex) or period
        row = self.reader.catalogue.indicators.get(value(slots, "indicator") or "")
        if figure.kind in change.CHANGES or self.last is None or (row is not None and row.rate):
            self.last = (assigned.event, moved.direction)
        shown = when.When(period, at.kind if at is not None else None, None, None)
        event = of_index(self.line, assigned.event, row, self.reader.pack)
        return build(self.reader, self.line, event, slots, self.discourse, moved, shown)

    def _of_period(self, period: Event, event: Event) -> bool:
        """Whether words of direction join a figure to a period that is only compared with: 11月份的同比下降7.3%."""
        own = self.reader.pack.cues.own.fullmatch(self.line.text, period.end, event.start)
        return own is not None and len(own.group()) > 1 and not self.reader.pack.joins_words

    def _has_own(self, base: Event) -> bool:
        """Whether a base has its period right before it, which is a period of its own: 由上年的19.9%回升到20.8%."""
        before = self.line.last(base.start, "PERIOD")
        named = before is not None and self.settled.get(before.start) is not None
        return named and before is not None and _belongs(self.line, before, base, self.reader.pack)

    def _when(self, event: Event, indicator: str | None) -> when.When | None:
        """The period of a figure: its sentence's own, the day for what is read on a day, else the one in force.

        A small count of something that is no known indicator has no period but its own.
        """
        own = self._to_date(self.own.get(event.start) or self._in_order(event), indicator)
        own = self._reached(event) or own or self._of_term(event, indicator)
        if own is None and self.reader.pack.cues.whole_time.search(
            self.line.text, self.line.sentence.start, self.line.sentence.end
        ):
            self.discourse.when = self.discourse.base_when or self.discourse.when
            return self.discourse.when
        if self.reader.pack.cues.yearly.search(self.line.text, self.line.sentence.start, event.start):
            return when.whole_span(self.line, event) or own or self.discourse.when
        periods = self.line.ending(event.start - 1, event.start, "PERIOD")
        last = self.line.last(event.start, "PERIOD")
        if last is not None and not periods and _belongs(self.line, last, event, self.reader.pack):
            periods = [last]
        beside = [e for e in periods if e.start in self.settled]
        if beside and (change.is_base(self.line, event, self.reader.pack) or self._of_period(beside[-1], event)):
            return self.settled[beside[-1].start]
        row = self.reader.catalogue.indicators.get(indicator or "")
        if row is not None and row.code == surveys.SURVEY and own is None and self.discourse.survey_when is not None:
            return self.discourse.survey_when
        if row is not None and row.daily:
            days = [
                e for e in self.line.of("PERIOD")
                if e.figure is not None and e.figure.period_kind == "day" and e.figure.period is not None
                and not self._of_a_base(e, event) and (own is None or not _parted(self.line, e, event))
            ]  # fmt: skip
            near = min(days, key=lambda e: abs(e.start - event.start), default=None)
            if near is not None and row.code not in UNDATED and (own is None or own.kind != "day"):
                return when.of_event(near)
            averaged = self._averaged(event, row.code == EXCHANGE)
            any_day = row.rate or not self.reader.pack.joins_words
            day = (None if row.rate else self.discourse.day) or (self.discourse.named_day if any_day else None)
            if own is None and row.code not in UNDATED and day is not None and not averaged:
                return day._replace(reason="quoted daily: the day last named")
        if (
            own is None
            and row is not None
            and row.code in period_roles.DAILY
            and self.reader.pack.joins_words
            and not self._averaged(event, row.code == EXCHANGE)
        ):
            return self.discourse.last_day or when.When(None, "unresolved", None, None, "quoted daily: no day is named")
        if own is None and self._foretold(event):
            return self.discourse.actual
        spoken = self.discourse.when
        counted = self.discourse.counted_day
        spanned = spoken is None or spoken.kind in {"half", "ytd", "calendar_year"}
        if own is None and row is not None and row.code in STOCKS and counted is not None and spanned:
            return counted._replace(reason="a stock: of the day on which it was last counted")
        listed = row is not None and row.code in UNDATED
        few = figure_of(event).kind == "count" and (figure_of(event).value or 0) < MANY
        if own is None and (listed or (row is None and few)):
            return when.When(None, "unresolved", None, None, "nothing says when")
        at = own or self.discourse.when
        if own is None and row is None and at is not None and (at.start or 0) >= self.line.sentence.end:
            return when.When(None, "unresolved", None, None, "nothing says when")
        return at

    def _reached(self, event: Event) -> when.When | None:
        """The period in which a rank was reached, right beside it: 過去最高を記録した前年, 前年の3位から."""
        if figure_of(event).kind != "rank" or self.reader.pack.joins_words:
            return None
        for mark in self.line.of("PERIOD"):
            behind = self.reader.pack.cues.held_then.fullmatch(self.line.text, event.end, mark.start)
            own = self.reader.pack.cues.own.fullmatch(self.line.text, mark.end, event.start) is not None
            beside = mark.end <= event.start and (
                own or (mark.end == event.start and figure_of(mark).timex in change.STEPS)
            )
            if behind or beside:
                at = self.counted.get(mark.start) or self._step(mark)
                return at or (when.of_event(mark) if figure_of(mark).period_kind in when.SPANS else None)
        return None

    def only_before(self, event: Event) -> bool:
        """Whether the period of a figure does not run on: of the base of a change, of a clause that describes, of the
        period before."""
        if change.is_base(self.line, event, self.reader.pack) or describes(self.line, event, self.reader.pack):
            return True
        own = self.own.get(event.start)
        named = [e for e in self.line.of("PERIOD") if own is not None and e.start == own.start]
        return any(e.figure is not None and e.figure.timex in BEFORE for e in named)

    def _of_term(self, event: Event, indicator: str | None) -> when.When | None:
        """The year last spoken of, for what a company states of its whole term: 通期の純利益は, 年間配当は."""
        row = self.reader.catalogue.indicators.get(indicator or "")
        begin = change.clause_start(self.line, event, self.reader.pack)
        whole = self.reader.pack.cues.whole_term.search(self.line.text, begin, event.start)
        known = self.discourse.last_year
        return known if whole is not None and known is not None and row is not None and row.subject in FIRMS else None

    def _to_date(self, own: when.When | None, indicator: str | None) -> when.When | None:
        """A flow counted up to a day is that of the year to it: investment pledged as of December 31."""
        row = self.reader.catalogue.indicators.get(indicator or "")
        if own is None or own.kind != "day" or row is None or not (row.trade or row.partnered) or row.daily:
            return own
        first = self.line.sentence.start
        led = own.start is not None and self.reader.pack.cues.to_date.search(self.line.text, first, own.start)
        if not led or not self.reader.pack.joins_words or own.period is None or own.period[:10] != own.period[-10:]:
            return own
        return own._replace(**period_steps.year_to(own.period[:10]), reason="what was counted up to a day")

    def _of_a_base(self, day: Event, event: Event) -> bool:
        """Whether a day is that of another level, which this one came from: 4.28%, from 4.36% late on | Wednesday."""
        before = self.line.last(day.start, "FIGURE")
        if before is None or before is event or not self.reader.pack.joins_words:
            return False
        near = day.start - before.end <= reach(self.reader.pack)
        return near and event.start < before.start and change.is_base(self.line, before, self.reader.pack)

    def _of_last_month(self, event: Event, at: when.When | None) -> when.When | None:
        """A rate of growth over the twelve months to July is July's, a year on."""
        months = at is not None and at.period is not None and period_steps.is_year_to(at.period, at.kind)
        if at is None or not months or figure_of(event).kind != "percent" or not self.reader.pack.joins_words:
            return at
        return at._replace(period=last_month(at.period or ""), kind="month", reason="the rate of its last month")

    def _averaged(self, event: Event, rate: bool) -> bool:
        """Whether a rate or price is of no single day: average, assumed. An index only named so: Nikkei average."""
        text, start = self.line.text, self.line.sentence.start
        named = [] if rate else [(e.start, e.end) for e in self.line.of("INDICATOR")]
        found = self.reader.pack.cues.averaged.finditer(text, start, event.start)
        return any(not any(first <= m.start() < last for first, last in named) for m in found)

    def _in_order(self, event: Event) -> when.When | None:
        """The period of a figure in a list that answers, one by one, to the figures of the sentence before."""
        figures = [e.start for e in self.line.of("FIGURE")]
        listed = self.line.of("RESPECTIVELY") and not self.own and len(figures) == len(self.discourse.spread)
        return self.discourse.spread[figures.index(event.start)] if listed and len(figures) > 1 else None

    def _to_come(self, event: Event, at: when.When) -> bool:
        """Whether a figure is a forecast (of no poll) while the period in force was over when the text came out."""
        published = self.reader.article.published_date
        if self.discourse.vintage is not None and self.discourse.vintage.value == "flash":
            return False
        if published is None or at.period is None or at.period[-10:] >= published.isoformat():
            return False
        forecast = foretold(self.line, event, self.reader.pack)
        return forecast and not polled(self.line, event, self.reader.pack)

    def _unfinished_year(self, row: Indicator | None, at: when.When) -> bool:
        """Whether a company's figure is of a year that is not over: of its forecast."""
        published = self.reader.article.published_date
        company = row is not None and row.subject == "company" and self.reader.pack.joins_words
        return (
            company and at.kind in YEARS and published is not None and (at.period or "")[-10:] > published.isoformat()
        )

    def _of_future(self, event: Event, at: when.When) -> bool:
        """Whether a figure is a forecast of a period that was not over by publication."""
        published = self.reader.article.published_date
        if published is None or at.period is None or at.period[-10:] <= published.isoformat():
            return False
        if at.kind == "fiscal_year" and event.start in self.own:
            return True  # what a company now puts at 450 billion yen for the year is a forecast, whatever the verb
        return foretold(self.line, event, self.reader.pack)

    def running(self, at: when.When | None, assigned: Assigned) -> when.When | None:
        """The period of a figure as later sentences find it: the day up to which a flow was counted is none, nor one
        of years before the time that the text is of."""
        row = self.reader.catalogue.indicators.get(value(assigned.frame, "indicator") or "")
        main = self.discourse.base_when
        published = str(self.reader.article.published_date or "")
        over = main is None or main.period is None or main.period[-10:] <= published or self.reader.pack.joins_words
        if at is not None and main is not None and over and when.before(at, main):
            return None
        cues, text, begin = self.reader.pack.cues, self.line.text, self.line.sentence.start
        if cues.compares.match(text, begin) or cues.followed.search(text, begin, assigned.event.start):
            return None
        if at is not None and of_known(self.line, assigned.event, at, self.reader.pack):
            return None
        single = at is not None and at.period is not None and at.period[:10] == at.period[-10:]
        if (
            at is not None
            and single
            and at.kind == "day"
            and self.reader.pack.joins_words
            and row is not None
            and not row.daily
        ):
            return None
        return self.past(at)

    def over(self, at: when.When | None) -> None:
        """Keep a period that was over by publication as the last of which the text gives results."""
        published = self.reader.article.published_date
        if at is None or not dated(at.period) or published is None:
            return
        known = self.discourse.actual
        part = at.kind == "month" and known is not None and known.kind in {*YEARS, "half", "quarter"}
        if at.period[-10:] <= published.isoformat() and not part:
            self.discourse.actual = at

    def _foretold(self, event: Event) -> bool:
        """Whether the period in force is one that was forecast, and the figure is a result: of another."""
        at, known = self.discourse.when, self.discourse.actual
        published = self.reader.article.published_date
        if not self.reader.pack.joins_words and not self.discourse.company:
            return False
        if (
            at is None
            or known is None
            or published is None
            or not at.period
            or at.period[-10:] <= published.isoformat()
        ):
            return False
        if not {at.kind, known.kind} <= YEARS | {"half", "quarter", "month", "ytd"} or self.discourse.survey:
            return False
        if self.discourse.status == "anticipated" and self.line.of("OPEN"):
            return False
        if self.discourse.foretells_line == self.line.sentence.line:
            return False
        return not foretold(self.line, event, self.reader.pack)

    def past(self, at: when.When | None) -> when.When | None:
        """A period that had begun by publication; one to come does not run on to what is no forecast."""
        published = self.reader.article.published_date
        to_come = (
            published is not None
            and at is not None
            and at.period is not None
            and at.period[:10] > published.isoformat()
        )
        return None if to_come else at

    def _revised(self, base: Event) -> bool:
        """Whether a base is the forecast before this one, of the same period: 从1.9%上调至2.1%."""
        return self.reader.pack.cues.revises.match(self.line.text, base.end) is not None

    def _levels_own(self, event: Event) -> bool:
        """Whether the period of a base is that of the level that it led to: 2.2% in June from 1.9%."""
        level, mine = self.line.last(event.start, "FIGURE"), self.own.get(event.start)
        if mine is None or level is None or mine.start is None or not self.reader.pack.joins_words:
            return False
        if kind_of(level) != kind_of(event) or kind_of(event) != "percent":
            return False
        theirs = self.own.get(level.start)
        return theirs is not None and theirs.start == mine.start and mine.start < event.start

    def _several(self, event: Event) -> bool:
        """Whether a base has no period right behind it while the sentence speaks of several."""
        own = self.own.get(event.start)
        if own is not None and own.start is not None and own.start >= event.end:
            return False
        if own is not None and own.end is not None and own.end == event.start - 1 and not self.reader.pack.joins_words:
            return False
        before = {self.settled[e.start].period for e in self.line.of("PERIOD") if e.start in self.settled}
        named = {at.period for start, at in self.own.items() if at.start in self.settled}
        return len(before & named) > 1

    def _goes_to(self, event: Event) -> bool:
        """Whether a base without its own period stands right before the level that it came to: 3960億から2909億へ."""
        own = self.own.get(event.start)
        beside = own is not None and own.end is not None and 0 <= event.start - own.end <= 2
        beside = beside or bool(self.line.ending(event.start - 1, event.start, "PERIOD"))
        compared = comparison.compare_near(self.line, figure_of(event)) is not None
        return compared and not beside and not self.reader.pack.joins_words and change.leads_to(self.line, event)

    def _stepped(self, event: Event) -> bool:
        """Whether a comparison stands right after a level: that of a period before (28.5 billion a year earlier)."""
        beside = bool(self.line.beginning(event.end, event.end + 1, "COMPARE"))
        return beside or change.compared_behind(self.line, event, self.reader.pack)

    def _base(self, event: Event, at: when.When | None) -> when.When | None:
        """The period of a level that a change starts from: named beside it, or the one before by the comparison."""
        named = change.base_period(self.line, event) or change.held_against(self.line, event)
        if named is not None and named.figure is not None:
            return when.When(named.figure.period, named.figure.period_kind, named.start, named.end)
        mine = self.own.get(event.start)
        if mine is not None and mine.start is not None and 0 <= mine.start - event.end <= reach(self.reader.pack):
            return mine
        compare = comparison.compare_near(self.line, figure_of(event))
        begin = max(self.line.sentence.start, event.start - change.LEAD_UP)
        if self.reader.pack.cues.foreseen_before.search(self.line.text, begin, event.start):
            return at
        step = compare.value if compare else None
        step = "yoy" if step == "qoq" and at is not None and at.kind in YEARS else step
        earlier = period_steps.earlier(at.period if at else None, step)
        reason = f"{compare.value}: before the period in force" if compare and earlier else "the base of a change"
        stepped = "month" if at is not None and at.kind == "day" else at.kind if at is not None else None
        return when.When(earlier, stepped if earlier else None, None, None, reason)

    def _paragraph_ago(self, slot: Slot) -> bool:
        """Whether a slot was stated in an earlier paragraph."""
        start = slot.start or 0
        return start < self.line.sentence.start and "\n" in self.line.text[start : self.line.sentence.start]

    def _running(self, at: when.When | None, row: Indicator | None = None) -> Slot | None:
        """The comparison of the text before, where the period allows it: a half is in no comparison with a month."""
        running = self.discourse.compare
        stepped = running is not None and running.value in {"mom", "qoq"}
        custom = row.change_basis if row is not None else None
        if (
            running is not None
            and stepped
            and custom == "yoy"
            and self.reader.pack.joins_words
            and self._paragraph_ago(running)
        ):
            return self._first(row) if self._first_is(row, running) else None
        return None if stepped and at is not None and at.kind not in {"month", "quarter"} else running

    def _custom(self, row: Indicator | None, at: when.When | None, country: str | None) -> Slot | None:
        """What a country's offices compare an indicator's month or quarter with, where countries differ."""
        custom = row.basis_of.get(country or "") if row is not None and at is not None else None
        if row is None or at is None or custom is None or at.kind not in {"month", "quarter"}:
            return None
        stepped = "qoq" if custom == "mom" and at.kind == "quarter" else custom
        fits = custom == "yoy" or {"month": "mom", "quarter": "qoq"}[at.kind] == stepped
        return Slot(stepped, "inferred", f"indicators.toml: {row.code}: basis_of") if fits else None

    def _first(self, row: Indicator | None) -> Slot | None:
        """By what the text first compared an indicator; a rate of growth is what it is by itself."""
        return self.discourse.compared.get(row.code) if row is not None and not row.growth else None

    def _first_is(self, row: Indicator | None, running: Slot) -> bool:
        """Whether it has compared the indicator so from the start: a release that is month on month throughout."""
        first = self._first(row)
        return first is not None and first.value == running.value

    def _multiple_of(self, event: Event) -> str | None:
        """The period of the level that a figure is a multiple of: 2022年的 | 6.5倍, 3.5 times | the 14.55 of 2004."""
        if kind_of(event) == "multiple" and self.reader.pack.joins_words:
            level = self.line.next(event.end, "FIGURE")
            after = self.line.next(level.end, "PERIOD") if level is not None else None
            near = level is not None and self.line.text[event.end : level.start] in {" the ", " its ", " that of "}
            close = after is not None and level is not None and after.start - level.end <= RECORDED
            return figure_of(after).period if near and close and after is not None else None
        before = self.line.last(event.start, "PERIOD")
        if before is None or self.roles.get(before.start) != period_roles.BASE or before.start not in self.settled:
            return None
        joined = only_compared.OF_LEVEL.fullmatch(self.line.text, before.end, event.start)
        return self.settled[before.start].period if joined is not None else None

    def _only(self, basis: str) -> bool:
        """Whether the text has compared in one way so far, as releases that are month on month throughout do."""
        words = {e.value for e in self.line.of("COMPARE")}
        running = self.discourse.compare
        return words <= {basis} and (running is None or running.value == basis)

    def _beside_move(self, event: Event) -> bool:
        """Whether a word of direction stands right beside a figure: what answers speak of is no change."""
        if not self.reader.pack.joins_words or figure_of(event).kind != "percent":
            return True
        before = self.line.ending(event.start - 4, event.start, "MOVE")
        return bool(before or self.line.beginning(event.end, event.end + 2, "MOVE"))

    def _of_pace(self, event: Event) -> bool:
        """Whether the next word of direction says how the pace changed: 成長率は5.05％と、前年の8.02％から鈍化した."""
        if any(item.cls == "MOVE" for item in event.inner) or moves(self.line, event):
            return False
        after = self.line.next(event.end, "MOVE")
        return after is not None and self.reader.pack.cues.pace.match(self.line.text, after.start) is not None

    def _judged(self, event: Event) -> bool:
        """Whether the word that moves a figure says better or worse, not more or less: 失業率は0.2ポイント悪化した."""
        near = [
            e
            for e in self.line.of("MOVE")
            if abs(e.start - event.end) <= change.NEAR or abs(event.start - e.end) <= change.NEAR
        ]
        return bool(near) and all(self.reader.pack.cues.judged.fullmatch(self.line.text[e.start : e.end]) for e in near)

    def _grows(self, assigned: Assigned, row: Indicator) -> bool:
        """Whether a percentage is growth without a word that says so: inflation of 2.5%; what a rate of growth
        quickened or slowed from ("grew 3.0%, quickening from 2.7%"), but for what a forecast was before."""
        event = assigned.event
        foreseen = change.is_base(self.line, event, self.reader.pack) and (foretold(self.line, event, self.reader.pack))
        if foreseen:
            return False
        if (
            not row.rate
            and not moves(self.line, event)
            and (beside_comparison(self.line, event) or grew_by_name(self.line, event, self.reader.pack))
        ):
            return True
        if row.code == ECONOMY and not self.reader.pack.joins_words:
            return True
        if not change.is_base(self.line, assigned.event, self.reader.pack):
            return row.growth
        last = self.last[0].figure if self.last is not None and self.last[1] == "up" else None
        return not row.rate and (row.growth or (last is not None and last.kind == "percent"))

    def _grown_to(self, event: Event) -> bool:
        """Whether an amount is how much another grew by: 35円増の180円."""
        moved = self.line.beginning(event.end, event.end, "MOVE")
        after = self.line.next(event.end, "FIGURE")
        return (
            bool(moved) and after is not None and after.start - moved[0].end <= 1 and kind_of(after) == kind_of(event)
        )

    def _of_terms(self, compare: Slot | None) -> bool:
        """Whether a comparison is with the business term before: a company's is a year (前期比)."""
        if compare is None or compare.start is None:
            return False
        return self.reader.pack.cues.last_term.match(self.line.text, compare.start) is not None

    def _change(self, assigned: Assigned, at: when.When | None, slots: dict[str, Slot]) -> Change:
        """Direction and comparison of a figure; the comparison's evidence goes to the slots."""
        figure = figure_of(assigned.event)
        direction = change.direction(self.line, assigned.event, self.reader.pack, assigned.since)
        if value(slots, "indicator") == surveys.SURVEY and not self._beside_move(assigned.event):
            direction = "none"
        alone = change.is_base(self.line, assigned.event, self.reader.pack)
        alone = alone or polled(self.line, assigned.event, self.reader.pack)
        row = self.reader.catalogue.indicators.get(value(slots, "indicator") or "")
        level = row is not None and row.rate and not self.reader.pack.joins_words and change.is_rate(assigned.event)
        if direction == "none" and not alone and not level:
            direction = change.like_last(self.line, assigned.event, self.last, self.reader.pack)
        if direction == "none":
            direction = change.by_name(self.line, assigned.event, self.reader.pack, assigned.since)
        if direction == "none" and not change.is_base(self.line, assigned.event, self.reader.pack):
            direction = against(self.line, assigned.event, self.reader.pack)
        if (
            direction == "none"
            and figure.kind == "multiple"
            and (
                self.reader.pack.cues.multiplied.match(self.line.text, figure.end)
                or self._multiple_of(assigned.event) is not None
            )
        ):
            direction = "none" if assigned.share or figure.value is None else "up" if figure.value > 1 else "down"
        if direction == "none" and figure.kind == "multiple" and not assigned.share and figure.value is not None:
            of_level = self.reader.pack.cues.times_of.match(self.line.text, figure.end) is not None
            base = period_base.base_after(self.line, assigned.event, self.roles, self.reader.pack)
            following = self.line.next(figure.end, "FIGURE")
            beside = following is not None and following.start - figure.end <= change.NEAR
            if of_level and (base is not None or beside) and self.reader.pack.joins_words:
                direction = "up" if figure.value > 1 else "down"
        growth = figure.kind == "percent" and row is not None and not assigned.share
        if direction == "none" and growth and row is not None and self._grows(assigned, row):
            direction = "up" if figure.value is None or figure.value > 0 else "flat" if not figure.value else "down"
        if direction != "none" and growth and row is not None and row.growth and self._of_pace(assigned.event):
            direction = "up" if figure.value is None or figure.value > 0 else "down" if figure.value else "flat"
        if row is not None and row.inverse and self._judged(assigned.event):
            direction = OPPOSITE.get(direction, direction)
        if figure.kind == "rate" and _of_quoted(self.line, assigned.event, self.reader.catalogue):
            direction = OPPOSITE.get(direction, direction)
        moving = slots.get("indicator")
        if moving is not None and moving.reason == CURRENCY and not self.line.of("FXMOVE"):
            direction = OPPOSITE.get(direction, direction)
        base = period_base.base_after(self.line, assigned.event, self.roles, self.reader.pack)
        base = base or period_base.base_level(self.line, assigned.event, self.reader.pack)
        base = base or self._multiple_of(assigned.event)
        if base is not None and base.endswith("-XX") and at is not None and dated(at.period):
            base = period_steps.in_year(at.period, int(base[:4]))
        named = period_steps.basis_between(base, at.period if at is not None else None)
        moves = direction != "none" or change.compared(self.line, figure)
        first = self._first(row)
        if first is not None and first.value != "yoy" and at is not None and at.kind not in {"month", "quarter"}:
            first = None
        custom = self._custom(row, at, value(slots, "reporter"))
        basis, compare = comparison.change_basis(
            self.line, figure, moves, row, self._running(at, row), named, self.reader.pack, first, custom
        )
        if basis == "qoq" and at is not None and at.kind in YEARS:
            basis, compare = "yoy", compare and compare._replace(value="yoy")
        if compare is not None:
            slots["change_basis"] = compare
            if compare.how == "stated" and named is None and (basis == "yoy" or self._only(basis)):
                self.discourse.compare = compare
            if compare.how == "stated" and row is not None:
                self.discourse.compared.setdefault(row.code, compare)
        if basis == "qoq" and row is not None and row.subject in FIRMS and self._of_terms(compare):
            basis = "yoy"
        if basis == "none" and moves and figure.kind == "percent" and at is not None and row is not None:
            grew = change.by_name(self.line, assigned.event, self.reader.pack, assigned.since) != "none"
            joins = self.reader.pack.joins_words
            grew = grew or (not row.rate and (joins or grew_by_name(self.line, assigned.event, self.reader.pack)))
            economic = row.subject == "economy" and not row.daily and not row.rate
            yearly = (economic and at.kind in {"half", "ytd"}) or ((grew or economic) and at.kind in YEARS)
            basis = "yoy" if yearly else basis
        if basis == "none" and moves and row is not None and row.subject == "company" and at is not None:
            changed = figure.kind == "points" or (row.code == "dividend" and self._grown_to(assigned.event))
            yearly = not self.reader.pack.joins_words and at.kind in {*YEARS, "quarter", "half"} and not assigned.share
            basis = "yoy" if changed and yearly else basis
        if basis == "mom" and at is not None and at.kind == "quarter":
            basis = "qoq"
        again = self.reader.pack.cues.measure_again.search(self.line.text, self.line.sentence.start, figure.start)
        if again is not None and self.stepped is not None and (compare is None or compare.how != "stated"):
            basis = self.stepped
        self.stepped = basis if basis not in {"none", "share"} else self.stepped
        return Change(direction, basis)
