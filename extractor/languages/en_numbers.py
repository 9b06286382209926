"""English numerals of several words: 7.33 trillion, one hundred and six, two thirds, one and a half million.

One reader takes the longest stretch that is a number and leaves the rest: in "between one hundred and two
hundred" it takes one hundred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.languages.base import Composed, Context, Item, Number, Numeral
from extractor.languages.en_small_numbers import Part, decimals_after, fraction_at, is_a, is_word, small_at
from extractor.languages.numerals import plain, scaled

ARTICLE = re.compile(r"(?:^|[\s\"“(])an?\s$")
MEASURES = frozenset({"CUR", "SYM", "MINOR", "PCT", "POINTS", "POINT", "UNIT"})
PARTS_OF = frozenset(map(Decimal, (2, 3, 4, 5, 6, 8, 10, 16, 32)))


def compose(items: Sequence[Item], context: Context) -> Composed | None:
    """The longest number that the items begin with; None when nothing is to be put together."""
    mixed = _mixed_digits(items, context)
    if mixed is not None:
        return mixed
    tiny = _tiny(items, context)
    if tiny is not None:
        return tiny
    fraction = fraction_at(items, 0)
    if fraction is not None:
        return Composed(fraction.number, fraction.next, "PORTION") if _is_share(items, fraction, context) else None
    part = _half_of_scale(items) or _sum(items, context)
    if part is None:
        return None
    if _parts_unclear(items, part):
        return Composed(part.number, part.next + 1, "GAP")
    part = _mixed(items, part) or _parts_of(items, part) or part
    only = part.next == 1 and items[0].cls in {"NUM", "YNUM", "WORD"}
    return None if only else Composed(part.number, part.next, start=_article_start(items[0], context))


def negative(items: Sequence[Item], context: Context) -> Composed | None:
    """minus 0.7, negative one: the word belongs to the number."""
    if context.left(items[0], 8).lower().endswith("plus or "):
        return None  # a margin to either side
    inner = compose(items[1:], context)
    if inner is not None:
        return Composed(_negated(inner.number), inner.used + 1, inner.cls)
    value = items[1].value
    return Composed(_negated(value if isinstance(value, Number) else Number(Decimal(value), None)), 2)


def _mixed_digits(items: Sequence[Item], context: Context) -> Composed | None:
    """10 1/2; 3/4 before a unit."""
    if len(items) >= 3 and [item.cls for item in items[:3]] == ["NUM", "SLASH", "NUM"]:
        after = context.line[context.at + 3] if context.at + 3 < len(context.line) else None
        over, under = items[0].value.value, items[2].value.value
        if after is not None and after.cls in MEASURES and 0 < over < under and under in PARTS_OF:
            return Composed(Number(over / under, None), 3)
    if len(items) < 4 or [item.cls for item in items[:4]] != ["NUM", "NUM", "SLASH", "NUM"]:
        return None
    whole, over, under = (items[n].value.value for n in (0, 1, 3))
    if not 0 < over < under or under not in PARTS_OF or whole != int(whole):
        return None
    return Composed(Number(whole + over / under, None), 4)


def _article_start(item: Item, context: Context) -> int | None:
    """Where the article of a million begins."""
    if item.cls != "SCALE":
        return None
    found = ARTICLE.search(context.text[max(0, item.start - 4) : item.start].lower())
    return None if found is None else item.start - len(found.group().lstrip(' \n"“('))


def _negated(number: Number) -> Number:
    return Number(-number.value, number.ulp)


def odd(items: Sequence[Item], context: Context) -> Composed | None:
    """20-odd billion: some more than that."""
    if not items[1].text.endswith("odd"):
        return None
    value = items[0].value.value if isinstance(items[0].value, Number) else Decimal(items[0].value)
    return Composed(scaled(Number(value, Decimal(1)), Decimal(items[2].value)), 3)


def _is_share(items: Sequence[Item], fraction: Part, context: Context) -> bool:
    """Quarters are time unless something is shared out: three quarters of buyers, but the first three quarters."""
    last = items[fraction.next - 1]
    if not last.text.lower().startswith("quarter"):
        return True
    before = context.text[max(0, items[0].start - 16) : items[0].start].lower()
    after = context.text[last.end : last.end + 4].lower()
    if re.search(r"(first|last|past|next|previous|recent|latter|consecutive|straight|for|in)\s+(the\s+)?$", before):
        return False
    return after.startswith((" of ", ".", ",")) or not after.strip()


def _half_of_scale(items: Sequence[Item]) -> Part | None:
    """half a million, half million, quarter of a million."""
    if items[0].cls not in {"HALF", "QUARTER"}:
        return None
    j = 1 + (is_a(items, 1, "A") or is_a(items, 1, "OFA") or is_a(items, 1, "DASH"))
    if not is_a(items, j, "SCALE") or items[j].text.lower().endswith("s"):
        return None
    scale = Decimal(items[j].value)
    share = Decimal("0.5") if items[0].cls == "HALF" else Decimal("0.25")
    return Part(Number(plain(share * scale), scale / 10 if scale > 12 else None), j + 1)


def _sum(items: Sequence[Item], context: Context) -> Part | None:
    """Groups of falling scale: 3 crore 12 lakh fifty-six thousand; one hundred and six."""
    first = _group(items, 0, context)
    if first is None:
        return None
    total, scale, next_ = first[0], first[1], first[2]
    while scale > 1:
        joined = next_ + (is_a(items, next_, "AND") and not _between(items, context))
        if joined > next_ and (part := fraction_at(items, joined)) is not None and part.number.value < 1:
            break
        group = _group(items, joined, None)
        if (
            group is None
            or group[1] >= scale
            or not 0 < group[0].value < scale
            or not _joins(items, joined, group, joined > next_)
        ):
            break
        total = Number(total.value + group[0].value, group[0].ulp)
        scale, next_ = group[1], group[2]
    return Part(total, next_)


def _joins(items: Sequence[Item], at: int, group: tuple[Number, Decimal, int], after_and: bool) -> bool:
    """Words may follow a group; digits only when they are scaled themselves or end "3 hundred and 21"."""
    if items[at].cls == "WORD":
        return True
    return items[at].cls == "NUM" and (group[1] > 1 or (after_and and items[at - 2].text.lower() == "hundred"))


def _between(items: Sequence[Item], context: Context) -> bool:
    return context.text[max(0, items[0].start - 9) : items[0].start].lower().rstrip().endswith("between")


def _group(items: Sequence[Item], i: int, context: Context | None) -> tuple[Number, Decimal, int] | None:
    """A number below a thousand with its scales: its value, its smallest scale and what comes next."""
    small = small_at(items, i)
    if small is None:
        if context is None or not is_a(items, i, "SCALE") or not _one_before(items[i], context):
            return None
        small = Part(Number(Decimal(1), None), i)
    number, j = small
    scale = Decimal(1)
    if is_a(items, j, "SCALE") and items[j].value == 100:
        number, scale, j = Number(number.value * 100, number.ulp and number.ulp * 100), Decimal(100), j + 1
        exact = decimals_after(items, Part(number, j))
        if exact is not None:
            return exact.number, Decimal(1), exact.next
        rest = _below_hundred(items, j, context is not None and _between(items, context))
        if rest is not None:
            number, scale, j = Number(number.value + rest.number.value, None), Decimal(1), rest.next
    while True:
        k = j + (is_a(items, j, "DASH") and _tight(items[j]))
        if not (is_a(items, k, "SCALE") or (is_a(items, j, "LETTER") and _letter(items, j, context))):
            return number, scale, j
        factor = Decimal(items[k].value)
        if factor == 12 and number.value >= 100:
            return number, scale, j
        number = scaled(
            Number(number.value, Decimal(1) if number.ulp is None and factor >= 1000 else number.ulp), factor
        )
        scale, j = factor, k + 1


def _one_before(item: Item, context: Context) -> bool:
    """Whether a bare scale means one of it: a million; at the start of a text, hundred thousand."""
    if item.text.lower().endswith("s"):
        return False
    before = context.text[max(0, item.start - 4) : item.start].lower()
    return not before.strip() or ARTICLE.search(before) is not None


def _below_hundred(items: Sequence[Item], i: int, between: bool) -> Part | None:
    """and six, sixty-one: not when another hundred or a fraction follows."""
    if is_a(items, i, "AND"):
        if between:
            return None
        i += 1
    if not is_a(items, i, "WORD") or items[i].value == 0:
        return None
    fraction = fraction_at(items, i)
    small = small_at(items, i)
    if small is None or (fraction is not None and fraction.number.value < 1):
        return None
    return None if is_a(items, small.next, "SCALE") and items[small.next].value in {12, 100} else small


def _mixed(items: Sequence[Item], whole: Part) -> Part | None:
    """and a half, and two thirds: of the last scale, if there was one."""
    last = items[whole.next - 1]
    unit = Decimal(last.value) if last.cls == "SCALE" and last.value >= 1000 else Decimal(1)
    if is_a(items, whole.next, "ANDA"):
        j = whole.next + 1
        under = 2 if is_a(items, j, "HALF") else 4 if is_a(items, j, "QUARTER") else 0
        if is_a(items, j, "ORD") and is_word(items[j]) and items[j].value > 2:
            under = items[j].value
        if not under:
            return None
        return Part(Number(plain_share(whole.number.value, unit, Decimal(1) / under), None), j + 1)
    if is_a(items, whole.next, "AND"):
        fraction = fraction_at(items, whole.next + 1)
        if fraction is not None and items[fraction.next - 1].cls in {"FRACS", "ORD", "QUARTER", "QUARTERS"}:
            return Part(Number(plain_share(whole.number.value, unit, fraction.number.value), None), fraction.next)
    return None


def plain_share(whole: Decimal, unit: Decimal, share: Decimal) -> Decimal:
    """A whole and a share of a unit."""
    return whole + unit * share


def _letter(items: Sequence[Item], k: int, context: Context | None) -> bool:
    """A scale of one letter, tight after its digits: 5k, 3M; m and t only beside a currency or a unit: $5m, 3m tonnes."""
    if items[k - 1].end != items[k].start:
        return items[k].text == "M" and items[k - 1].cls == "NUM" and context is not None and _at_end(items[k], context)
    if items[k].text in {"k", "K", "M", "B", "b"}:
        return True
    if context is None:
        return False
    after = context.line[context.at + k + 1] if context.at + k + 1 < len(context.line) else None
    before = context.before
    return (before is not None and before.cls == "SYM") or (after is not None and after.cls in {"CUR", "SYM", "UNIT"})


def _at_end(item: Item, context: Context) -> bool:
    return not context.text[item.end : item.end + 1].strip() or context.text[item.end] in ".,;"


def _parts_of(items: Sequence[Item], whole: Part) -> Part | None:
    """one hundred and thirty-two fifths: a count of parts."""
    j = whole.next + is_a(items, whole.next, "DASH")
    if not is_a(items, j, "FRACS"):
        return None
    return Part(Number(whole.number.value / Decimal(items[j].value), None), j + 1)


def _parts_unclear(items: Sequence[Item], whole: Part) -> bool:
    """one hundred thirty fifths: of fifths or of thirty-fifths?"""
    last = items[whole.next - 1]
    return whole.next > 1 and is_a(items, whole.next, "FRACS") and last.cls == "WORD" and last.value >= 20


def _tiny(items: Sequence[Item], context: Context) -> Composed | None:
    """a trillionth, a hundred thousand trillionths: after an article only."""
    if items[0].cls not in {"TINY", "SCALE"} or not ARTICLE.search(
        context.text[max(0, items[0].start - 4) : items[0].start].lower()
    ):
        return None
    value, j = Decimal(1), 0
    while is_a(items, j, "SCALE"):
        value *= items[j].value
        j += 1
    return Composed(Number(value / Decimal(items[j].value), None), j + 1) if is_a(items, j, "TINY") else None


def _tight(item: Item) -> bool:
    return len(item.text) == 1


_MORE = "(NUM|YNUM|WORD|SCALE|LETTER|HALF|QUARTER|QUARTERS|FRACS|TINY|ORD|AND|ANDA|A|OFA|DASH|POINT|SLASH)"
RULES = (
    Numeral("en.numeral.odd", "20-odd billion", "(NUM|WORD) RBOUND SCALE", odd),
    Numeral("en.numeral.minus", "minus 0.7", f"MINUS (NUM|YNUM|WORD) {_MORE}{{0,24}}", negative),
    Numeral(
        "en.numeral",
        "one hundred and six",
        f"((NUM|YNUM|WORD) {_MORE}{{1,24}}|(SCALE|TINY|HALF|QUARTER) {_MORE}{{0,24}})",
        compose,
    ),
)
