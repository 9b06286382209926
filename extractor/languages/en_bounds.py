"""English words beside a figure that bound it (over, up to, or more), and what joins one item to the next (to, and, per)."""

from __future__ import annotations

from extractor.languages.base import Modifier

ABOUT, OVER, UNDER = Modifier("about", True), Modifier("over"), Modifier("under")
AT_LEAST, AT_MOST = Modifier("at_least"), Modifier("at_most")
LBOUND = {
    **dict.fromkeys(
        ("about", "around", "approximately", "roughly", "some", "nearly", "almost", "close to", "near", "circa", "an estimated",
         "estimated", "or so", "approx", "approx.", "just about", "in the region of", "somewhere around", "~", "≈",
         "virtually", "approaching", "nearing", "an average of about", "more or less", "in the neighborhood of",
         "as many as about", "a projected"),
        ABOUT,
    ),
    **dict.fromkeys(
        ("over", "more than", "above", "exceeding", "exceed", "surpassing", "surpass",
         "topping", "upwards of", "upward of", "in excess of", "greater than", "higher than",
         "bigger than", "larger than", "just over", "slightly more than", "slightly over", "slightly above", "well over",
         "well above", "far more than", "a little over", "a little more than", "just above",
         "breaching", "or more than", "beyond", "longer than", ">", "＞", "much more than", "just more than",
         "above the"),
        OVER,
    ),
    **dict.fromkeys(
        ("exceeded", "exceeds", "surpassed", "surpasses", "topped", "tops", "crossed", "broke through", "breached",
         "passed the", "has passed", "had passed", "crossed the", "exceeded the", "topped the", "surpassed the", "broke the"),
        Modifier("over", direction="up"),
    ),
    **dict.fromkeys(("fell below", "dropped below", "slipped below", "sank below", "dipped below"), Modifier("under", direction="down")),
    **dict.fromkeys(
        ("under", "below", "less than", "fewer than", "lower than", "smaller than", "just under", "slightly less than",
         "slightly below", "slightly under", "well under", "well below", "or less than", "far less than", "a little under", "just below",
         "short of", "just short of", "a little less than", "<", "＜", "not quite", "below the", "under the", "shy of", "just shy of",
         "much less than"),
        UNDER,
    ),
    **dict.fromkeys(
        ("at least", "no less than", "not less than", "no fewer than", "a minimum of", "minimum of", "at a minimum", "≥", ">=",
         "no lower than", "not fewer than", "greater than or equal to", "more than or equal to",
         "equal to or more than", "equal to or greater than", "bigger or equal than", "> =", "bigger than or equal to"),
        AT_LEAST,
    ),
    **dict.fromkeys(
        ("at most", "up to", "and up to", "as much as", "as many as", "no more than", "not more than", "a maximum of", "maximum of", "≤", "<=",
         "as high as", "no higher than", "capped at", "not exceeding", "up to a maximum of", "a cap of", "less than or equal to",
         "equal to or less than", "smaller or equal than", "< =", "not to exceed"),
        AT_MOST,
    ),
}  # fmt: skip
ANDS = [f"and {word}{mark}" for word in ("above", "over", "more", "higher", "up") for mark in ".,;)"]
RBOUND = {
    **dict.fromkeys(("or more", "or higher", "or greater", "or over", "or above", *ANDS,
                     "or better", "plus", "-plus", "+", "or longer", "at least", "and up", "or greater than"), AT_LEAST),
    **dict.fromkeys(("or less", "or lower", "or fewer", "or below", "or under", "at most"), AT_MOST),
    **dict.fromkeys(("or so", "or thereabouts", "approximately", "more or less", "odd", "-odd", "give or take"), ABOUT),
}  # fmt: skip

CONNECTORS = {
    "and": "AND", ", and": "CAND", "but": "AND", ", but": "AND", "or": "OR", ", or": "OR", ",": "COMMA", "to": "TO", "to about": "TO", "to around": "TO",
    "to nearly": "TO", "-to-": "TO", "to roughly": "TO", "to some": "TO", "and about": "AND", "and around": "AND", "- ~": "DASH", "-~": "DASH",
    "-": "DASH", "–": "DASH", "—": "EMDASH", "‐": "DASH", "‑": "DASH", "−": "DASH", "~": "DASH", "～": "DASH", "〜": "DASH", "--": "EMDASH",
    "a": "A", "an": "A", "-a-": "A", "per": "PER", "for each": "PER", "for every": "PER", "each": "PER", "for a": "PER", "for one": "PER", "/": "SLASH",
    "to the": "TOTHE", "against the": "TOTHE", "to one": "TOTHE", "versus the": "TOTHE", "against": "TOTHE", "to a": "TOTHE",
    "per one": "PER", "for": "FOR", "from": "FROM", "from about": "FROM", ", from": "FROM",
    "and a": "ANDA", "and an": "ANDA", "and one": "ANDA", "of": "OF", "of a": "OFA", "of an": "OFA", "of the": "OF", "in": "IN",
    "out of": "OUTOF", "out of every": "OUTOF", "in every": "OUTOF", ", in": "IN",
    "=": "EQ", "＝": "EQ", "equals": "EQ", "was": "EQ", "buys": "EQ", "was worth": "EQ", "is worth": "EQ", "fetched": "EQ", "cost": "EQ", "costs": "EQ", "bought": "EQ", ":": "COLON", "^": "CARET",
    "^+": "CARET", "^-": "CARETMINUS", "^--": "CARET", "x": "X", "×": "X", "the": "THE", ", the": "THE", "'s": "POSS", "’s": "POSS",
    "(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE", "through": "THROUGH", "until": "THROUGH", "till": "THROUGH", "ended": "ENDED", "ending": "ENDED",
    "ended in": "ENDED", "to end-": "TO", "ended on": "ENDED", "to the end of": "TO", "ending in": "ENDED", "that ended": "ENDED",
    "that ended in": "ENDED", "that ended on": "ENDED", "s": "S", "'s ": "POSS",
    "’s the": "POSS", "up to": "THROUGH", "into": "TO", "’": "POSS", "'": "POSS", "through to": "THROUGH", "s'": "S",
}  # fmt: skip
