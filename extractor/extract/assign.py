"""Which subject each figure of a sentence belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.catalogue import Catalogue
from extractor.extract import strange
from extractor.extract.change import AMOUNTS, clause_start, is_base, only_moves
from extractor.extract.dealt import former, parallel
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.fit import VOLUMES, fitted
from extractor.extract.frame import EMPTY, Frame, Slot, inferred, passed_on, stated, value, without
from extractor.extract.imposed import between_countries, is_imposed
from extractor.extract.lists import respectively
from extractor.extract.narrow import (
    INDEXES,
    balanced,
    by_volume,
    narrowed,
    paired,
    part_of_index,
    resumed,
    sales_of_trade,
    without_balance,
    without_goods,
    without_volume,
)
from extractor.extract.owner import HOME, NAMED_SO, owned, whose
from extractor.extract.ranks import BEFORE_RANK, ranked
from extractor.extract.shares import (
    LEVELS,
    goes_on,
    grew,
    in_other_terms,
    is_share,
    is_whole,
    next_part,
    of_part,
    part_of,
    share_of,
    taker,
    whole_of_part,
)
from extractor.extract.subject import PART, SIGNS, Subject
from extractor.extract.subjects import subjects
from extractor.extract.surveys import answered
from extractor.extract.traded import (
    bought,
    growing,
    in_other_measure,
    of_balance,
    of_total,
    priced,
    rate_sides,
    renews,
    shipped,
    sold,
    stated_part,
    went_to,
)
from extractor.languages import Pack

PARTED = re.compile("[;；]")
HEADING = 60
"""A heading is no longer than this, in characters."""
WITH_RANK = 24
"""How far behind a rank its amount stands: "the largest market with $70 billion"."""
BALANCES = frozenset({"goods_trade_value", "goods_trade_balance", None})
"""What turns into a surplus or a deficit of trade."""
KEPT = 16
"""How far behind a streak the rank stands that was kept so long."""
OPENS = 5
"""Where a sentence that goes on about the total says so: The total."""
PRICE_INDEXES = INDEXES | {"ppi", "trade_price_index"}
CORE = "core_cpi"
RANKED = frozenset({"rank", "streak"})
SALES = "company_sales"
MARKET = 60
"""How far before a share, in characters, the market is named that it is of."""
BEFORE_POINTS = 12
"""Where the subject of points that follow a share begins: "24.4%, up 1.8 points"."""


IMPOSED = ("indicator", "reporter", "partner", "commodity")
"""What the headline settles of a tariff for sentences that name no country."""


SPENT = frozenset(
    {"capital_expenditure", "investment_amount", "research_spending", "acquisition_value", "share_buyback"}
)
"""What an amount before them is spent on: 2.3 trillion yen on capital expenditure, 3000億円を投じる."""
HEADED = ("indicator", "flow", "commodity", "balance_sign")
"""What the headline settles of a figure that the text gives again."""
NEAR_HEADLINE = 2
"""In how many lines after the headline."""


def figure_key(event: Event) -> tuple[object, ...]:
    """What makes two figures the same: kind, value, interval and unit."""
    figure = event.figure
    return () if figure is None else (figure.kind, figure.value, figure.low, figure.high, figure.unit)


class Assigned(NamedTuple):
    """A figure, the frame it stands in, where its subject began, and the frame that later figures inherit."""

    event: Event
    frame: Frame
    since: int
    carry: Frame
    share: bool = False


def assign(line: Line, pack: Pack, catalogue: Catalogue, discourse: Discourse) -> Iterator[Assigned]:
    """Each figure of the sentence with its frame: the subject before it, unless one is joined on after it."""
    if not line.of("FIGURE", "PERIOD"):
        return
    state = Assigner(line, pack, catalogue, discourse, subjects(line, pack, catalogue))
    for event in line.events:
        if event.figure is not None:
            taken = state.take(event)
            if taken.share:
                taken = taken._replace(frame=owned(taken.frame, line, taken.since, pack, catalogue, discourse, event))
            yield taken._replace(frame=answered(taken.frame, line, event, discourse, pack))


def heading(line: Line, pack: Pack, catalogue: Catalogue, discourse: Discourse) -> Frame | None:
    """The frame that a heading opens: a short line without a figure and without a full stop that names a subject."""
    text = line.quote
    opens = text[-1] not in ".。!！?？" or pack.cues.list_follows.search(text) is not None
    if line.of("FIGURE", "PERIOD") or len(text) > HEADING or not opens:
        return None
    found = subjects(line, pack, catalogue)
    if not any(subject.slots for subject in found):
        return None
    state = Assigner(line, pack, catalogue, discourse, found)
    for subject in found:
        state.enter(subject)
    return state.frame


class Assigner:
    """Goes through a sentence from left to right, keeping the subject in force.

    `opener` is the place that stands alone at the head of the sentence; `topic` is the same until a
    subject has used it; `shared` is the frame of the last share, for the points and ranks that follow it.
    """

    def __init__(
        self, line: Line, pack: Pack, catalogue: Catalogue, discourse: Discourse, found: list[Subject]
    ) -> None:
        self.line, self.pack, self.catalogue, self.discourse = line, pack, catalogue, discourse
        self.found = found
        self.waiting = list(reversed(found))
        self.frame: Frame = dict(discourse.subject)
        self.goods = discourse.base.get("commodity")
        self.since = line.sentence.start
        self.opener: Subject | None = None
        self.topic: Subject | None = None
        self.unfit: tuple[Event, Frame] | None = None
        self.places: list[Subject] = []
        self.shared: Frame | None = None
        self.shared_at: Event | None = None
        self.whole: Subject | None = None
        self.part: Subject | None = None
        self.measured: Slot | None = None
        self.before: Subject | None = None
        self.unmeasured = False
        self.weighed: tuple[str | None, Slot] | None = None
        self.swapped: Frame = EMPTY
        part = self.frame.get("entity")
        if part is not None and part.reason == PART and any(e.start - self.since <= OPENS for e in line.of("TOTALLY")):
            self.frame.pop("entity")
        if of_total(line, pack) or pack.cues.widens.match(line.text, line.sentence.start):
            self.frame = {
                **without(self.frame, "partner", "commodity"),
                **{k: v for k, v in discourse.base.items() if k in {"partner", "commodity"}},
            }
        if discourse.country is not None and pack.cues.the_country.match(line.text, line.sentence.start):
            self.frame = {**self.frame, "reporter": discourse.country}
        self.aside: tuple[int, Frame] | None = None
        self._reopened()
        self.spread = respectively(line, found, pack)
        self.traded: Frame = EMPTY
        self.taken: list[tuple[Event, Frame]] = []

    def _reopened(self) -> None:
        """Several partners together are those of their sentence; the next one is of what the text is about again."""
        partner = self.frame.get("partner")
        opens = any(e.start - self.line.sentence.start <= 1 for e in self.line.of("OPEN"))
        base = self.discourse.base.get("partner")
        if partner is None or partner.value is not None or opens or self.pack.joins_words or self.pack.cues.move_after:
            return
        row = self.catalogue.indicators.get(value(self.frame, "indicator") or "")
        if base is not None and row is not None and row.trade:
            self.frame = {**self.frame, "partner": base}

    def _in_or_out(self, place: int) -> None:
        """What brackets name is for what stands in them: （上年同期为亏损1742亿日元）."""
        if self.aside is not None and place >= self.aside[0]:
            self.frame, self.aside = self.aside[1], None
        if self.aside is None and not self.pack.joins_words:
            opened = self.line.text.rfind("（", self.line.sentence.start, place)
            closed = self.line.text.find("）", opened, self.line.sentence.end) if opened >= 0 else -1
            if closed >= place and any(opened < e.start < closed for e in self.line.of("FIGURE")):
                self.aside = (closed, self.frame)

    def take(self, event: Event) -> Assigned:
        """The next figure with its frame."""
        found = self._as_headed(event, self._take(event))
        if event.cls != "PERIOD" and not self.pack.joins_words and event.start not in self.spread:
            answered_to = parallel(self.line, event, self.taken, self.pack) or former(
                self.line, event, self.taken, self.pack
            )
            found = found if answered_to is None else found._replace(frame=passed_on(answered_to))
        if event.cls != "PERIOD":
            self.taken.append((event, found.frame))
        return found

    def _as_headed(self, event: Event, found: Assigned) -> Assigned:
        """A figure of the first sentences that the headline gave too, with what it is of: (Inflation cools to 2.82%)
        prices paid by consumers rose 2.82%."""
        told = self.discourse.told.get(figure_key(event)) if self.pack.joins_words else None
        if told is None or event.cls == "PERIOD" or not 0 < self.line.sentence.line <= NEAR_HEADLINE:
            return found
        mine = found.frame.get("indicator")
        own = mine is not None and mine.how == "stated" and (mine.start or 0) >= self.line.sentence.start
        rows = [self.catalogue.indicators.get(value(frame, "indicator") or "") for frame in (found.frame, told)]
        if own or rows[0] is rows[1] or all(row is not None and row.trade for row in rows):
            return found
        here = {**found.frame, **passed_on({k: v for k, v in told.items() if k in HEADED})}
        self.frame = {**self.frame, **{k: here[k] for k in HEADED if k in here}}
        return found._replace(frame=here, carry=self.frame)

    def _take(self, event: Event) -> Assigned:
        place = event.start if kind_of(event) != "streak" else self._rank_beside(event).start
        while self.waiting and self.waiting[-1].start < place:
            self.enter(self.waiting.pop())
        self._in_or_out(event.start)
        if event.cls == "PERIOD":
            return Assigned(event, self.frame, self.since, self.frame)
        self.unmeasured = False
        here: Frame = {**self.frame, **self._dealt(event)}
        after = _joined(self.line, event, self.found, self.pack) or self._listed_levy(event)
        if self.before is not None and kind_of(event) in LEVELS:
            return self._of_whole(event, here, self.before)
        if kind_of(event) == "percent" and self.pack.cues.of_market.match(self.line.text, event.end):
            reason = "a share of a market"
            share_of_it = {
                **without(here, "flow", "partner", "balance_sign"),
                "indicator": stated("market_share", event.start, event.end, reason),
            }
            return self._own(event, share_of_it)
        taken = taker(self.line, event, self.pack) if kind_of(event) == "percent" else None
        if taken is not None:
            return self._taken(event, here, taken)
        share = is_share(self.line, event)
        if share and kind_of(event) == "points":
            return Assigned(event, share_of(here, after, self.opener), self.since, self.frame)
        if share:
            self.whole = after
            return self._shared(
                event, share_of(here, after, self.opener), self.discourse.subject if after is None else None
            )
        if (
            kind_of(event) == "percent"
            and self.pack.cues.of_total.match(self.line.text, event.end)
            and not grew(self.line, event)
        ):
            return self._shared(event, share_of(here, None, self.opener), None)
        if after is None and kind_of(event) == "percent" and self.pack.joins_words:
            whole = next((s for s in self.found if s.start >= event.end), None)
            after = whole if whole is not None and part_of(self.line, event, whole, self.pack) else None
        if after is not None and kind_of(event) == "percent" and part_of(self.line, event, after, self.pack):
            self.whole = after
            part = share_of(here, after, self.opener or self.topic)
            row = self.catalogue.indicators.get(value(part, "indicator") or "")
            if row is not None and row.subject == "company" and self.pack.joins_words:
                part = whose(part, self.line, self.since, self.pack, self.catalogue, self.discourse, event)
            return self._shared(event, part, None)
        if self.shared is not None and self._likewise(event):
            return self._shared(event, self.shared, {})
        if self.shared is not None and self._from_share(event):
            self.shared_at = event
            return Assigned(event, self.shared, self.since, self.frame, True)
        if self.shared is not None and self.part is not None and goes_on(self.line, event):
            return self._shared(event, self.shared, {})
        listed = next_part(self.line, event, self.found, self.shared_at) if self.shared is not None else None
        if listed is not None and self.shared is not None:
            return self._shared(event, {**self.shared, **listed.slots}, None)
        if in_other_terms(self.line, event):
            return self._shared(event, share_of(here, None, self.opener), None)
        if self.shared is not None and kind_of(event) == "points":
            return Assigned(event, self.shared, event.start - BEFORE_POINTS, self.frame)
        to = went_to(self.line, event, self.pack)
        if to is not None and kind_of(event) == "percent":
            went = share_of(here, None, self.opener)
            return self._shared(event, {**went, **to} if to else went, None)
        if to:
            return self._own(event, {**here, **to})
        took = sold(event, here, self.line, self.pack)
        if took:
            self.frame = {**without(self.frame, "balance_sign"), **took}
            here = {**without(here, "balance_sign"), **took}
        if after is not None:
            trade = after
            after = of_balance(here, after, event, self.line)
            self.waiting = [after if s is trade else s for s in self.waiting]
            whose_part = {"entity": here["entity"]} if stated_part(here, self.line) else {}
            here = {**paired(narrowed(here, after, self.topic, self.goods), here, self.discourse), **whose_part}
        here = self._of_result(event, self._of_strange_goods(event, self._of_place_behind(event, here, after)))
        mine = self._own(event, self._alone(event, here))
        if after is None or not after.core or self._in_brackets(event):
            return mine
        said = {k: mine.frame[k] for k in after.slots if k in mine.frame} if after.sign_only else after.slots
        return mine._replace(carry={**mine.carry, **said})

    def _listed_levy(self, event: Event) -> Subject | None:
        """What the last of a list of rates is of: カナダに25％、中国に10％の追加関税."""
        following = self.line.next(event.end, "FIGURE")
        if self.pack.joins_words or kind_of(event) != "percent" or following is None or kind_of(following) != "percent":
            return None
        if not self.pack.cues.clause_break.search(self.line.text, event.end, min(event.end + 2, following.start)):
            return None
        levy = _joined(self.line, following, self.found, self.pack)
        return levy if levy is not None and is_imposed(value(levy.slots, "indicator"), self.catalogue) else None

    def _of_result(self, event: Event, here: Frame) -> Frame:
        """Sales or profits, where the word for the change says which: 4％減収、12％減益; which profit is not said."""
        running = self.catalogue.indicators.get(value(here, "indicator") or "")
        if running is None or running.subject != "company" or kind_of(event) not in {"percent", "multiple"}:
            return here
        profit = running.default_flow is not None
        if profit and self.pack.cues.sales_move.match(self.line.text, event.end):
            return {**without(here, "balance_sign"), "indicator": stated(SALES, event.end, event.end + 2)}
        if not profit and self.pack.cues.profit_move.match(self.line.text, event.end):
            return {**here, "indicator": stated(None, event.end, event.end + 2, "which profit is not said")}
        return here

    def _of_strange_goods(self, event: Event, here: Frame) -> Frame:
        """Without goods, where the topic right before a figure is something that no table knows: 外食は1.1％増."""
        goods = here.get("commodity")
        begin = clause_start(self.line, event, self.pack)
        if goods is None or goods.value is None or (goods.start or 0) >= begin or self.goods is not None:
            return here
        topic = self.pack.cues.strange_topic.search(self.line.text, begin, event.start)
        if topic is None or any(e.start < topic.end("name") and topic.start("name") < e.end for e in self.line.events):
            return here
        reason = "goods that no row has"
        self.frame = {**self.frame, "commodity": stated(None, topic.start("name"), topic.end("name"), reason)}
        return {**here, "commodity": self.frame["commodity"]}

    def _of_place_behind(self, event: Event, here: Frame, after: Subject | None) -> Frame:
        """The partner that a figure is of, where it stands behind it: 881万人の韓国が, 2.9倍になった中国."""
        row = self.catalogue.indicators.get(value(here, "indicator") or "")
        if row is None or not (row.trade or row.partnered) or self.pack.joins_words or kind_of(event) == "streak":
            return here
        place = after if after is not None and after.bare_place is not None and kind_of(event) != "rank" else None
        told = self.pack.cues.describing.match(self.line.text, event.end)
        if place is None and told is not None:
            place = next((s for s in self.found if s.start == told.end() and s.bare_place is not None), None)
        if place is None or place.bare_place in {value(here, "reporter"), "WLD"}:
            return here
        if not self.pack.cues.place_mark.match(self.line.text, place.end):
            return here
        return {**here, "partner": stated(place.bare_place, place.start, place.end, "the place behind it")}

    def _dealt(self, event: Event) -> Frame:
        """What a list deals out to a figure: countries are partners where what is measured has them, regions of the
        text's own country are not."""
        dealt = self.spread.get(event.start, EMPTY)
        place = dealt.get("reporter") or dealt.get("partner")
        row = self.catalogue.indicators.get(value({**self.frame, **dealt}, "indicator") or "")
        home = self.discourse.base.get("reporter")
        if place is None or place.value is None or row is None or home is None or home.value is None:
            return dealt
        own = {home.value, *self.catalogue.places[home.value].parents} if "-" in place.value else {home.value}
        inside = place.value == home.value or bool(own & set(self.catalogue.places[place.value].parents))
        if inside and "partner" in dealt and row.trade:
            return {**without(dealt, "partner"), "reporter": place}
        if "reporter" in dealt and not inside and (row.trade or row.partnered):
            return {**without(dealt, "reporter"), "partner": place, "reporter": home}
        return dealt

    def _imposed_before(self) -> Frame:
        """What the text spoke of before; in one whose headline is about tariffs, those."""
        before, about = self.discourse.subject, self.discourse.imposed
        if about is not None and self.pack.joins_words and not self.pack.cues.all_alike.search(self.line.quote):
            before = {**before, **{k: about[k] for k in IMPOSED if k in about and value(before, k) in {None, "WLD"}}}
        known = is_imposed(value(before, "indicator"), self.catalogue) and value(before, "reporter") is not None
        return before if about is None or known else about

    def _in_brackets(self, event: Event) -> bool:
        """Whether a figure is an aside: （前年同期は2228億円の黒字）."""
        before = self.line.text[self.line.sentence.start : event.start]
        return before.count("（") > before.count("）")

    def _alone(self, event: Event, here: Frame) -> Frame:
        """A place that stands alone before a figure ("Vietnam rose 5%, Thailand fell 2%"): partner or reporter."""
        topic = self.topic
        before = [e for e in self.line.of("FIGURE") if e.end <= event.start]
        joins = self.pack.joins_words
        earlier = next((e for e in reversed(before) if not joins or kind_of(e) != "rank"), None)
        ranked_ = {"rank"} if not joins else {"rank", "streak"}
        if topic is None or topic.start < (earlier.end if earlier else 0) or kind_of(event) in ranked_:
            return here
        row = self.catalogue.indicators.get(value(here, "indicator") or "")
        if row is None or topic.bare_place == value(here, "reporter"):
            return here
        home = value(self.discourse.base, "reporter")
        place = self.catalogue.places.get(topic.bare_place or "")
        member = place is not None and (home in place.parents or (home == "WLD" and not row.trade))
        inside = member and not self.pack.joins_words
        slot = "partner" if (row.trade or row.partnered) and not inside else "reporter"
        self.topic = None
        self.frame = {**self.frame, slot: stated(topic.bare_place, topic.start, topic.end, "stands alone before it")}
        goods = self.frame.get("commodity")
        if (
            slot == "partner"
            and goods is not None
            and (goods.start or 0) < self.line.sentence.start
            and self.pack.joins_words
        ):
            self.frame = (
                {**self.frame, "commodity": self.goods} if self.goods is not None else without(self.frame, "commodity")
            )
            here = without(here, "commodity") | {k: v for k, v in self.frame.items() if k == "commodity"}
        return {**here, slot: self.frame[slot]}

    def _shared(self, event: Event, frame: Frame, outer: Frame | None) -> Assigned:
        """A share: of the country named just before, unless the whole after the figure settles it."""
        self.shared_at = event
        part = self.part
        if part is not None and any(part.end <= e.start and e.end <= event.start for e in self.line.of("FIGURE")):
            part = None
        self.shared = frame if outer is None or part is None else of_part(frame, part, outer)
        begin = max(self.line.sentence.start, event.start - MARKET)
        word = self.line.last(event.start, "SHARE")
        if word is not None and self.pack.cues.market.search(self.line.text, begin, word.start):
            named = stated("market_share", word.start, word.end, "a share of a market")
            self.shared = {**without(self.shared, "flow", "partner", "balance_sign"), "indicator": named}
        self.part = None
        last = self.line.last(event.start, "FIGURE", "PERIOD")
        begin = self.line.sentence.start if last is None or kind_of(last) == "count" else last.end
        if self.pack.cues.together.search(self.line.text, begin, event.start):
            self.shared = {**self.shared, "partner": stated(None, event.start, event.end, "of several together")}
        row = self.catalogue.indicators.get(value(self.shared, "indicator") or "")
        if row is not None and row.subject == "maker":
            mine = whose(self.shared, self.line, self.since, self.pack, self.catalogue, self.discourse, event)
            entity = mine.get("entity")
            if entity is not None and (entity.start or 0) >= self.line.sentence.start:
                self.shared = mine
        if self.measured is not None:
            self.shared = {**self.shared, "commodity": self.measured}
            self.frame = {**self.frame, "commodity": self.measured}
        return Assigned(event, self.shared, self.since, self.frame, True)

    def _likewise(self, event: Event) -> bool:
        """The next of a list of shares: those over 65 accounted for 29.58%, and those aged 15 to 64 | for | 59.04%."""
        last = self.shared_at
        if last is None or kind_of(event) != "percent" or last is not self.line.last(event.start, "FIGURE"):
            return False
        return self.pack.cues.for_share.search(self.line.text, last.end, event.start) is not None

    def _taken(self, event: Event, here: Frame, where: tuple[int, int]) -> Assigned:
        """A share of what is spoken of, and who is named behind it as having it."""
        frame = share_of(here, None, None)
        had = next((s for s in self.found if where[0] <= s.start < where[1]), None)
        if had is not None:
            frame = {**frame, **{k: v for k, v in had.slots.items() if k in {"partner", "commodity", "entity"}}}
            if had.bare_place is not None:
                frame = {**frame, "partner": stated(had.bare_place, had.start, had.end, "who has the share")}
        return self._shared(event, frame, None)

    def _from_share(self, event: Event) -> bool:
        """The share that one rose or fell to: 2014年の37.2％から46.1％へ高まった."""
        before = self.line.last(event.start, "FIGURE")
        if before is None or kind_of(before) != "percent" or kind_of(event) != "percent":
            return False
        if before is not self.shared_at:
            return False
        cues, text = self.pack.cues, self.line.text
        led = cues.base_lead.search(text, before.end, event.start)
        led_up = is_base(self.line, before, self.pack)
        return led is not None or led_up or bool(cues.base_mark.match(text, before.end))

    def _of_whole(self, event: Event, here: Frame, whole: Subject) -> Assigned:
        """A share of a whole that is named before the figure: 占出口总值的60%; points and growth are its change."""
        self.shared = share_of(here, whole, self.opener)
        said = kind_of(event) == "percent" and not grew(self.line, event)
        self.shared_at = event
        if said and not any(start > event.start for start in self.spread):
            self.before = None
        return Assigned(event, self.shared, event.start - BEFORE_POINTS, self.frame, said)

    def enter(self, subject: Subject) -> None:
        """A new subject takes over; a place alone waits for one; the whole of a share is for that share only."""
        if subject is self.whole or self._part_of_index(subject):
            return
        self._in_or_out(subject.start)
        if self.topic is not None and PARTED.search(self.line.text, self.topic.end, subject.start):
            self.topic = None
        if subject.core and (is_whole(self.line, subject) or whole_of_part(self.line, subject, self.frame, self.pack)):
            self.before = subject
            return
        if subject.bare_place and subject.events[0].cls != "PREP":
            self.part = subject
            self.places.append(subject)
            if not self.pack.cues.topic_mark.match(self.line.text, subject.end):
                return
            if self._parts_from_share(subject):
                self.shared = None
            if renews(self.topic, subject, self.line, self.pack):
                self.topic = None
            self.topic = self.topic if self.topic or subject.bare_place == "WLD" else subject
            self.opener = self.opener or self.topic
            return
        if not subject.core and "commodity" in subject.slots:
            marked = self.pack.cues.topic_mark.match(self.line.text, subject.end)
            self.measured = subject.slots["commodity"] if marked and marked.group() else None
        self._those(subject)
        frame = without_goods(self._after_cause(subject, self._after_rate(subject)), subject, self.line, self.goods)
        frame = without_balance(frame, subject, self.line, self.discourse.headline)
        if self.pack.joins_words:
            frame = without_volume(frame, subject, self.line, self.discourse.first)
        part = self._part_of(subject)
        lead = self.discourse.headed_about if self.pack.joins_words else None
        subject = resumed(subject, self.frame, self.catalogue, self.discourse.theme, lead, self.line.sentence.start)
        if self.pack.joins_words:
            subject = balanced(subject, self.frame, self.line, self.discourse)
        if self.discourse.by_volume:
            subject = by_volume(subject)
        self.frame = paired(narrowed(frame, subject, self.topic, self._goods_of(subject)), frame, self.discourse)
        self.frame = {**self.frame, **part}
        only = self.pack.cues.goods_only.search(self.line.text, self.line.sentence.start, subject.start) is not None
        bare = not only and bool(subject.flows) and not subject.indicators and not subject.goods
        if not self.pack.joins_words and strange.goes_on(self.line, self.frame, frame, bare):
            at = self.frame["indicator"]
            self.frame = {**self.frame, "indicator": at._replace(value=None, reason=strange.BOTH_KINDS)}
        row = self.catalogue.indicators.get(value(self.frame, "indicator") or "")
        if not subject.core and value(subject.slots, "commodity") and row is not None and row.code == CORE:
            self.frame = {
                **self.frame,
                "indicator": inferred("cpi", "goods in a text on core prices: of the whole index"),
            }
        if not subject.core and "commodity" in subject.slots and row is not None and row.daily and not row.rate:
            self.frame = priced(self.frame, subject, row)
        if (
            not subject.core
            and "commodity" in subject.slots
            and self.pack.cues.delivered.match(self.line.text, subject.end)
        ):
            self.frame = priced(self.frame, subject, self.catalogue.indicators["crude_price"])
        named = [e.item.text for e in subject.events if e.cls == "INDICATOR" and e.item is not None]
        if not (named and self.pack.cues.domestic.match(named[-1])):
            self.frame = part_of_index(self.frame, frame, self.pack, self.catalogue)
        self.frame = sales_of_trade(self.frame, frame, subject, self.discourse, self.line, self.pack, self.catalogue)
        self.frame = shipped(self.frame, subject, self.discourse, self.pack)
        self.frame = bought(self.frame, subject, discourse=self.discourse, pack=self.pack)
        if subject.core:
            self.swapped = EMPTY
            self.topic = self.shared = self.before = None
            self.unmeasured = True
        if subject.core or "commodity" in subject.slots:
            self.since = subject.start

    def _those(self, subject: Subject) -> None:
        """Exports spoken of again: shipments to the US rose despite a tariff, and | those to the EU | added 4.9%."""
        row = self.catalogue.indicators.get(value(self.frame, "indicator") or "")
        if row is not None and row.trade and value(self.frame, "flow") is not None:
            self.traded = dict(self.frame)
        first = subject.events[0]
        again = self.pack.cues.those.search(self.line.text, self.line.sentence.start, first.start)
        if again is not None and self.traded and not subject.core and (row is None or not row.trade):
            self.frame = without(self.traded, "partner", "commodity")

    def _part_of_index(self, subject: Subject) -> bool:
        """Whether a measure without a row is a part of the index that is spoken of: housing costs, of the CPI."""
        row = self.catalogue.indicators.get(value(self.frame, "indicator") or "")
        parted = row is not None and ((row.unit == "point" and not row.daily) or row.code in PRICE_INDEXES)
        return subject.events[0].cls == "STRANGE" and parted

    def _parts_from_share(self, place: Subject) -> bool:
        """Whether a country that is named after another's share is not one of the list of shares."""
        following = self.line.next(place.end, "FIGURE")
        aside = self.line.text[place.end : place.end + 1] in {"（", "("}
        if self.shared is None or aside or (following is not None and goes_on(self.line, following)):
            return False
        return value(self.shared, "partner") not in {None, place.bare_place}

    def _grown(self, event: Event, here: Frame) -> Frame:
        """The economy's growth, in a text on rates."""
        gdp = growing(event, here, self.line, self.pack, self.catalogue)
        if gdp is None:
            return here
        self.frame = {**self.frame, "indicator": gdp}
        return {**here, "indicator": gdp}

    def _part_of(self, subject: Subject) -> Frame:
        """Whose part of it the sentence speaks of: private enterprises saw their exports rise."""
        entity = self.frame.get("entity")
        here = entity is not None and (entity.start or 0) >= self.line.sentence.start
        ends = {"TOTALLY", "SUBSET"} if self.pack.joins_words or self.pack.cues.move_after else {"SUBSET"}
        kept = here and subject.core and not any(e.cls in ends for e in subject.events)
        return {"entity": entity} if kept and entity is not None and entity.reason == PART else {}

    def _goods_of(self, subject: Subject) -> Slot | None:
        """The goods of a subject that names none: the article's, those of "its imports", of a share just stated, or
        those that the sentence opens with as its topic (コーヒーは…、輸出額は…)."""
        first = self.found[0]
        topic = first.slots.get("commodity") if not first.core and subject is not first else None
        if topic is not None and not self.pack.joins_words and first.start - self.line.sentence.start <= 1:
            marked = self.pack.cues.topic_mark.match(self.line.text, first.end)
            if marked is not None and marked.group() == self.line.text[first.end : first.end + 1] and marked.group():
                return topic.passed_on()
        its = any(0 <= subject.start - e.end <= 1 for e in self.line.of("ANAPHOR"))
        near = self.frame if its else self.shared or EMPTY
        goods = near.get("commodity")
        its = its or in_other_measure(subject, self.frame, self.line)
        goods = self.frame.get("commodity") if its else goods
        near = self.frame if its else near
        here = goods is not None and (its or (goods.start or 0) >= self.line.sentence.start)
        return goods if here and value(near, "commodity") is not None else self.goods

    def _after_cause(self, subject: Subject, frame: Frame) -> Frame:
        """A subject with a reporter of its own does not take the partner of one that no figure measured: "as cars to
        the US fell, Japan's deficit was ..."."""
        if not self.unmeasured or not subject.core or "reporter" not in subject.slots or "partner" in subject.slots:
            return frame
        rest = without(frame, "partner", "commodity")
        return {**rest, **{k: v for k, v in self.discourse.subject.items() if k in {"partner", "commodity"}}}

    def _after_rate(self, subject: Subject) -> Frame:
        """The frame without the countries of an exchange rate once another indicator is named; back to trade, with
        the partner that the text is about."""
        last = self.catalogue.indicators.get(value(self.frame, "indicator") or "")
        back = last is not None and not last.trade and value(subject.slots, "flow") is not None
        if not subject.core or not (value(self.frame, "indicator") == "exchange_rate" or back):
            return self.frame
        if value(self.frame, "indicator") != "exchange_rate":
            return {**self.frame, **{k: v for k, v in self.discourse.base.items() if k == "partner"}}
        rest = without(self.frame, "reporter", "partner")
        return {**rest, **{k: v for k, v in self.discourse.base.items() if k in {"reporter", "partner"}}}

    def _without_unfit(self) -> Frame:
        """What later sentences inherit when the figure did not fit: tariffs that cost 70 billion yen do not run on."""
        before = self.discourse.subject
        rest = without(self.frame, "indicator", "reporter", "entity")
        return {**rest, **{k: v for k, v in before.items() if k in {"indicator", "reporter", "entity"}}}

    def _opener(self, frame: Frame, rank: Event) -> Subject | None:
        """The place that a rank is of: the last that stands alone, unless it is the reporter or the rank's owner; else
        the first."""
        owned = bool(self.places) and rank.start - self.places[-1].end <= BEFORE_RANK
        others = self.places[:-1] if owned else self.places
        known = {"WLD", value(frame, "reporter"), self.places[-1].bare_place if owned else None}
        return next((place for place in reversed(others) if place.bare_place not in known), self.opener)

    def _of_same_goods(self, here: Frame, event: Event) -> Frame:
        """A quantity in a list of partners is of the goods before it: 进口原油1.08亿吨；自沙特进口7864万吨."""
        figure = event.figure
        if figure is None or figure.kind != "quantity":
            return here
        if value(here, "commodity") is None and self.weighed is not None and self.weighed[0] == figure.unit:
            here = {**here, "commodity": self.weighed[1]}
            self.frame = {**self.frame, "commodity": self.weighed[1]}
        goods = here.get("commodity")
        self.weighed = (figure.unit, goods) if goods is not None and goods.value is not None else None
        return here

    def _about(self, event: Event) -> Frame | None:
        """A count that the measure in force does not take is of what the text is about, where that is counted so."""
        row = self.catalogue.indicators.get(self.discourse.about or "")
        figure = event.figure
        counted = row is not None and figure is not None and figure.unit in {row.counter, *row.counts} - {None}
        if row is None or not counted or row.trade:
            return None
        if value(self.discourse.subject, "indicator") is None or self.pack.joins_words:
            return None
        return {**self.discourse.base, "indicator": Slot(row.code, "inferred", "what the text is about")}

    def _rank_beside(self, event: Event) -> Event:
        """The rank that a streak is of: 4年連続で最大の貿易相手, largest trading partner for 16 straight years."""
        if kind_of(event) != "streak":
            return event
        for other in self.line.of("FIGURE"):
            if kind_of(other) == "rank" and (
                0 <= other.start - event.end <= 2 or 0 <= event.start - other.end <= 5 or self._keeps(event, other)
            ):
                return other
        return event

    def _keeps(self, streak: Event, rank: Event) -> bool:
        """Whether a streak is of the place that was kept: 连续7年保持货物贸易第一大国地位."""
        return (
            0 < rank.start - streak.end <= KEPT and self.pack.cues.keeps.match(self.line.text, streak.end) is not None
        )

    def _with_rank(self, event: Event) -> tuple[str, ...]:
        """What the amount after a rank shares with it: all, if nothing stands between ("market with $70 billion")."""
        after = next((e for e in self.line.events if e.start >= event.end and e.cls not in {"PLACE", "PREP"}), None)
        near = after is not None and kind_of(after) == "money" and after.start - event.end <= WITH_RANK
        return ("reporter", "partner", "indicator", "flow", "balance_sign") if near else ("reporter", "partner")

    def _own(self, event: Event, here: Frame) -> Assigned:
        """What the figure's own kind adds: a rank's partner, a rate's countries, a company's name."""
        if kind_of(event) in {"rank", "streak"}:
            row = self.catalogue.indicators.get(value(here, "indicator") or "")
            partnered = row is not None and row.partnered
            opener = self._opener(here, event)
            here = ranked(
                self.shared or here, self._rank_beside(event), self.line, self.found, opener, self.pack, partnered
            )
        here = _turned(here, event, self.line, self.pack)
        sides = here = between_countries(here, self._imposed_before(), self.line, event, self.pack, self.catalogue)
        if is_imposed(value(sides, "indicator"), self.catalogue):
            self.frame = {**self.frame, **{k: v for k, v in sides.items() if k in {"reporter", "partner"}}}
            if self.line.sentence.start == 0 and value(sides, "reporter") is not None:
                self.discourse.imposed = {k: sides[k] for k in IMPOSED if value(sides, k) is not None}
        here = self._of_same_goods(here, event)
        here = answered(self._grown(event, here), self.line, event, self.discourse, self.pack)
        here = whose(here, self.line, self.since, self.pack, self.catalogue, self.discourse, event)
        meant = value(here, "indicator")
        fit = fitted(here, event, self.catalogue)
        follows = self.unfit is not None and kind_of(event) in LEVELS and only_moves(self.line, self.unfit[0], event)
        if follows and self.unfit is not None:
            fit = self.unfit[1]
        unfit = value(fit, "indicator") is None and value(here, "indicator") is not None
        here = fit
        running = self.catalogue.indicators.get(value(self.discourse.subject, "indicator") or "")
        if unfit and running is not None and running.unit == "point" and _bare(event):
            here, unfit = dict(self.discourse.subject), False
            self.frame = here
        about = self._about(event) if unfit else None
        if about is not None:
            here, unfit = about, False
            self.frame = here
        if unfit and (kind_of(event) in AMOUNTS or follows):
            self.unfit = (event, fit)
        if kind_of(event) == "rank" and value(here, "partner") != value(self.frame, "partner"):
            carried = {name: here[name] for name in self._with_rank(event) if name in here}
            if value(here, "reporter") == value(self.frame, "partner"):
                self.swapped = {n: s for n, s in self.frame.items() if n in {"reporter", "partner"}}
            self.frame, self.topic = {**self.frame, **carried}, None
        elif value(here, "indicator") in VOLUMES or (not unfit and value(here, "indicator") != meant):
            kept = {name: here[name] for name in ("indicator", "commodity") if name in here}
            self.frame = {**self.frame, **kept}
        if kind_of(event) == "rank" and any(i.cls == "INDICATOR" for i in event.inner) and "indicator" in here:
            self.frame = {**self.frame, "indicator": here["indicator"]}  # Europe's largest economy contracted by 0.2%
        if kind_of(event) == "rate":
            here = rate_sides(here, event, self.catalogue)
            if self._in_brackets(event):
                return Assigned(event, here, self.since, self.frame)
            self.frame = here
        elif "reporter" in here and here["reporter"].reason.startswith(("agencies.toml", HOME, NAMED_SO)):
            self.frame = {**self.frame, "reporter": here["reporter"]}
        elif "entity" in here:
            self.frame = {**self.frame, "entity": here["entity"]}
        carry = self._without_unfit() if unfit else {**self.frame, **self.swapped}
        return Assigned(event, here, self.since, carry)


def _turned(here: Frame, event: Event, line: Line, pack: Pack) -> Frame:
    """A streak of a balance that turned has the sign that it turned to: 20个月来首次由顺差转为逆差."""
    signs = [e for e in line.of("FLOW") if e.start >= event.end and e.value in SIGNS]
    if kind_of(event) == "streak" and signs and value(here, "indicator") in BALANCES:
        to = signs[0]
        if pack.cues.turned.fullmatch(line.text, event.end, to.start):
            sign = stated(str(SIGNS[to.value]), to.start, to.end, "what it turned to")
            balance = stated("goods_trade_balance", to.start, to.end)
            return {**here, "indicator": balance, "flow": stated("balance", to.start, to.end), "balance_sign": sign}
    if kind_of(event) != "streak" or len(signs) < 2 or value(here, "flow") != "balance":
        return here
    last = signs[-1]
    return {**here, "balance_sign": stated(str(SIGNS[last.value]), last.start, last.end, "what it turned to")}


def _bare(event: Event) -> bool:
    """Whether a figure is a number without a unit: 49.4, the reading of a part of the index spoken of."""
    figure = event.figure
    return figure is not None and figure.kind == "count" and figure.unit in {None, "point"}


def _joined(line: Line, event: Event, found: list[Subject], pack: Pack) -> Subject | None:
    """The noun phrase right after a figure that says what it measures: "$4 billion worth of goods from Japan"."""
    for subject in found:
        if subject.start < event.end:
            continue
        between = line.text[event.end : min(e.start for e in subject.events)]
        moves = [e for e in line.of("MOVE") if event.end <= e.start and e.end <= subject.start]
        for move in moves:
            between = between.replace(line.text[move.start : move.end], "", 1)
        if pack.cues.of_gap.fullmatch(between):
            return subject
        if value(subject.slots, "indicator") == "company_sales" and kind_of(event) == "percent":
            return subject if pack.cues.share_of.fullmatch(between) else None
        if value(subject.slots, "indicator") not in SPENT:
            return None
        spent = pack.cues.verb_gap.fullmatch(between)
        on = kind_of(event) == "money" and pack.cues.companies.spent.fullmatch(between)
        return subject if spent or on else None
    return None
