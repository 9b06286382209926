"""One sentence to claims: every figure with its frame, its change and its period."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.domain import Claim
from extractor.extract import again, concepts, credit, quotes, surveys, terms, when
from extractor.extract import roles as period_roles
from extractor.extract.assign import assign, figure_key, heading
from extractor.extract.build import Change, Reader, build
from extractor.extract.context import Passage
from extractor.extract.discourse import Discourse
from extractor.extract.events import Line
from extractor.extract.figure_claims import figure_claim
from extractor.extract.firms import headed
from extractor.extract.frame import Frame
from extractor.extract.left_behind import leave
from extractor.extract.only_compared import only_compares
from extractor.extract.own_period import periods_for
from extractor.extract.period_claims import period_claim
from extractor.extract.runs_on import keep_over, looks_back, only_before, running
from extractor.extract.state import Assigned

LISTING = 40
"""More figures than any sentence has, with nothing else between them."""
UNDATED_LISTING = when.When(None, "unresolved", None, None, "one of a listing of figures")


def sentence_claims(reader: Reader, line: Line, discourse: Discourse) -> Iterator[Claim]:
    """The claims of one sentence, in order; the discourse is left as the next sentence finds it."""
    if _is_listing(line):
        yield from (build(reader, line, e, {}, discourse, Change(), UNDATED_LISTING) for e in line.events)
        return
    line = again.resumed(quotes.unquoted(line), discourse)
    _enter(reader, line, discourse)
    passage = _passage(reader, line, discourse)
    carry: Frame | None = None
    begun: Frame | None = None
    seen: when.When | None = None
    for assigned in assign(line, reader.pack, reader.catalogue, discourse):
        if assigned.event.cls == "PERIOD":
            if not only_compares(line, assigned.event, reader.pack):
                yield period_claim(passage, assigned.event)
            continue
        carry, begun = assigned.carry, begun or assigned.carry
        _keep_measured(line, discourse, assigned)
        if not only_before(passage, assigned.event):
            found = running(passage, passage.own.get(assigned.event.start), assigned)
            seen = seen if found is None or looks_back(found, seen, reader.pack) else found
            keep_over(passage, seen)
        yield figure_claim(passage, assigned)
    leave(passage, carry, begun, seen)


def _enter(reader: Reader, line: Line, discourse: Discourse) -> None:
    """Let the discourse know what a sentence says of itself: whose it is, what it resumes, which section it opens."""
    credit.attribute(line, discourse, reader.catalogue, reader.pack)
    surveys.noticed(line, discourse, reader.pack)
    concepts.noticed(line, discourse)
    if reader.pack.cues.anaphora.match(line.text, line.sentence.start):
        discourse.resume()
    opening = [e for e in line.of("OPEN") if e.start - line.sentence.start <= 1]
    if opening and not discourse.broaden(reader.catalogue) and any(e.value == "view" for e in opening):
        discourse.review()
    if line.sentence.start == 0:
        discourse.headed = headed(line, reader.pack)
        return
    opened = heading(line, reader.pack, reader.catalogue, discourse)
    if opened is not None:
        discourse.open_section(opened)


def _passage(reader: Reader, line: Line, discourse: Discourse) -> Passage:
    """A sentence with what its periods are for, and which of them each figure is about."""
    roles = {e.start: period_roles.role(line, e, reader.pack) for e in line.of("PERIOD")}
    counted = terms.settled(line, discourse, reader.article.published_date)
    read = periods_for(line, reader.pack, roles)
    own = {start: counted.get(at.start or 0, at) for start, at in read.items()}
    return Passage(reader, line, discourse, roles, own, counted=counted)


def _keep_measured(line: Line, discourse: Discourse, assigned: Assigned) -> None:
    """Keep which indicator a figure is of, and the frame of a headline's figure."""
    about = assigned.frame.get("indicator")
    if about is None or about.value is None:
        return
    discourse.measured.add(about.value)
    if line.sentence.start == 0 and about.how == "stated":
        discourse.told[figure_key(assigned.event)] = assigned.frame


def _is_listing(line: Line) -> bool:
    """Whether a stretch is figures and nothing but: no sentence, so nothing runs on into it or out of it."""
    return len(line.events) > LISTING and len(line.of("FIGURE")) == len(line.events)
