"""Against what the change of a figure is measured."""

from __future__ import annotations

from extractor.catalogue import Indicator
from extractor.domain import dated
from extractor.domain.vocabulary import ChangeBasis
from extractor.extract import comparison, directions, period_base, period_steps, when
from extractor.extract.build import figure_of
from extractor.extract.context import Passage
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line, kind_of
from extractor.extract.frame import Slot, value
from extractor.extract.growth import grew_by_name
from extractor.extract.multiples import multiple_of
from extractor.extract.named_for import FIRMS
from extractor.extract.state import Assigned
from extractor.extract.when import YEARS
from extractor.languages import Pack


def basis_of(
    passage: Passage,
    assigned: Assigned,
    at: when.When | None,
    slots: dict[str, Slot],
    row: Indicator | None,
    *,
    moved: bool,
) -> ChangeBasis:
    """The comparison of a figure, of which `moved` says whether it has a direction; its evidence goes to the slots."""
    line, pack, figure = passage.line, passage.pack, figure_of(assigned.event)
    named = _between(passage, assigned.event, at)
    moves = moved or directions.compared(line, figure)
    first, running = _first_for(passage, row, at), _running(passage, at, row)
    custom = _custom(row, at, value(slots, "reporter"))
    basis, compare = comparison.change_basis(line, figure, moves, row, running, named, pack, first, custom)
    if basis == "qoq" and at is not None and at.kind in YEARS:
        basis, compare = "yoy", compare and compare._replace(value="yoy")
    if compare is not None:
        slots["change_basis"] = compare
        _keep(passage, compare, basis, row, named)
    if basis == "qoq" and row is not None and row.subject in FIRMS and _of_terms(line, compare, pack):
        basis = "yoy"
    if basis == "none" and moves and at is not None and row is not None:
        yearly = _grew_in_year(passage, assigned, at, row) or _firm_in_term(passage, assigned, at, row)
        basis = "yoy" if yearly else basis
    if basis == "mom" and at is not None and at.kind == "quarter":
        basis = "qoq"
    again = pack.cues.measure_again.search(line.text, line.sentence.start, figure.start)
    if again is not None and passage.stepped is not None and (compare is None or compare.how != "stated"):
        basis = passage.stepped
    passage.stepped = basis if basis not in {"none", "share"} else passage.stepped
    return basis


def _between(passage: Passage, event: Event, at: when.When | None) -> ChangeBasis | None:
    """The comparison that a base period named beside a figure makes with the figure's own; None without one."""
    base = period_base.base_after(passage.line, event, passage.roles, passage.pack)
    base = base or period_base.base_level(passage.line, event, passage.pack)
    base = base or multiple_of(passage, event)
    if base is not None and base.endswith("-XX") and at is not None and dated(at.period):
        base = period_steps.in_year(at.period, int(base[:4]))
    return period_steps.basis_between(base, at.period if at is not None else None)


def _keep(
    passage: Passage, compare: Slot, basis: ChangeBasis, row: Indicator | None, named: ChangeBasis | None
) -> None:
    """Keep a stated comparison for what the text says next."""
    if compare.how != "stated":
        return
    if named is None and (basis == "yoy" or _only(passage, basis)):
        passage.discourse.compare = compare
    if row is not None:
        passage.discourse.compared.setdefault(row.code, compare)


def _grew_in_year(passage: Passage, assigned: Assigned, at: when.When, row: Indicator) -> bool:
    """Whether a percentage is by its words, or by what it measures, the growth of a year on the one before."""
    line, pack = passage.line, passage.pack
    if figure_of(assigned.event).kind != "percent":
        return False
    grew = directions.by_name(line, assigned.event, pack, assigned.since) != "none"
    grew = grew or (not row.rate and (pack.joins_words or grew_by_name(line, assigned.event, pack)))
    economic = row.subject == "economy" and not row.daily and not row.rate
    return (economic and at.kind in {"half", "ytd"}) or ((grew or economic) and at.kind in YEARS)


def _firm_in_term(passage: Passage, assigned: Assigned, at: when.When, row: Indicator) -> bool:
    """Whether a change is that of a company's points or dividend in a term, against the same one a year before."""
    points = figure_of(assigned.event).kind == "points"
    if row.subject != "company" or passage.pack.joins_words or assigned.share:
        return False
    changed = points or (row.code == "dividend" and _grown_to(passage.line, assigned.event))
    return changed and at.kind in {*YEARS, "quarter", "half"}


def _first_for(passage: Passage, row: Indicator | None, at: when.When | None) -> Slot | None:
    """By what the text first compared an indicator, where the period allows it: only years go with a longer one."""
    first = _first(passage.discourse, row)
    short = at is None or at.kind in {"month", "quarter"}
    return first if first is None or first.value == "yoy" or short else None


def _running(passage: Passage, at: when.When | None, row: Indicator | None = None) -> Slot | None:
    """The comparison of the text before, where the period allows it: a half is in no comparison with a month."""
    running = passage.discourse.compare
    stepped = running is not None and running.value in {"mom", "qoq"}
    custom = row.change_basis if row is not None else None
    if (
        running is not None
        and stepped
        and custom == "yoy"
        and passage.pack.joins_words
        and _paragraph_ago(passage.line, running)
    ):
        return _first(passage.discourse, row) if _first_is(passage.discourse, row, running) else None
    return None if stepped and at is not None and at.kind not in {"month", "quarter"} else running


def _paragraph_ago(line: Line, slot: Slot) -> bool:
    """Whether a slot was stated in an earlier paragraph."""
    start = slot.start or 0
    return start < line.sentence.start and "\n" in line.text[start : line.sentence.start]


def _first(discourse: Discourse, row: Indicator | None) -> Slot | None:
    """By what the text first compared an indicator; a rate of growth is what it is by itself."""
    return discourse.compared.get(row.code) if row is not None and not row.growth else None


def _first_is(discourse: Discourse, row: Indicator | None, running: Slot) -> bool:
    """Whether it has compared the indicator so from the start: a release that is month on month throughout."""
    first = _first(discourse, row)
    return first is not None and first.value == running.value


def _only(passage: Passage, basis: str) -> bool:
    """Whether the text has compared in one way so far, as releases that are month on month throughout do."""
    words = {e.value for e in passage.line.of("COMPARE")}
    running = passage.discourse.compare
    return words <= {basis} and (running is None or running.value == basis)


def _custom(row: Indicator | None, at: when.When | None, country: str | None) -> Slot | None:
    """What a country's offices compare an indicator's month or quarter with, where countries differ."""
    custom = row.basis_of.get(country or "") if row is not None and at is not None else None
    if row is None or at is None or custom is None or at.kind not in {"month", "quarter"}:
        return None
    stepped = "qoq" if custom == "mom" and at.kind == "quarter" else custom
    fits = custom == "yoy" or {"month": "mom", "quarter": "qoq"}[at.kind] == stepped
    return Slot(stepped, "inferred", f"indicators.toml: {row.code}: basis_of") if fits else None


def _grown_to(line: Line, event: Event) -> bool:
    """Whether an amount is how much another grew by: 35円増の180円."""
    moved = line.beginning(event.end, event.end, "MOVE")
    after = line.next(event.end, "FIGURE")
    return bool(moved) and after is not None and after.start - moved[0].end <= 1 and kind_of(after) == kind_of(event)


def _of_terms(line: Line, compare: Slot | None, pack: Pack) -> bool:
    """Whether a comparison is with the business term before: a company's is a year (前期比)."""
    if compare is None or compare.start is None:
        return False
    return pack.cues.last_term.match(line.text, compare.start) is not None
