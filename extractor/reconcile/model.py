"""What reconciliation returns."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.domain import Fact, Finding, Frozen


class Reconciliation(Frozen):
    """Facts and findings, each sorted by id, so that equal input gives equal bytes in any order."""

    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, facts: Iterable[Fact], findings: Iterable[Finding]) -> Reconciliation:
        """Sorted, each id once."""
        return cls(
            facts=tuple(sorted({fact.id: fact for fact in facts}.values(), key=lambda f: f.id)),
            findings=tuple(sorted({f.id: f for f in findings}.values(), key=lambda f: f.id)),
        )
