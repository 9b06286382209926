"""Total trade = exports + imports, and balance = total - 2 x imports where one flow is not stated."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.reconcile.equations import Sum
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import plain, scale_of, unit_name

ZERO = Decimal(0)
NAME = "total"
GROUPS = ("article", "frame")
RULE = "total = exports + imports"


def trials(view: View) -> Iterator[Trial]:
    """For each total whose exports and imports are known."""
    for total in view.heads(measure="level", flow="total"):
        exports, imports = view.near(total, flow="export"), view.near(total, flow="import")
        if exports and imports:
            yield Trial(
                NAME, RULE, Sum((1, 1, -1)), (Term(exports), Term(imports), Term(total)),
                (_line("+", exports, imports, total),),
            )  # fmt: skip
        elif exports and (balance := view.near(total, flow="balance")):
            yield _with_balance(exports, exports, total, balance)
        elif imports and (balance := view.near(total, flow="balance")):
            yield _with_balance(imports, imports, total, balance)


def _with_balance(flow: Reading, again: Reading, total: Reading, balance: Reading) -> Trial:
    """exports + exports - balance = total, or imports + imports + balance = total."""
    sign = -1 if flow.claim.flow == "export" else 1
    a, b, c = flow.value or ZERO, balance.value or ZERO, total.value or ZERO
    size, word = scale_of([abs(v) for v in (a, b, c) if v])
    line = (
        f"2 x {plain(a / size)} {'-' if sign < 0 else '+'} ({plain(b / size)}) = {plain((2 * a + sign * b) / size)} "
        f"(stated: {plain(c / size)}) {word} {unit_name(total.currency)}"
    )
    rule = "total = 2 x exports - balance" if sign < 0 else "total = 2 x imports + balance"
    return Trial(
        NAME, rule, Sum((1, 1, sign, -1)), (Term(flow), Term(again), Term(balance), Term(total)), (line,)
    )  # fmt: skip


def _line(sign: str, a: Reading, b: Reading, result: Reading) -> str:
    x, y, z = a.value or ZERO, b.value or ZERO, result.value or ZERO
    size, word = scale_of([abs(v) for v in (x, y, z) if v])
    return (
        f"{plain(x / size)} {sign} {plain(y / size)} = {plain((x + y) / size)} "
        f"(stated: {plain(z / size)}) {word} {unit_name(result.currency)}"
    )
