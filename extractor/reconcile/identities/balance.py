"""Balance = exports - imports."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.reconcile.equations import Sum
from extractor.reconcile.reading import Reading
from extractor.reconcile.trial import AS_IS, NEGATED, Term, Trial
from extractor.reconcile.view import View
from extractor.reconcile.wording import amount, plain, scale_of, unit_name

ZERO = Decimal(0)
NAME = "balance"
GROUPS = ("article", "frame")
RULE = "balance = exports - imports"


def trials(view: View) -> Iterator[Trial]:
    """For each balance whose exports and imports are known.

    >>> 9.8478 - 9.3037 = 0.5441, stated 0.544  # doctest: +SKIP
    """
    for balance in view.heads(measure="level", flow="balance"):
        exports, imports = view.near(balance, flow="export"), view.near(balance, flow="import")
        if exports and imports:
            yield balance_trial(exports, imports, balance)


def balance_trial(exports: Reading, imports: Reading, balance: Reading) -> Trial:
    """The trial of three figures; a balance without a sign takes that of the difference."""
    x, m, b = exports.value or ZERO, imports.value or ZERO, balance.value or ZERO
    turned = balance.claim.balance_sign is None and x < m
    shape = NEGATED if turned else AS_IS
    size, word = scale_of([abs(v) for v in (x, m, b) if v])
    stated = -b if turned else b
    line = f"{plain(x / size)} - {plain(m / size)} = {plain((x - m) / size)} {word} {unit_name(balance.currency)}"
    return Trial(
        NAME, RULE, Sum((1, -1, -1)), (Term(exports), Term(imports), Term(balance, shape)),
        (f"{line} (stated: {amount(stated, balance.currency)})",),
    )  # fmt: skip
