"""What a sentence without a figure is about runs on into the next one."""

from __future__ import annotations

from extractor.catalogue import Catalogue
from extractor.extract.discourse import Discourse
from extractor.extract.events import Line
from extractor.extract.frame import stated, value
from extractor.extract.imposed import is_imposed
from extractor.extract.owning import companies
from extractor.extract.subjects import subjects
from extractor.languages import Pack

SHORT = 32
"""A sentence that names what the next ones are of is no longer than this, in characters."""
TURNS = {True: 90, False: 40}
"""How long a sentence is at most, in characters, that turns to a partner: with words written apart, and together."""


def mentioned(line: Line, discourse: Discourse, pack: Pack, catalogue: Catalogue) -> None:
    """Keep what a sentence without a figure names: goods, who imposes a tariff, a company, a partner."""
    if line.of("FIGURE"):
        return
    if not pack.joins_words:
        _keep_title(line, discourse, pack, catalogue)
        _keep_levy(line, discourse, pack, catalogue)
    last = companies(line, pack)[-1:]
    if last and line.sentence.end - last[0].end <= 1:
        discourse.named_company(stated(last[0].name, last[0].start, last[0].end), line.sentence.line)
    goods = line.of("COMMODITY")
    if pack.joins_words and len({e.value for e in goods}) == 1 and not line.of("FLOW", "INDICATOR", "PERIOD"):
        slot = stated(goods[0].value, goods[0].start, goods[0].end)
        discourse.frame = {**discourse.frame, "commodity": slot}
    _keep_partner(line, discourse, pack, catalogue)


def _keep_title(line: Line, discourse: Discourse, pack: Pack, catalogue: Catalogue) -> None:
    """Goods that a short sentence at the head of a paragraph is about: Green tea stood out."""
    heads = "\n" in line.text[line.sentence.start - 1 : line.sentence.start]
    if line.of("PERIOD", "ISSUE") or not heads or len(line.quote) > SHORT:
        return
    cores = [s for s in subjects(line, pack, catalogue) if s.core and s.events[0].cls != "STRANGE"]
    if len(cores) == 1:
        kept = {k: v for k, v in discourse.frame.items() if k in {"reporter"}}
        discourse.frame = {**discourse.frame, **kept, **cores[0].slots}


def _keep_levy(line: Line, discourse: Discourse, pack: Pack, catalogue: Catalogue) -> None:
    """A tariff and who imposes it."""
    levied = [e for e in line.of("INDICATOR") if is_imposed(e.value, catalogue)]
    owner = next((e for e in line.of("PLACE") if levied and e.end <= levied[-1].start), None)
    if owner is not None and discourse.imposed is None and pack.cues.levies.match(line.text, levied[-1].end):
        by = stated(owner.value, owner.start, owner.end, "who imposes it")
        discourse.imposed = {
            "indicator": stated(levied[-1].value, levied[-1].start, levied[-1].end),
            "reporter": by,
        }


def _keep_partner(line: Line, discourse: Discourse, pack: Pack, catalogue: Catalogue) -> None:
    """The one partner that a short sentence turns to: 足を引っ張ったのは米国向けだ. A heading is no sentence."""
    if line.of("PERIOD") or len(line.quote) > TURNS[pack.joins_words] or line.quote[-1:] not in ".。":
        return
    row = catalogue.indicators.get(value(discourse.frame, "indicator") or "")
    found = [s.slots["partner"] for s in subjects(line, pack, catalogue) if "partner" in s.slots]
    if row is None or not row.trade or len({slot.value for slot in found}) != 1 or found[0].value is None:
        return
    if found[0].value != value(discourse.frame, "reporter"):
        discourse.frame = {**discourse.frame, "partner": found[0]}
