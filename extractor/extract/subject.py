"""What a sentence measures, as one noun phrase says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from extractor.extract.events import Event
from extractor.extract.frame import Slot

PART = "whose part of it"
STRANGE = "a measure without a row"
CORE = frozenset({"FLOW", "INDICATOR", "OTHER"})
BOTH = frozenset({"export+import", "import+export"})
SIGNS = {"sign-": -1, "sign+": 1, "result-": -1, "result+": 1}
RESULT = "result"
"""A profit or loss of the company indicator that is spoken of: no flow of trade."""
GAP = "balance~"
"""A balance of the sign in force."""
MUTUAL = frozenset({"total", "balance"})
"""Flows that two countries have with each other: 日本と中国の貿易額."""


class Subject(NamedTuple):
    """A noun phrase and the slots it states. `flows` and `partners` list all that it names, in order.

    `core` says that it names an indicator or a flow; without one it only narrows (a place, goods).
    """

    start: int
    end: int
    events: tuple[Event, ...]
    slots: Mapping[str, Slot]
    flows: tuple[str, ...]
    partners: tuple[str, ...]
    core: bool
    sign_only: bool = False
    """Nothing but 赤字 or 黒字: of the balance that is spoken of, of trade when none is."""

    @property
    def goods(self) -> tuple[str, ...]:
        """The goods that it lists, in order."""
        return tuple(dict.fromkeys(e.value for e in self.events if e.cls == "COMMODITY"))

    @property
    def places(self) -> tuple[str, ...]:
        """The places that it lists, when it names nothing else."""
        return tuple(dict.fromkeys(e.value for e in self.events)) if {e.cls for e in self.events} == {"PLACE"} else ()

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators that it lists, in order."""
        return tuple(dict.fromkeys(e.value for e in self.events if e.cls == "INDICATOR"))

    @property
    def bare_place(self) -> str | None:
        """The place, when the phrase is nothing but a place's name."""
        names = [e for e in self.events if e.cls != "TOTALLY"]
        return names[0].value if len(names) == 1 and names[0].cls == "PLACE" else None


def stated_in(subject: Subject, name: str) -> str | None:
    """The value of a slot that a subject states; None when it states none."""
    found = subject.slots.get(name)
    return found.value if found else None


def value_of(slots: Mapping[str, Slot], name: str) -> str | None:
    """The value of a slot, None when there is none."""
    return slots[name].value if name in slots else None


def flow_of(value: str) -> tuple[str, int | None]:
    """`balance-` is the flow balance with the sign of a deficit, `sign-` a deficit of whatever is spoken of (赤字);
    `export+import` is total trade."""
    if value in BOTH:
        return "total", None
    if value in SIGNS:
        return (RESULT if value.startswith(RESULT) else "balance"), SIGNS[value]
    if value.startswith("balance"):
        return "balance", {"-": -1, "+": 1}.get(value[7:])
    return value, None
