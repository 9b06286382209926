"""A good is at most the group it belongs to, and at most all goods."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.catalogue import load
from extractor.reconcile.equations import AtMost
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import amount

NAME = "subset"
GROUPS = ("article", "frame")


def trials(view: View) -> Iterator[Trial]:
    """Electrical machinery of 36.91 billion beside exports of 167.12 billion dollars to the same partner."""
    for part in view.heads(measure="level", flow=("export", "import", "total")):
        if part.claim.commodity is not None:
            for commodity in _wider(part.claim.commodity):
                whole = view.near(part, commodity=commodity)
                if whole is not None:
                    yield _trial(part, whole)


def _wider(commodity: str) -> Iterator[str | None]:
    """The groups above a good, then all goods."""
    row = load().commodities.get(commodity)
    while row is not None and row.parent is not None:
        yield row.parent
        row = load().commodities.get(row.parent)
    yield None


def _trial(part: Reading, whole: Reading) -> Trial:
    names = f"{part.claim.commodity} is at most {whole.claim.commodity or 'all goods'}"
    line = f"{amount(part.value, part.claim.unit)} <= {amount(whole.value, whole.claim.unit)}"
    return Trial(NAME, names, AtMost(), (Term(part), Term(whole)), (line,))
