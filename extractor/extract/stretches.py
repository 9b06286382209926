"""Where a text may have figures: the sentences with a digit or a word of number or time, and some room around them.

Most sentences of most pages have none, and what is not tokenised costs nothing.
"""

from __future__ import annotations

from extractor.languages import Pack

ROOM = 48
"""Characters kept on either side of such a sentence, for what its figures lean on."""


def stretches(text: str, words: Pack) -> list[tuple[int, int]]:
    """Spans of the text to read, in order, apart from each other; the rest has no figure."""
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        for piece in line.split(words.sentence_end):
            end = start + len(piece)
            if words.may_have_figures(piece):
                if found and start - ROOM <= found[-1][1]:
                    found[-1] = (found[-1][0], end + ROOM)
                else:
                    found.append((max(0, start - ROOM), end + ROOM))
            start = end + len(words.sentence_end)
        start -= len(words.sentence_end)
    return [(_to_space(text, start, -1), _to_space(text, end, 1)) for start, end in found]


def _to_space(text: str, at: int, step: int) -> int:
    """The place itself or the next white space outwards, at most a word away, so that no word is cut."""
    end = min(at, len(text))
    for _ in range(ROOM):
        if end in {0, len(text)} or text[end].isspace():
            return end
        end += step
    return end
