"""Share = part / whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.reconcile.equations import Product
from extractor.reconcile.reading import WORLD, Reading
from extractor.reconcile.trial import FRACTION, Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import plain, scale_of

NAME = "share"
GROUPS = ("article", "frame")
RULE = "share = part / whole"


def trials(view: View) -> Iterator[Trial]:
    """A partner's share of all partners, or a good's share of all goods: 21.6482 / 108.9345 = 19.9%."""
    for share in view.heads(measure="share", flow=("export", "import", "total")):
        part = view.near(share, measure="level", stem="goods_trade")
        wholes = [_whole(view, share, part, partner=WORLD), _whole(view, share, part, commodity=None)]
        for whole in wholes:
            if part and whole and whole.id != part.id:
                yield Trial(
                    NAME, RULE, Product((1, -1, -1)), (Term(part), Term(whole), Term(share, FRACTION)),
                    (_line(part, whole, share),),
                )  # fmt: skip
                break


def _whole(view: View, share: Reading, part: Reading | None, **wider: str | None) -> Reading | None:
    """The level that the part is a share of: all partners, or all goods."""
    return view.near(part, **wider) if part and _differs(share, wider) else None


def _differs(share: Reading, wider: dict[str, str | None]) -> bool:
    return any(getattr(share.claim, name) != value for name, value in wider.items())


def _line(part: Reading, whole: Reading, share: Reading) -> str:
    a, b = part.value or Decimal(0), whole.value or Decimal(1)
    size, _ = scale_of([a, b])
    stated = plain(share.value or Decimal(0))
    return f"{plain(a / size)} / {plain(b / size)} = {plain(a / b * 100, 3)}% (stated: {stated}%)"
