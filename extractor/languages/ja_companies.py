"""Japanese: how sentences name companies, and say whose a figure is."""

from __future__ import annotations

import re

from extractor.languages.company_words import CompanyWords

MEASURED = (
    "純利益|最終|営業|経常|売上|業績|決算|連結|株価|時価総額|販売|生産|受注|出荷|配当|社長|会長|工場|シェア|赤字|黒字|利益|"
    "世界|国内|通期|業務|親会社|四半期|収益|年間|投資"
)
AFTER = re.compile(
    rf"(?:グループ|ホールディングス|HD|ＨＤ|社|自動車|製作所|製)|の(?:[^。、を]{{0,14}}?)(?:{MEASURED})"
    r"|(?<![ァ-ヴー])(?:は|が|も)(?!約?[\d０-９万.,，]+(?:バレル|トン|個|本|枚|リットル|立方))|(?:など|、)(?:[^。、]{0,10})(?:社|メーカー|各社)|[（(]\d{4}[）)]"
)
OTHERWISE = re.compile(r"市(?!場)|港|県|町|山(?!形)|川流域|会い|\d+万?バレル")
SUBJECT = re.compile(
    r"(?:^[「【]?|[。、，；：:」】）)\s―　]|(?:では|うち|一方|また|ただ|だが|なお|に対し|と|や|の|米|独|仏|英|韓|中国|台湾|韓国|米国|日本|大手|メーカー|最大手|傘下|親会社|ライバル|競合))$"
)
ACTING = re.compile(r"(?:グループ|本体|単体)?(?:[（(][^（）()]{1,24}[）)])?(?:側)?(?:は|が|も|では|、|と|,|　| )")
OWNING = re.compile(r"(?:グループ|本体|単体)?(?:[（(][^（）()]{1,24}[）)])?(?:の|における)")
NAMED = re.compile(
    r"(?P<name>株式会社[一-龠ァ-ヴーA-Za-z・]{2,14}+|(?<![一-龠ァ-ヴーA-Za-z・])[一-龠ァ-ヴーA-Za-z・]{2,14}?(?:ホールディングス|HD|ＨＤ|フィナンシャルグループ|FG)(?![ァ-ヴーA-Za-z]))"
)
FORM = re.compile(r"^株式会社|(?:株式会社|ホールディングス|HD|ＨＤ|グループ)$")
SHORT = re.compile(r"[（(](?:以下、?|通称|略称)?「?(?P<short>[A-Za-zＡ-Ｚａ-ｚァ-ヴー一-龠]{2,10})」?[）)]")
INDUSTRY = re.compile(r"(?:の)?[^、。はがを\d]{0,8}?(?:企業|メーカー|業界|各社|銀行業|上場会社|\d+社)")
STOCK_BEFORE = re.compile(r"(?!)")
STOCK_AFTER = re.compile(r"(?:の)?株(?=[はがもの、]|\d)")
SPENT = re.compile(r"(?:（[^）]{1,24}）)?(?:を上限に|を|で|の|を上限とする)(?:[^、。\d]{0,12})?")

YEARS = {"今期": 0, "当期": 0, "来期": 1, "前期": -1}
YEAR_NAMED = re.compile(r"(?<![～~〜\-–―・])[\d０-９]月期$")
TOGETHER = re.compile(
    r"[\d０-９一二三四五六七八九十]+(?:社|行|グループ)(?:の)?(?:合計|合算|計|全体|純利益|売上高)|[\d０-９一二三四五六七八九十]+(?:大)?(?:メガバンク|メガ銀|大商社|商社)|各社|大手[\d０-９一二三四五六七八九十]+(?:社|行)"
)

COMPANIES = CompanyWords(
    together=TOGETHER,
    years=YEARS,
    year_named=YEAR_NAMED,
    industry=INDUSTRY,
    stock_before=STOCK_BEFORE,
    stock_after=STOCK_AFTER,
    spent=SPENT,
    after=AFTER,
    otherwise=OTHERWISE,
    subject=SUBJECT,
    acting=ACTING,
    owning=OWNING,
    named=NAMED,
    form=FORM,
    short=SHORT,
)
