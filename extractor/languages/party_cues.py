"""What the claim stage needs of a language to tell whose a figure is: its country, partner, company, market."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.languages.company_words import NEVER, CompanyWords


@dataclass(frozen=True)
class PartyCues:
    """How sentences name countries, partners and companies, and say which way goods went between them.

    `partner_prefixes` make a partner of a one-character place name: 対 (with), 自 (from). `entities` find
    a company's name (group 1) in a sentence's text up to its indicator.
    """

    topic_mark: re.Pattern[str] = re.compile("")
    """What follows a place that stands alone when it is the topic: は, が; nothing where the order of words says it."""
    partner_prefixes: Mapping[str, str] = field(default_factory=dict)
    entities: tuple[re.Pattern[str], ...] = ()
    companies: CompanyWords = field(default_factory=CompanyWords)
    listed: re.Pattern[str] | None = None
    """A company between two figures, in a list that shares the indicator: 、日産自動車は."""
    object_mark: re.Pattern[str] = NEVER
    """What follows a noun phrase that is an object only: 水産物の輸入を (止めた中国)."""
    abroad: re.Pattern[str] = NEVER
    """What follows sales that are exports: sold | overseas."""
    all_alike: re.Pattern[str] = NEVER
    """Found in a sentence on tariffs that hit all countries alike: baseline, blanket."""
    the_country: re.Pattern[str] = NEVER
    """The start of a sentence about the country that the last one was about: The country."""
    division: re.Pattern[str] = NEVER
    """Found in a sentence on a part of a company: the chip division."""
    of_market: re.Pattern[str] = NEVER
    """What follows a share of a market: 19% | of the global smartphone market."""
    those: re.Pattern[str] = NEVER
    """What stands before a partner or goods of the flow spoken of before: those | to the EU."""
    to_do: re.Pattern[str] = NEVER
    """What follows a word that would lead up to a partner, when a verb does: sales to | exceed."""
    ranked_before: re.Pattern[str] = NEVER
    ranked_after: re.Pattern[str] = NEVER
    """What stands between a country and its rank among partners: 中国が首位, 2位は韓国."""
    counterpart: re.Pattern[str] = NEVER
    """Found in a rank's words when it ranks a partner: largest export market, 輸入相手国, 第一大贸易伙伴. Groups named
    export, import and total say by which flow, when no word of flow does."""
    list_join: re.Pattern[str] = NEVER
    """What joins two places of a list that are meant together: and, と, 和."""
    owner_mark: re.Pattern[str] = NEVER
    """What makes a name the owner of the next noun: 's."""
    upon: re.Pattern[str] = NEVER
    """What stands between something imposed and what it is imposed on: (a tariff) on all (cars from Japan)."""
    a_country: re.Pattern[str] = NEVER
    """What follows a region when one of its countries is meant: the Asian | country."""
    name_places: Mapping[str, str] = field(default_factory=dict)
    """Parts of indicators' names that hold a country: 訪日 (外国人客数), 访日."""
    target_mark: re.Pattern[str] = NEVER
    target_lead: re.Pattern[str] = NEVER
    """What follows, or leads up to, a country upon which something is imposed: 日本車に, on Japanese cars."""
    takes: frozenset[str] = frozenset()
    """Words of buying, said of a partner: China | bought | $3.9 billion (of what the text's country sold)."""
    weak_flows: frozenset[str] = frozenset()
    """Words of a flow that are none where a text speaks of no trade: purchases, shipped."""
    ships: frozenset[str] = frozenset()
    """Words of a flow that, said of a company, are its sales: shipped, shipments."""
    sold: re.Pattern[str] = NEVER
    """What leads up to an amount that a partner took or that goods earned: exports, whatever was spoken of before."""
    went_to: re.Pattern[str] = NEVER
    """What follows a share of a flow and leads up to its partner: 27% | went to (the U.S.)."""
    introduced: re.Pattern[str] = NEVER
    """The end of a sentence that brings a company up, for 该公司 to refer to: 与之相对的是旗下拥有优衣库的 | 迅销 | 。"""
    former: re.Pattern[str] = NEVER
    """Words for the first (group first) or the second (group second) of two just listed: 前者, 后者."""
    both_kinds: re.Pattern[str] = NEVER
    """What leads up to a flow of goods and services together: 財・サービスの|輸出."""
    goods_only: re.Pattern[str] = NEVER
    """What leads up to a flow of goods alone: 財の|輸入."""
    no_name: re.Pattern[str] = NEVER
    """The first cell of a row that is of no single firm: 合計, その他."""
    taken_by: re.Pattern[str] = NEVER
    """What follows a share and leads up to who has it: 7割|を中国向けが占める."""
    market: re.Pattern[str] = NEVER
    """Found before a share that is one of a market: 世界市場でのシェア."""
    place_mark: re.Pattern[str] = NEVER
    """What follows a place that a figure right before it is of: 881万人の韓国|が."""
    together: re.Pattern[str] = NEVER
    """Found before a figure of several countries or firms together: 上位5カ国の."""
    relative: re.Pattern[str] = NEVER
    """What stands between the subject of a clause that describes a country and the country: 関税|が続く|中国."""
    firm_tail: re.Pattern[str] = NEVER
    """The end of a firm's full name that its short name leaves out: 日立|製作所."""
    levies: re.Pattern[str] = NEVER
    """What follows a levy that somebody imposes: 相互関税|を課す."""
    place_lead: re.Pattern[str] = NEVER
    """What leads up to a place behind a figure that is its reporter: 5,000 jobs | in | Germany."""
    office_owner: re.Pattern[str] = NEVER
    """What stands between a country and its office: Japan | 's | customs, 日本 | の | 税関."""
    legal_form: re.Pattern[str] = NEVER
    """What goes on with a company's name in full: Co, グループ, 集团."""
    acts_on: re.Pattern[str] = NEVER
    """Found where what a company owns is an object, not measured: トヨタの車 | を."""
