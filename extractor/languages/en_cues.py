"""English: how sentences say what a figure is about, and the patterns that find it."""

from __future__ import annotations

import re

from extractor.languages.cues import Cues
from extractor.languages.en_bodies import BODY, OFFICES
from extractor.languages.en_claim_terms import TERMS
from extractor.languages.en_companies import COMPANIES
from extractor.languages.en_speakers import (
    ASKED,
    DOCUMENT_AGAIN,
    OFFICE,
    OFFICE_AGAIN,
    POLL,
    POLL_OWNER,
    POLLED,
    SHARED_OFFICES,
    SPEAKER,
    SURVEY,
)

SMALL_WORD = (
    r"(?:the|of|goods|products|all|its|their|a|an|for|in|merchandise|total|overall|overseas|other|and|or|that|country|"
    r"nation|world|new|value|volume|worth|such|as|combined)"
)

CUES = Cues(
    conversion=re.compile(
        r"\s*(?:[(（]\s*(?:about|around|approximately|roughly|some|nearly|or)?|,?\s+or\s+(?:about|around|roughly|some|nearly)?)\s*"
    ),
    bracketed_change=re.compile(r"; (?:up|down|[a-z]+ing(?: by)?|an? \w+ of) "),
    beside_rank=re.compile(r"(?: high| low)? ?(?:of )?(?:US|NT|HK)?"),
    on_record=re.compile(r"\s(?:on record|ever|in history|of all time)\b"),
    share_lead=re.compile(r"\b(?:from|to)\s(?:about |around |roughly |nearly )?$"),
    or_share=re.compile(r",? or (?:about |around |roughly |nearly |some )?"),
    flow_to=re.compile(r" [Tt][Oo]$"),
    unit_label=re.compile("[Uu]nits?"),
    place_lead=re.compile(r"\bin (?:the )?$"),
    office_owner=re.compile(r"['’]s? ?|\s?"),
    legal_form=re.compile("Co|Corp|Inc|Ltd|Group|Hold|Plc|HD"),
    followed=re.compile(
        r"\b(?:after|following|against|versus|compared (?:with|to))\s(?:an? |the |its )?(?:(?:revised|downwardly|upwardly|upward|downward|sharp|modest) ){0,2}$"
    ),
    compares=re.compile(r"(?:That|This|It|The \w+) compare[sd] (?:with|to)\b|By comparison\b|In comparison\b"),
    a_country=re.compile(
        r"\s(?:country|nation|neighbor|neighbour|giant|power|economy|state|island|republic|partner)\b"
    ),
    grown={
        "up": re.compile(r"\b(?:growth|inflation|expansion)\b"),
        "down": re.compile(r"\b(?:decline|contraction|decrease|deflation)\b"),
    },
    to_rate=re.compile(r"\s(?:down |further |sharply |slightly )?to\s(?:about |around |just )?"),
    terms=TERMS,
    companies=COMPANIES,
    noun_gap=re.compile(rf"(?:['’]s?)?\s*(?:{SMALL_WORD}\s+){{0,4}}|\s*,\s*(?:and\s+)?|[-–]", re.IGNORECASE),
    of_gap=re.compile(
        r"\s*(?:worth\s+)?(?:of|in)\s+(?:(?:the|all|goods|its|their|total|overall|of)\s+){0,3}|\s+(?:(?:came|arrived|hailed)\s+)?",
        re.IGNORECASE,
    ),
    base_lead=re.compile(
        r"\b(?:from|compared (?:with|to)|versus|against|(?:smaller|lower|larger|higher|bigger|weaker|stronger|more|less|fewer) than)\s+(?:(?:a|an|its|their|the|just|about|around|a range of|less than|more than|fewer than|under|over|nearly|almost|roughly|some|revised|upwardly|downwardly|"
        r"previous|prior|earlier|last|initial|original|record|forecast|estimate|projection|reading|peak|loss|profit|net|deficit|"
        r"surplus|plus|minus|gain|rise|fall|drop|increase|decrease|decline|growth|expansion|contraction|of|\w+ (?:forecasts?|estimates?|projections?) of)\s+)*$"
    ),
    had_been=re.compile(r"\bhad\b|\binitially\b"),
    abroad=re.compile(r"\s(?:overseas|abroad|to foreign|to overseas)\b"),
    all_alike=re.compile(
        r"\b(?:baseline|blanket|universal|reciprocal|across-the-board|global|all (?:countries|imports|goods)|other countries)\b"
    ),
    whole_time=re.compile(
        r"\b(?:(?:over|in|for|during) the (?:whole|entire|full) (?:period|year|span)|for the year as a whole|in the year as a whole|full-year)\b|\b(?:in|over|for) the (?:year|period)\b(?=\s(?:to\s[\d$]|by\s[\d])|[.,;])"
    ),
    the_country=re.compile(
        r"(?:The (?:country|nation|island|kingdom|city-state|southeast Asian country|South Asian country))\b"
    ),
    growth_aim=re.compile(
        r"\b(?:[Gg]overnment|lawmakers|parliament|National Assembly|cabinet|authorities|ministry|central bank|premier|prime minister)\b"
        r"[^.;]{0,80}\bgrowth\b|\bgrowth (?:target|goal)\b"
    ),
    division=re.compile(r"\b(?:division|segment|business|unit|arm|[Ee]arnings from)\b"),
    of_market=re.compile(r"\s+of\s+(?:the\s)?(?:[\w'’-]+\s){0,5}?market\b(?!\s(?:value|cap))"),
    those=re.compile(r"\b(?:those|that)\s(?:of\s)?$"),
    for_share=re.compile(r"\sfor\s(?:about\s|around\s|some\s|another\s|nearly\s)?$"),
    delivered=re.compile(r"\s(?:for\s\w+\s(?:delivery|settlement)|futures|contracts?)\b"),
    sets_goal=re.compile(
        r"\b(?:set|sets|setting)\s(?:a|an|its|the|their)\s(?:[\w-]+\s){0,3}(?:target|goal)\b|\b[Gg]overnment\b[^.;]{0,30}\baim(?:s|ing)?\b"
    ),
    to_date=re.compile(r"\b(?:as of|up to|through|by)\s(?:the\s)?$"),
    to_do=re.compile(
        r"\s(?:exceed|reach|rise|fall|grow|be|total|increase|drop|decline|hit|come|top|surpass|stay|remain|expand|climb|jump|recover|"
        r"shrink|slip|double|edge|gain|advance|contract|slow)\b"
    ),
    aside_clause=re.compile(r",\s(?:which|who|whose|where)\s(?:[^,;]|,(?=\d))*,(?!\d)"),
    before_lead=re.compile(r"\b(?:before|prior to|preceding)\s(?:the\s)?$"),
    known_level=re.compile(r"\bthe (?:about |around |roughly |nearly |almost |some |record |revised )?$"),
    level_in=re.compile(
        r"\s(?:(?:was |were )?(?:recorded|seen|registered|reported|logged|posted|booked|achieved|measured|reached|notched|marked|sold|exported|imported|earned|set|level|peak|total)\s)?"
        r"(?:(?:in|of|for|during|at)\s(?:the\s)?)?"
    ),
    analyst_lead=re.compile(
        r"\b(?:economist|analyst|strategist|researcher|fellow|expert|lecturer|professor)s?(?:\s(?:at|with|from|for|of))\s(?:the\s)?$"
    ),
    citing=re.compile(
        r"\b(?:citing|quoting)\s(?:(?:the|that|which|data|figures|statistics|numbers|a|report|reports|from|by|of|preliminary|official|[A-Z]\w+['’]s?)\s)*$"
    ),
    of_state=re.compile(r"\b(?:Ministry|Department|Bureau|Office|Directorate|Administration|Secretariat)\b"),
    own_office=OFFICES,
    body=BODY,
    office=OFFICE,
    also=("and",),
    speaker=SPEAKER,
    own_voice=re.compile(
        r"\b(?:spokes(?:man|woman|person)|officials?|deputy head|the (?:ministry|bureau|office|agency|administration|association))\b"
    ),
    in_period=re.compile(r"\s(?:in|for|during|of)\s(?:the\s)?"),
    without_lead=re.compile(
        r"\b(?:exclud\w+|strip\w* out|without|leav\w+ out|minus|less)\s+(?:(?:the|volatile|fresh|prices of|costs of|both|food and)\s+)*$"
    ),
    yearly=re.compile(
        r"\b(?:average annual|annual average|average yearly|compound annual|on average (?:each|every|a) year)\b[^,;.]{0,24}$"
    ),
    times_of=re.compile(r"\s(?:the(?: level (?:in|of))?|that (?:in|of)|what (?:it was|they were) in|its|their)\s"),
    growth=re.compile(r"\bgrowth\b"),
    stock_lead=re.compile(r"\b(?:as of|at) (?:the )?$"),
    future=re.compile(
        r"\bto (?:rise|fall|grow|drop|decline|expand|shrink|slow|impose|raise|cut|levy|lower|hike|spend|invest|build|double|halve)\b"
    ),
    judged=re.compile("improv(?:ed|es|ement)|worsened|deteriorated"),
    averaged=re.compile(
        r"\b(?:averag(?:ed|ing|es)|(?:an?|on|the) average|average (?:of|rate|price|exchange|market)|assum|presum)"
    ),
    event_lead=re.compile(
        r"\b(?:struck|signed|reached|agreed|concluded|announced|launched|opened|effect|effective|force|imposed|approved|founded|established|introduced|"
        r"projected|forecast|forecasted|foreseen|predicted|disclosed|flagged|guided|penciled|indicated|unveiled|held|decided|passed|enacted|banned|suspended|resumed|closed|"
        r"elected|appointed|peaked|bottomed|begun|started|merged|acquired|scheduled)(?:\s\w+){0,2}?\s(?:in|on|since|from)\s(?:the\s)?$"
        r"|\b(?:until|till|ahead of|in time for|effective)\s(?:the\s|an?\s)?$"
    ),
    poll_owner=POLL_OWNER,
    survey=SURVEY,
    survey_noun=re.compile("survey|poll"),
    asked=ASKED,
    response_rate=re.compile(
        r"\bresponse rate(?:\s(?:of|was|stood at|came to))?\s*$|\s*(?:of them )?(?:responded|replied)\b"
    ),
    target_lead=re.compile(
        r"\b(?:on|against|upon|hit|hitting|face|faces)\s+(?:(?:all|most|some|the|imported|imports|of|from|goods|products|certain|cars|autos|vehicles|steel|automobiles)\s+){0,5}$"
    ),
    target_mark=re.compile(r"\s+(?:(?:will|would|could|now|already|also|still|currently)\s+)*fac(?:e|es|ed|ing)\b"),
    list_join=re.compile(r"[-–]|\s*,?\s*(?:and|or|as well as)\s+(?:the\s+)?"),
    owner_mark=re.compile("['’]s"),
    upon=re.compile(
        r"\s*(?:on|against|for|to)\s+(?:(?:all|most|some|the|its|their|imported|imports of|goods|products|nearly all|certain)\s+){0,3}"
    ),
    poll=POLL,
    polled=POLLED,
    step=re.compile(
        r"\b(?:rose|rises|risen|increased|increases|grew|grown|climbed|jumped|expanded|widened|fell|falls|fallen|declined|decreased|"
        r"dropped|shrank|narrowed|slipped|up|down|(?:increase|rise|gain|decrease|decline|drop|fall)s?\s+of)\s+(?:by\s+)?(?:(?:a|an|about|"
        r"around|some|nearly|almost|over|more than|revised)\s+)*$|\b(?:reduce|cut|lower|boost|raise|lift)[sd]?\b[^,;.]{0,40}\bby\s+(?:about\s+|around\s+)?$"
    ),
    anaphora=re.compile(
        r"(?:The (?:volume|value|figure|amount|total|reading|pace|increase|decline|growth|gain|drop)|It|This|That|Its|They|Their)\b"
    ),
    share_of=re.compile(r"\s+of\s+(?:(?:the|all|total|its|their|overall|[a-z]+)\s+){0,2}"),
    dateline=re.compile(
        r"(?m)^[ \t]*(?:[A-Z][A-Z.'\- ]+(?:/[A-Z .]+)?|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][a-z]+)"
        r"(?:, (?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?))?(?: ?\([A-Za-z .]+\))?(?: [–—-] [A-Z][a-z]+ \d{1,2}, \d{4})? ?(?:--|—|–|-)(?= )"
    ),
    counterpart=re.compile(
        r"\b(?:(?P<export>market|destination|buyer|customer)|investor|(?P<import>source|supplier)|(?P<total>partner))s?\b"
    ),
    rank_of={"economy": "gdp", "economies": "gdp"},
    entities=(
        re.compile(
            r"((?:(?!(?:It|They|The|This|That|He|She|We|Its|Their|In|On|For|But|And)\b)[A-Z][\w&.\-]*\s)*[A-Z][\w&.\-]*)['’]s?\s(?:[\w\-]+\s){0,4}$"
        ),
        re.compile(
            r"^(?!(?:It|They|The|This|That|He|She|We|In|On|For|But|And|Sales|Exports|Imports|Economists|Analysts)\b)((?:[A-Z][\w&.\-]*\s)*[A-Z][\w&.\-]*)(?:,[^,]*,)?\s(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)?(?:said|reported|posted|announced|booked|logged|saw|earned|sold|raised|cut|lowered|swung|expects|forecasts|projects|recorded|returned|suffered|trimmed|slashed|upgraded|downgraded|kept|maintained|plans|aims|raises|lifts|lifted|cuts|lowers|posts|reports|books|logs|swings|earns|sells|suffers|trims|slashes|upgrades|downgrades|keeps|maintains|sees|returns|warns|boosts|boosted|doubles|doubled|shipped|delivered|generated|made|invests|invested|unveiled|bought|acquired)\b"
        ),
    ),
    beyond={
        "up": re.compile(
            r"\s(?:more|higher|larger|bigger|greater|above|stronger|up (?:on|from)|over the year-|in excess of|faster)\b"
        ),
        "down": re.compile(
            r"\s(?:less|lower|smaller|fewer|below|weaker|down (?:on|from)|short of|under the year-|slower|cheaper)\b"
        ),
    },
    ranked_before=re.compile(
        r"(?:,[^,;]{2,60},)?,?\s(?:(?:was|is|were|remained|stayed|came|comes|stood|stands|placed|finished|again|still|also|in|the|a|close|distant|became|ranks?|ranked|ranking|as)\s){1,4}"
    ),
    gauge=re.compile(
        r"\b(?:gauge|measure|indicator|proxy|barometer|bellwether|predictor|harbinger|yardstick|signal|precursor|driver|engine)s?\s(?:of|for)\s(?:[\w'’-]+\s){0,4}$"
    ),
    of_total=re.compile(
        r"\s+of\s+(?:the |its |their |all |that |this )?(?:\w+['’]s? )?(?:national |overall |combined |country['’]s |entire )?(?:total|figure|whole|overall|pie|sum)\b"
    ),
    upon_day=re.compile(r"\s(?:late |early |earlier )?(?:on |in )?(?:a statement on )?"),
    contract=re.compile(r"[\s-](?:delivery|futures|contract|settlement|expiry)\b"),
    list_ends=re.compile(
        r";|\b(?:while|whereas|but|although|though|after|following|was|were|had|has|have|is|are|rose|fell|grew|shrank|sank|came|stood|said|says|"
        r"against|compared|versus|from|than|because|since|which|who|target|goal|[a-z]{3,}(?<!increas)(?<!advanc)(?<!exce)(?<!proce)(?<!succe)ed)\b"
    ),
    meanwhile=re.compile(r"\s+as\s+"),
    goal_set=re.compile(
        r"['’]s?\s(?:[\w-]+\s){0,3}?(?:[\d.]+(?:%| percent| pct)\s)?(?:[\w-]+\s){0,2}?(?:target|goal|objective)\b"
        r"|\s(?:has |have |had )?(?:set|sets|targets|is aiming|aims|hopes|wants|plans)\b[^.;]{0,60}?\b(?:target|goal|to|for|of)\b"
    ),
    of_firms=re.compile(
        r"\b[Tt]ankan\b|\b[Ss]urvey (?:on|of) (?:the )?(?:Business Conditions|Japanese (?:[Cc]ompanies|[Ff]irms|[Aa]ffiliates))"
    ),
    paper=re.compile(r"\b(?:[Ww]hite paper|[Rr]eport|[Bb]ulletin|[Oo]utlook|[Ss]tudy)\b"),
    document_again=DOCUMENT_AGAIN,
    office_kinds={
        "association": re.compile(r"\b(?:association|federation|institute|council)\b"),
        "ministry": re.compile(r"\b(?:ministry|department)\b"),
        "central_bank": re.compile(r"\b(?:central )?bank\b"),
    },
    office_again=OFFICE_AGAIN,
    than_in=re.compile(
        r"\b(?:more|less|higher|lower|fewer|larger|smaller|bigger|stronger|weaker|faster|slower|same) (?:than|as) (?:in |during |for |that of |that in )?(?:the )?$"
        r"|\b(?:behind only|second only to) (?:that of |that in |the )?$"
    ),
    held=re.compile(
        r"\b(?:held|kept|left|maintained|hold|keep|leave|holding|keeping|leaving|maintaining)\s(?:[\w'’.%-]+\s){0,6}?(?:rates?|yield|target|range|Rate)\s(?:\w+\s){0,2}?(?:at|in)\s(?:a\srange\sof\s)?$"
    ),
    aside=re.compile(r"\b(?:after|following|against|versus|compared (?:with|to))\b"),
    takes=frozenset(("bought", "purchased", "buys", "purchases")),
    ships=frozenset(("shipped", "shipments")),
    weak_flows=frozenset(
        (
            "purchases",
            "purchased",
            "bought",
            "sold to",
            "sales to",
            "shipments",
            "shipped",
            "deficit",
            "surplus",
            "gap",
            "shortfall",
            "red ink",
            "black ink",
            "in the red",
            "in the black",
        )
    ),
    describes=re.compile(r",\s(?:which|who|whose|where)\s[^,]*$"),
    sold=re.compile(
        r"\b(?:took|takes|absorbed|absorbs|received|earned|fetched|brought in|netted)\s(?:about\s|some\s|in\s|nearly\s|over\s)?$"
    ),
    went_to=re.compile(
        r"\s(?:went|goes|go|headed|was shipped|were shipped|was sold|were sold|ended up)\s(?:to|in)\s(?:the\s)?"
    ),
    growth_of=re.compile(
        r"\b(?:growth|expansion|contraction)s?\s(?:rate\s|target\s|goal\s|forecast\s|projection\s|estimate\s|outlook\s)?(?:for (?:this year|next year|\d{4})\s)?(?:from\s|(?:from|of)\s[\d.]+\s?(?:percent|%|pct)\s)?(?:of\s|at\s|to\s|by\s|from\s)?(?:(?:about|around|just|only|between|at least)\s)?$"
    ),
    counted_of=re.compile(r"\s(?:of\s(?:the|its|these|those|them|their)\b|[a-z]{4,}s\b(?<!dollars)(?<!euros))"),
    by_verb={
        "up": re.compile(
            r"\b(?:raise|boost|lift|hike|increase|expand|raising|boosting|lifting)\b[^,;.\d]{1,40}\bby\s(?:about\s|around\s|up to\s)?$"
        ),
        "down": re.compile(
            r"\b(?:cut|reduce|lower|trim|slash|cutting|reducing|lowering|trimming|bring [^,;.\d]{1,30} down)\b[^,;.\d]{1,40}\bby\s(?:about\s|around\s|up to\s)?$"
        ),
    },
    widens=re.compile(r"(?:Overall|In total|In all|All told|Altogether|As a whole|Nationwide),"),
    the_total=re.compile(r"\b[Tt]he total\b"),
    goal_lead=re.compile(
        r"\s+(?:of|above|below|over|under|than|short of)\s+(?:(?:the|its|their|a|an|this|\d{4}|[a-z]+(?:['’]s)?)\s+){0,4}"
    ),
    goal_mark=re.compile(r"\s+(?:\w+\s)?(?:target|goal|budget|plan|quota|outlook|guidance|base)s?\b"),
    than_lead=re.compile(
        r"\b(?:than|from|compared (?:with|to)|versus|over|against|on|above|below)\s(?:in\s|during\s|for\s|that of\s|those of\s)?(?:the\s)?$"
    ),
    shared_offices=SHARED_OFFICES,
    in_hundredths=re.compile(r"percent|[%]"),
    scaled=re.compile(r"(?:million|billion|trillion|bn|bln|mln|tn|trn)$"),
    quoted=re.compile(
        r"\s(?:has |had |was |is |were |then )?(?:averag|clos|trad|quot|fetch|bu[yi]|bought|chang|climb|ros|rise|fell|fall|slip|slid|weaken|strengthen|firm|"
        r"eas|gain|drop|jump|surg|stood|end|settl|hover|hit|touch|reach|dipp|edg|sank|plung|tumbl|advanc|inch|retreat|rebound|worth|valu|depreciat|appreciat|"
        r"soften|rall|fetch|tick|crept|bounc)\w*\b(?:[^.;$€£]|\.\d){0,44}$"
    ),
    clause_break=re.compile(r"[,;:—–](?!\d| by\b)|\bwhile\b|\bwhereas\b|\bbut\b|\band\b"),
)
