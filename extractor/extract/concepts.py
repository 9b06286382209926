"""Whether trade is counted by the customs or in the balance of payments: stated, or of the release as a whole."""

from __future__ import annotations

from extractor.extract.discourse import Discourse
from extractor.extract.events import Line
from extractor.extract.frame import Slot, inferred, stated

BOP = "balance_of_payments"


def noticed(line: Line, discourse: Discourse) -> None:
    """Take over the concept that a sentence names."""
    for event in line.of("CONCEPT"):
        discourse.concept = stated(event.value, event.start, event.end)


def concept_of(line: Line, discourse: Discourse, *, goods: bool) -> Slot | None:
    """The concept of a figure of trade; a release that opens with the current account is of the balance of payments."""
    if not goods:
        return None
    if discourse.concept is not None:
        here = line.sentence.start <= (discourse.concept.start or 0) < line.sentence.end
        return discourse.concept if here else discourse.concept.passed_on()
    if discourse.about == "current_account_balance":
        return inferred(BOP, "a release on the current account")
    return None
