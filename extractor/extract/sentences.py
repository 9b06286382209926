"""Sentences: spans of the text that end at a stop, a line break or the text's end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from typing import NamedTuple

STOP = re.compile(r"[。！？]+[」』”’）)]*|(?<![.!?])[.!?]++[\"”’)\]]*+(?=\s)|\n")
BLANK = re.compile("[ \u3000]")
"""What sets the parts of a headline apart where words are written together: 1966億円 通期は上方修正."""
LONGEST, PARTING = 600, 200
"""No sentence of a reader's is longer; what follows looks at all figures of one sentence together."""
PARTS = (" ", "\t", "、", "，", ",", ";", "；")
WORD_BEFORE = re.compile(r"[\w.]+$")


class Sentence(NamedTuple):
    """Code points `start` to `end` (exclusive) of the text, white space trimmed; `line` numbers its line."""

    start: int
    end: int
    line: int


def split(text: str, abbreviations: Collection[str] = ()) -> list[Sentence]:
    """The sentences of a text in order; every character that is not white space lies in one."""
    found: list[Sentence] = []
    start = line = 0
    for stop in STOP.finditer(text):
        mark = stop.group()
        if mark[0] == "." and _goes_on(text, stop, abbreviations):
            continue
        _add(found, text, start, stop.end(), line)
        start = stop.end()
        line += mark == "\n"
    _add(found, text, start, len(text), line)
    return found


def at(sentences: list[Sentence], starts: list[int], offset: int) -> Sentence:
    """The sentence that holds an offset; `starts` are the sentences' starts."""
    return sentences[max(0, bisect_right(starts, offset) - 1)]


def _add(found: list[Sentence], text: str, start: int, end: int, line: int) -> None:
    """Add a sentence, white space trimmed; one that is longer than any sentence is parted, best at a comma or blank."""
    while end - start > LONGEST:
        parting = max(text.rfind(mark, start + LONGEST - PARTING, start + LONGEST) for mark in PARTS)
        cut = parting + 1 if parting > 0 else start + LONGEST
        _add_one(found, text, start, cut, line)
        start = cut
    _add_one(found, text, start, end, line)


def _add_one(found: list[Sentence], text: str, start: int, end: int, line: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Sentence(start, end, line))


def _goes_on(text: str, stop: re.Match[str], abbreviations: Collection[str]) -> bool:
    """A full stop after an abbreviation or an initial, or before a small letter, does not end a sentence."""
    following = text[stop.end() : stop.end() + 2].lstrip()
    if following[:1].islower():
        return True
    word = WORD_BEFORE.search(text, max(0, stop.start() - 12), stop.start())
    if word is None:
        return False
    return word.group() in abbreviations or (len(word.group()) == 1 and word.group().isupper())
