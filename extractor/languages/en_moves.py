"""English: verbs and nouns of rise and fall, and what a change is measured against."""

from __future__ import annotations

from collections.abc import Mapping

UP = (
    "rose rise rises rising risen increased increase increases increasing grew grow grows growing grown growth up "
    "gained gain gains climbed climb climbs climbing jumped jump jumps jumping surged surge surges surging soared "
    "soar soaring expanded expand expanding expansion advanced advance accelerated higher edged-up ticked-up "
    "rebounded rebound widened widen widening swelled strengthened picked-up hiked raised doubled tripled "
    "quadrupled leapt uptick upturn quickened quickening accelerating accelerate rallied rallying advancing edging-up ticking-up "
    "picking-up widening swelling strengthening hiking raising leaping rocketed spiked spiking improved improving improvement bounced shooting-up "
    "firming elevated outpaced raises lifts hikes boosts lifted boosted boost widens expands increases surges soars swells jumps gains quickens accelerates rebounds "
    "advances improves leap leaps swell climb rally rebound rebounding recovered recovering boosting lifting leaped "
    "hike bigger stronger went-up ballooned ballooning mushroomed upped spike spikes spiking upswing skyrocketed skyrocketing roared "
    "zoomed vaulted strengthen strengthens crept-up inched-up notched-up nudged-up trended-up shot-up ramped-up enlarged heightened "
    "intensified intensifying bounce bounces mounted mounting snowballed burgeoned added adds adding build-of crept-higher "
    "took-on hired hiring inched-higher edged-higher ticked-higher pushed-up bumped-up stepped-up "
).split()
DOWN = (
    "fell fall falls falling fallen declined decline declines declining decreased decrease decreases decreasing "
    "dropped drop drops dropping down lost shrank shrink shrinks shrinking shrunk contracted contract contracting "
    "contraction slipped slip plunged plunge plunging tumbled tumble slid slide dipped dip lower eased narrowed "
    "narrow narrowing weakened slumped slump sank reduced reduction reduce cut halved smaller narrower cuts lowers trims trimmed slashed slashes slowed plummeted retreated "
    "lowered shed dwindled tumbling plunging slumping sliding slipping dipping sinking sank easing narrowing weakening shedding losing cutting "
    "narrows shrinks slips eases declines decreases tumbles plunges slides sinks dips slumps cools moderates weakens softens dwindles drops-to "
    "lowering slowing slow slowdown slower plummeting plummet retreating retreat dwindling diminished moderated moderating cooled cooling worsened "
    "deteriorated softened softening edging-down ticking-down edged-down ticked-down skidded skidding crashed crashing halving slashing "
    "sagged sagging sag tumbles nosedived nosedive nosediving plummets dived diving cratered collapsed collapse collapsing receded "
    "receding recede ebbed ebbing eroded erosion trim trimming pared paring dented curtailed slash halve waned waning subsided "
    "subsiding abated abating decelerated decelerating deceleration decelerates downturn weaker fewer thinner softer shaved "
    "lessened lessening tapered tapering slackened slackening sinks loses lose slimmed dips slips slides eases narrows worsening "
    "deteriorating deteriorates retreats pulled-back gave-up gave-back fell-back marked-down inched-down crept-down nudged-down "
    "trended-down scaled-back scaled-down dialed-back were-off was-off is-off are-off wiped-off backtracked drawdown draw-of "
    "dwindles cools moderates moderating softens weakens depressed relinquished ceded drop-off edged-lower inched-lower "
    "shaving knocked-off lopped-off taken-off taking-off takes-off "
).split()

BASES: Mapping[str, tuple[str, ...]] = {
    "yoy": (
        "a year earlier", "a year ago", "a year before", "a year previously", "one year earlier", "one year ago", "one year before",
        "the previous year", "previous year", "the year before", "last year", "the prior year", "the preceding year", "in the previous year", "in the prior year",
        "the same period last year", "the same month last year", "the same quarter last year", "the same period a year earlier",
        "in the same period last year", "the same period a year ago", "the same month a year earlier", "the same quarter a year earlier",
        "the year-ago period", "the year-earlier period", "the year-ago quarter", "the year-earlier quarter", "the year-ago month",
        "the year-earlier month", "the year-earlier level", "the year-ago level", "year-earlier levels", "year-ago levels",
        "in the year-earlier period", "in the year-ago period", "in the year-earlier quarter", "in the year-ago quarter", "12 months earlier", "twelve months earlier",
        "in the previous survey", "the previous survey", "in last year's survey", "in the year-earlier survey", "the corresponding period last year",
    ),
    "mom": (
        "a month earlier", "a month ago", "a month before", "one month earlier", "one month ago", "the previous month", "previous month", "the month before",
        "the prior month", "the preceding month", "last month", "in the previous month", "in the prior month",
    ),
    "qoq": (
        "a quarter earlier", "a quarter ago", "a quarter before", "the previous quarter", "previous quarter", "the quarter before", "the prior quarter",
        "the preceding quarter", "in the previous quarter", "three months earlier", "three months ago", "the previous three months",
        "the three months before", "the preceding three months", "the prior three months", "one quarter earlier", "last quarter",
    ),
}  # fmt: skip
"""What a change is measured against, by the comparison that naming it makes."""
LEADS = ("from", "than", "over", "on", "versus", "vs.", "against", "compared with", "compared to", "relative to",
         "in comparison with", "in comparison to", "as against", "above", "below")  # fmt: skip
