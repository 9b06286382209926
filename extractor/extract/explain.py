"""How a text's figures were read, as a tree: figure, what it says, the rule that read it, and its parts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from extractor.domain import Figure, Part
from extractor.extract.reading import read_figures
from extractor.languages import pack


class Node(NamedTuple):
    """One line of the tree, and the lines below it."""

    label: str
    children: tuple[Node, ...] = ()

    def lines(self, depth: int = 0) -> list[str]:
        """The tree as indented lines."""
        return [f"{'  ' * depth}{self.label}", *(line for child in self.children for line in child.lines(depth + 1))]


def explain(text: str, lang: str, published: date | None = None) -> Node:
    """The figures of a text with their parts and the rules that read them.

    The root is the text; below it each figure, what it says, its rule with the rule's example, and its parts,
    each with the words that it stands for. `published` settles periods such as "last year".

    >>> print("\\n".join(explain("up 5.9%", "en").lines()))
    up 5.9%
      '5.9%' at 3-7
        says: percent 5.9 percent (5.85 to 5.95)
        rule: en.percent, as in '29.2 percent'
        num '5.9': 5.9
        pct '%': percent

    Raises:
        UnknownTerm: there is no such language.
    """
    examples = {rule.name: rule.example for rule in pack(lang).rules}
    figures = read_figures(text, lang, published)
    return Node(text, tuple(_figure(text, figure, examples) for figure in figures) or (Node("no figure"),))


def _figure(text: str, figure: Figure, examples: dict[str, str]) -> Node:
    said = [Node(f"says: {_says(figure)}")]
    if figure.note:
        said.append(Node(f"note: {figure.note}"))
    if figure.conversion_of is not None:
        said.append(Node(f"converts the amount at {figure.conversion_of}"))
    said.append(Node(f"rule: {figure.rule}, as in {examples.get(figure.rule, '')!r}"))
    parts = (_part(text, part) for part in figure.parts)
    return Node(f"{figure.quote!r} at {figure.start}-{figure.end}", (*said, *parts))


def _part(text: str, part: Part) -> Node:
    value = f": {part.value}" if part.value else ""
    return Node(f"{part.name} {text[part.start : part.end]!r}{value}")


def _says(figure: Figure) -> str:
    """Kind, value, unit, interval and what qualifies them, in words."""
    if figure.kind == "period":
        known = figure.period or "not known"
        by = f", by {figure.evidence}" if figure.evidence else ""
        return f"period {figure.timex} = {known} ({figure.period_kind}{by})"
    low, high = (("open" if end is None else f"{end:f}") for end in (figure.low, figure.high))
    value = "a range" if figure.value is None else f"{figure.value:f}"
    spread = "" if figure.low == figure.high else f" ({low} to {high})"
    extras = [figure.bound or "", "approximate" if figure.approximate else "", figure.direction or ""]
    return " ".join([figure.kind, value, figure.unit or "no unit"]) + spread + "".join(f", {e}" for e in extras if e)
