"""Sentences on a page: figures marked together, what is quoted in its own language, what is too long cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from extractor.runs.naming import agencies_in_words, period, subject
from extractor.web.words import value

CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]+(?:[\d,.]+[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]+)*")
KANA = re.compile(r"[\u3040-\u30ff]")
SCRIPT = ("ja", "zh")
"""Languages whose text another font is needed for."""
SENTENCE = ("article_id", "sentence_start", "sentence_end", "sentence")
"""Claims that agree in these stand in one sentence."""


def clip(text: str, most: int = 600) -> str:
    """A sentence of the reconciler as people read it, cut at a word after so many characters; JSON has the whole."""
    told = agencies_in_words(text[:1].upper() + text[1:])
    if len(told) <= most:
        return told
    return f"{told[:most].rsplit(' ', 1)[0]} …"


def before(text: str, arithmetic: Sequence[str]) -> str:
    """An explanation without the arithmetic at its end, where that is shown line by line below it.

    >>> before("both can be right. 2 x 3 = 6; 6 / 2 = 3.", ["2 x 3 = 6", "6 / 2 = 3"])
    'both can be right.'
    """
    shown = f" {'; '.join(arithmetic)}."
    return text.removesuffix(shown) if arithmetic else text


def tongue(text: str, langs: Iterable[str]) -> Markup:
    """A sentence of ours with what it quotes in Japanese or Chinese marked so; `langs` are those of the claims.

    >>> tongue("'648億円' does not fit", ["ja"])
    Markup('&#39;648<span lang="ja">億円</span>&#39; does not fit')
    """
    written = [lang for lang in langs if lang in SCRIPT]
    found = []
    for part in re.split(f"({CJK.pattern})", text):
        quoted = CJK.fullmatch(part) is not None and (written or KANA.search(part))
        lang = "ja" if KANA.search(part) else written[0] if written else ""
        found.append(Markup('<span lang="{}">{}</span>').format(lang, part) if quoted else escape(part))
    return Markup("").join(found)


def titles(claims: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Claim id -> what hovering over its figure tells: percent: 3.4%, Japan’s exports to China, fiscal 2024."""
    found = {}
    for claim in claims:
        about = "" if claim["kind"] == "period" else f"{value(claim)}, {subject(claim)}, "
        found[claim["id"]] = f"{claim['kind']}: {about}{period(claim['period'])}"
    return found


def by_sentence(claims: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Neighbouring claims of one sentence together: the sentence as pieces (a figure has `claim`), and the claims."""
    groups: list[list[Mapping[str, Any]]] = []
    for claim in claims:
        last = groups[-1][-1] if groups else None
        if last is not None and all(last[name] == claim[name] for name in SENTENCE):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return [{"pieces": _pieces(group), "claims": group} for group in groups]


def _pieces(group: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    text, base = group[0]["sentence"], group[0]["sentence_start"]
    found: list[dict[str, Any]] = []
    at = 0
    for claim in sorted(group, key=lambda c: (c["start"], -c["end"])):
        start, end = claim["start"] - base, claim["end"] - base
        if start >= at:
            found += [{"text": text[at:start]}, {"text": text[start:end], "claim": claim["id"], "kind": claim["kind"]}]
            at = end
    return [piece for piece in [*found, {"text": text[at:]}] if piece["text"]]


FILTERS: dict[str, Callable[..., Any]] = {
    "before": before, "by_sentence": by_sentence, "clip": clip, "titles": titles, "tongue": tongue,
}  # fmt: skip
