"""What is in force while the figures of a sentence are read."""

from __future__ import annotations

from typing import NamedTuple

from extractor.catalogue import Catalogue
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.extract.frame import EMPTY, Frame, Slot, value, without
from extractor.extract.lists import respectively
from extractor.extract.subject import PART, Subject
from extractor.extract.traded import of_total
from extractor.languages import Pack

OPENS = 5
"""Where a sentence that goes on about the total says so: The total."""


class Assigned(NamedTuple):
    """A figure, the frame it stands in, where its subject began, and the frame that later figures inherit."""

    event: Event
    frame: Frame
    since: int
    carry: Frame
    share: bool = False


class State:
    """What is in force while a sentence is gone through from left to right.

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
        self.aside: tuple[int, Frame] | None = None
        self.spread = respectively(line, found, pack)
        self.traded: Frame = EMPTY
        self.taken: list[tuple[Event, Frame]] = []
        self._opened()
        self._reopened()

    def _opened(self) -> None:
        """What the sentence opens with settles: the total, all goods again, or the country that is spoken of."""
        line, pack, discourse = self.line, self.pack, self.discourse
        part = self.frame.get("entity")
        if part is not None and part.reason == PART and any(e.start - self.since <= OPENS for e in line.of("TOTALLY")):
            self.frame = without(self.frame, "entity")
        if of_total(line, pack) or pack.cues.widens.match(line.text, line.sentence.start):
            self.frame = {
                **without(self.frame, "partner", "commodity"),
                **{k: v for k, v in discourse.base.items() if k in {"partner", "commodity"}},
            }
        if discourse.country is not None and pack.cues.the_country.match(line.text, line.sentence.start):
            self.frame = {**self.frame, "reporter": discourse.country}

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

    def in_or_out(self, place: int) -> None:
        """What brackets name is for what stands in them: （上年同期为亏损1742亿日元）."""
        if self.aside is not None and place >= self.aside[0]:
            self.frame, self.aside = self.aside[1], None
        if self.aside is None and not self.pack.joins_words:
            opened = self.line.text.rfind("（", self.line.sentence.start, place)
            closed = self.line.text.find("）", opened, self.line.sentence.end) if opened >= 0 else -1
            if closed >= place and any(opened < e.start < closed for e in self.line.of("FIGURE")):
                self.aside = (closed, self.frame)

    def in_brackets(self, event: Event) -> bool:
        """Whether a figure is an aside: （前年同期は2228億円の黒字）."""
        before = self.line.text[self.line.sentence.start : event.start]
        return before.count("（") > before.count("）")
