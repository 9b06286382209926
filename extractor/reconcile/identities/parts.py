"""Parts never exceed the whole: a region its world, several places that cannot overlap their sum."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.reconcile.equations import AtMost
from extractor.reconcile.geography import ancestors, disjoint
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import plain, scale_of, unit_name

ZERO = Decimal(0)
NAME = "parts"
GROUPS = ("article", "frame")
RULE = "parts together are at most the whole"


def trials(view: View) -> Iterator[Trial]:
    """For each place with places inside it: each part, then all that exclude each other together."""
    for whole in view.heads(measure="level", flow=("export", "import", "total")):
        inside = [r for r in view.all_near(whole, "partner") if _within(r, whole)]
        for part in inside:
            yield _trial([part], whole)
        apart = _apart(inside)
        if len(apart) > 1:
            yield _trial(apart, whole)


def _within(part: Reading, whole: Reading) -> bool:
    """Whether a part's place lies in the whole's; a partner that is not known (several together) is no world."""
    return part.claim.partner is not None and whole.claim.partner in ancestors(part.claim.partner)


def _apart(parts: list[Reading]) -> list[Reading]:
    """The widest parts that exclude each other, taken in the order of their size."""
    chosen: list[Reading] = []
    for part in sorted(parts, key=lambda r: (-(r.value or ZERO), r.id)):
        if all(disjoint(str(part.claim.partner), str(other.claim.partner)) for other in chosen):
            chosen.append(part)
    return chosen


def _trial(parts: list[Reading], whole: Reading) -> Trial:
    values = [part.value or ZERO for part in parts]
    size, word = scale_of([abs(v) for v in (*values, whole.value or ZERO) if v])
    left = " + ".join(plain(v / size) for v in values)
    total = f" = {plain(sum(values) / size)}" if len(values) > 1 else ""
    names = " + ".join(str(part.claim.partner) for part in parts)
    line = f"{names}: {left}{total} <= {plain((whole.value or ZERO) / size)} {word} {unit_name(whole.currency)}"
    rule = f"{names} is at most {whole.claim.partner}" if len(parts) == 1 else RULE
    terms = tuple(Term(part) for part in (*parts, whole))
    return Trial(NAME, rule, AtMost(), terms, (line,))
