"""The noun phrases of a sentence that say what is measured: "Japan's imports of oil from China", 対中輸出額."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.catalogue import Catalogue
from extractor.extract.clusters import clusters
from extractor.extract.events import Event, Line
from extractor.extract.frame import stated
from extractor.extract.phrases import read
from extractor.extract.qualified import in_aside, left_out
from extractor.extract.strange import strange
from extractor.extract.subject import STRANGE, Subject
from extractor.languages import Pack

CURRENCY = "a currency that moves"
VERB = 8
"""How far, in characters, a currency's verb may stand from it: has, was."""


def subjects(line: Line, pack: Pack, catalogue: Catalogue) -> list[Subject]:
    """The noun phrases of a sentence, in order; one in brackets that says another again (its mirror) is left out."""
    known: list[Subject] | None = line.answers.get(subjects)
    if known is None:
        known = line.answers[subjects] = _subjects(line, pack, catalogue)
    return known


def _subjects(line: Line, pack: Pack, catalogue: Catalogue) -> list[Subject]:
    found: list[Subject] = []
    for cluster in clusters(line, pack, catalogue):
        subject = read(line, tuple(cluster), catalogue, pack)
        if not (found and found[-1].core and _bracketed(line, found[-1], subject)):
            found.append(subject)
    found = sorted([*found, *_currencies(line, catalogue), *unknown(line, pack)], key=lambda s: s.start)
    after: list[Subject | None] = [*found[1:], None][: len(found)]
    causes = _causes(line, pack) if found else []
    return [
        s for s, following in zip(found, after, strict=True)
        if not _object(line, s, following, pack)
        and not (not s.core and left_out(line, s.start, s.end, pack))
        and not (s.bare_place and in_aside(line, s.start, s.end, pack))
        and not any(a <= s.start and s.end <= b for a, b in causes)
        and not (s.core and pack.cues.gauge.search(line.text, line.sentence.start, s.start))
        and not (s.core and pack.cues.poll_owner.search(line.text, line.sentence.start, s.start))
    ]  # fmt: skip


def _causes(line: Line, pack: Pack) -> list[tuple[int, int]]:
    """The clauses that only give a cause, where no figure stands in them: 其中原油进口因油价走低而缩减16.6%."""
    spans = [m.span() for m in pack.cues.cause_clause.finditer(line.text, line.sentence.start, line.sentence.end)]
    return [(a, b) for a, b in spans if not any(a <= e.start < b for e in line.of("FIGURE"))]


def unknown(line: Line, pack: Pack) -> Iterator[Subject]:
    """The measures that the sentence states and that no row has: none, rather than the one spoken of before."""
    for start, end in strange(line, pack):
        slots = {name: stated(None, start, end, STRANGE) for name in ("indicator", "flow", "balance_sign")}
        if pack.cues.balance_measure.search(line.text, start, end):
            slots["flow"] = stated("balance", start, end, STRANGE)
        yield Subject(end - 1, end, (Event(start, end, None, None, "STRANGE"),), slots, (), (), True)


def _currencies(line: Line, catalogue: Catalogue) -> Iterator[Subject]:
    """A currency that moves is its exchange rate: "the baht has gained 4.6% against the dollar", 日元贬值6.1%."""
    money = line.of("CUR")
    for event in money:
        following = next(line.after(event.end), None)
        if following is None or following.cls not in {"MOVE", "FXMOVE"} or following.start - event.end > VERB:
            continue
        other = next((e for e in money if e.start > event.end and e.value != event.value), None)
        slots = {
            "indicator": stated("exchange_rate", event.start, event.end, CURRENCY),
            "reporter": stated(catalogue.home_of(event.value), event.start, event.end, f"home of {event.value}"),
            "partner": stated(catalogue.home_of(other.value) if other else None, event.start, event.end),
        }
        empty = {name: stated(None, event.start, event.end) for name in ("flow", "balance_sign", "commodity")}
        yield Subject(event.start, event.end, (event,), {**empty, **slots}, (), (), True)


def _object(line: Line, subject: Subject, following: Subject | None, pack: Pack) -> bool:
    """The object of a clause that describes the next subject: 水産物の輸入を止めた中国向け."""
    told = following is not None and subject.core and following.bare_place is not None
    if told and following is not None and pack.cues.relative.fullmatch(line.text, subject.end, following.start):
        return True
    cause = None if subject.core else pack.cues.cause.match(line.text, subject.end)
    if cause is not None and not any(subject.end <= e.start < cause.end() for e in line.of("FIGURE")):
        return True
    if following is None or not pack.cues.object_mark.match(line.text, subject.end):
        return False
    first = min(e.start for e in subject.events)
    if any(pack.cues.own.fullmatch(line.text, e.end, first) for e in line.ending(first - 1, first, "FIGURE")):
        return False
    return not any(subject.end <= e.start < following.start for e in line.of("FIGURE"))


def _bracketed(line: Line, main: Subject, other: Subject) -> bool:
    """対中輸出（中国の対日輸入）: all of the brackets right after the main phrase."""
    opens = line.text[main.end : other.start].strip() in {"(", "（"}
    return opens and line.text[other.end : other.end + 1] in {")", "）"}
