"""What is known while a sentence is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.domain.vocabulary import ChangeBasis, Direction
from extractor.extract import when
from extractor.extract.build import Reader
from extractor.extract.discourse import Discourse
from extractor.extract.events import Event, Line
from extractor.languages import Pack


@dataclass
class Passage:
    """A sentence being read: `roles` says what its periods are for, `own` which of them each figure is about."""

    reader: Reader
    line: Line
    discourse: Discourse
    roles: Mapping[int, str]
    own: Mapping[int, when.When]
    last: tuple[Event, Direction] | None = None
    settled: dict[int, when.When] = field(default_factory=dict)
    stepped: ChangeBasis | None = None
    """Against what the sentence's last change was measured."""
    counted: Mapping[int, when.When] = field(default_factory=dict)
    pack: Pack = field(init=False)
    """The rules of the text's language."""

    def __post_init__(self) -> None:
        self.pack = self.reader.pack
