"""Every page: answers, as HTML and as data, small, safe, and of what it is asked for."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from pathlib import Path
from typing import Any

import httpx
import pytest

from extractor.domain import CONTRACT_FIELDS
from extractor.runs.naming import heading, key_in_words

PLAIN = ("/", "/search", "/search?q=輸入", "/findings", "/runs", "/sources", "/judge", "/api")


@pytest.fixture
def places(client: httpx.Client) -> dict[str, str]:
    """An address of each page that needs an id, for the corpus' one contradiction."""
    finding = client.get("/findings.json?verdict=conflict").json()["findings"][0]
    claim = finding["about"][0]
    return {
        "fact": f"/fact/{finding['facts'][0]}",
        "finding": f"/finding/{finding['id']}",
        "claim": f"/claim/{claim['id']}",
        "article": f"/article/{claim['article_id']}",
    }


def addresses(places: dict[str, str]) -> list[str]:
    return [*PLAIN, *places.values()]


def as_data(address: str) -> str:
    path, mark, rest = address.partition("?")
    return f"{'/index' if path == '/' else path}.json{mark}{rest}"


def test_every_page_answers_as_html_and_as_json_and_is_small(client: httpx.Client, places: dict[str, str]) -> None:
    for address in addresses(places):
        page, data = client.get(address), client.get(as_data(address))
        assert page.status_code == 200, address
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert len(page.content) < 200_000, address
        assert data.status_code == 200, address
        assert isinstance(data.json(), dict)


def test_nothing_is_inline_and_every_answer_says_so(client: httpx.Client, places: dict[str, str]) -> None:
    for address in [*addresses(places), "/no-such-page", "/static/style.css", "/facts/claims.json?_size=1"]:
        answer = client.get(address)
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
        if "html" in answer.headers["content-type"]:
            assert not re.search(r"<style|\sstyle=|\son\w+=[\"']", answer.text), address
            scripts = re.findall(r"<script([^>]*)>", answer.text)
            assert all(attributes == ' type="application/ld+json"' for attributes in scripts), address


def test_search_shows_what_like_finds(client: httpx.Client, home: Path) -> None:
    found = client.get("/search.json", params={"q": "輸入"}).json()
    with sqlite3.connect(home / "facts.db") as db:
        (number,) = db.execute("SELECT count(*) FROM current_claims WHERE sentence LIKE '%輸入%'").fetchone()
    assert found["total"] == number > 0
    for claim in found["claims"]:
        assert "輸入" in claim["sentence"]
        start = claim["start"] - claim["sentence_start"]
        assert claim["sentence"][start : start + len(claim["quote"])] == claim["quote"]
        assert set(CONTRACT_FIELDS) <= set(claim)


def test_csv_and_json_hold_exactly_what_is_shown(client: httpx.Client) -> None:
    asked = {"q": "輸出", "kind": "money", "from": "3"}
    shown = re.findall(r'class="value" href="/claim/(\w+)"', client.get("/search", params=asked).text)
    data = client.get("/search.json", params=asked).json()
    table = list(csv.DictReader(io.StringIO(client.get("/search.csv", params=asked).text)))
    assert len(shown) > 3
    assert [claim["id"] for claim in data["claims"]] == shown
    assert [row["id"] for row in table] == shown
    assert [row["locator.quote"] for row in table] == [claim["quote"] for claim in data["claims"]]


def test_a_search_in_every_language_finds_more(client: httpx.Client) -> None:
    one = client.get("/search.json", params={"q": "輸入"}).json()
    all_of_them = client.get("/search.json", params={"q": "輸入", "any": "1"}).json()
    assert {claim for claim, _ in one["facets"]["lang"]} == {"ja"}
    assert {claim for claim, _ in all_of_them["facets"]["lang"]} == {"en", "ja", "zh"}


def test_pages_of_a_search_follow_each_other_without_gap(client: httpx.Client) -> None:
    asked: dict[str, Any] = {"kind": "percent"}
    ids: list[str] = []
    while True:
        found = client.get("/search.json", params=asked).json()
        ids += [claim["id"] for claim in found["claims"]]
        if found["next"] is None:
            break
        asked["from"] = found["next"]
    assert len(ids) == len(set(ids)) == found["total"]


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/search?reporter=Atlantis", 400, "unknown place: Atlantis"),
        ("/search?period=someday", 400, "Write 2024, FY2024"),
        ("/fact/0000000000000000", 404, "there is no fact 0000000000000000"),
        ("/claim/0000000000000000", 404, "there is no claim"),
        ("/finding/0000000000000000", 404, "there is no finding"),
        ("/article/nothing", 404, "there is no article nothing"),
        ("/findings?verdict=maybe", 400, "unknown verdict: maybe"),
        ("/runs?before=1&after=99", 400, "there is no run 99"),
        ("/nowhere", 404, "There is no such page"),
        ("/-/threads", 404, "There is no such page"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(client: httpx.Client, path: str, status: int, told: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert told in answer.text
    assert "Traceback" not in answer.text


def test_a_fact_says_why_and_shows_both_sides(client: httpx.Client, places: dict[str, str]) -> None:
    fact = client.get(f"{places['fact']}.json").json()
    assert fact["fact"]["verdict"] == "conflict"
    assert {claim["source"] for claim in fact["claims"]} == {"nikkei", "xinhua"}
    assert {claim["origin"]["letter"] for claim in fact["claims"]} == {"A"}
    page = client.get(places["fact"]).text
    assert "Why do they differ?" in page
    assert "contradict each other" in page
    assert '<svg class="chart"' in page


def test_origins_are_lettered_as_they_are_counted(client: httpx.Client, home: Path) -> None:
    with sqlite3.connect(home / "facts.db") as db:
        ids = [
            row[0] for row in db.execute("SELECT id FROM facts WHERE mentions > 1 ORDER BY outlets DESC, id LIMIT 25")
        ]
    assert len(ids) == 25
    for fact in ids:
        data = client.get(f"/fact/{fact}.json").json()
        letters = {claim["origin"]["letter"] for claim in data["claims"]} - {None}
        assert len(letters) == data["fact"]["origins"], fact


def test_differences_of_basis_are_marked(client: httpx.Client) -> None:
    finding = next(
        f for f in client.get("/findings.json?verdict=explained").json()["findings"] if "currency" in f["check"]
    )
    fact = client.get(f"/fact/{finding['facts'][0]}.json").json()
    assert "unit" in fact["differs"]
    assert len(fact["intervals"]) == 2  # one drawing for each currency
    page = client.get(f"/fact/{finding['facts'][0]}").text
    assert page.count('class="differs"') == len(fact["differs"])


def test_reviews_are_claimreview_in_the_page_and_beside_it(client: httpx.Client, places: dict[str, str]) -> None:
    page = client.get(places["fact"]).text
    alone = client.get(f"{places['fact']}.jsonld")
    (inside,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert alone.headers["content-type"].startswith("application/ld+json")
    reviews = alone.json()
    assert {review["@type"] for review in reviews} == {"ClaimReview"}
    assert reviews[0]["reviewRating"]["ratingValue"] == 2
    assert httpx.Response(200, text=inside).json() == reviews


def test_an_article_marks_every_figure_and_names_its_capture(client: httpx.Client, home: Path) -> None:
    with sqlite3.connect(home / "facts.db") as db:
        rows = db.execute(
            "SELECT a.id, c.sha256 FROM current_articles a JOIN captures c ON c.key = a.capture_key ORDER BY a.id"
        ).fetchall()
    for article, digest in rows[::3]:
        data, page = client.get(f"/article/{article}.json").json(), client.get(f"/article/{article}").text
        marked = {piece["claim"] for block in data["blocks"] for piece in block["pieces"] if "claim" in piece}
        nested = {claim["id"] for claim in data["claims"]} - marked
        inside = [claim for claim in data["claims"] if claim["id"] in nested]
        outer = [claim for claim in data["claims"] if claim["id"] in marked]
        assert marked, article
        assert all(any(o["start"] <= i["start"] < o["end"] for o in outer) for i in inside), article
        assert digest in page


def test_no_stretch_of_text_is_longer_than_the_policy_says(client: httpx.Client) -> None:
    sources = client.get("/sources.json").json()["sources"]
    limits = {source["code"]: source["policy"]["excerpt_chars"] for source in sources if source["policy"]}
    claims = [c for name in ("nikkei", "xinhua") for c in client.get(f"/search.json?source={name}").json()["claims"]]
    assert claims
    assert all(len(claim["sentence"]) <= limits[claim["source"]] for claim in claims)
    for article in sorted({claim["article_id"] for claim in claims}):
        data = client.get(f"/article/{article}.json").json()
        for block in data["blocks"]:
            stretch = 0
            for piece in block["pieces"]:
                stretch = 0 if "gap" in piece else stretch + len(piece["text"])
                assert stretch <= limits[data["article"]["source"]]


def test_a_claim_can_be_cited_and_found_again(client: httpx.Client, places: dict[str, str], home: Path) -> None:
    data = client.get(f"{places['claim']}.json").json()
    locator = data["claim"]["locator"]
    assert locator["quote"] in data["cite"]
    assert locator["capture_sha256"] in data["cite"]
    assert f"characters {locator['start']}–{locator['end']}" in data["cite"]
    with sqlite3.connect(home / "facts.db") as db:
        (text,) = db.execute(
            "SELECT text FROM current_articles WHERE id = ?", (data["claim"]["article_id"],)
        ).fetchone()
    assert text[locator["start"] : locator["end"]] == locator["quote"]
    assert client.get(f"{places['claim'][:15]}.json").json() == data


def test_text_in_japanese_and_chinese_says_so(client: httpx.Client) -> None:
    for language in ("ja", "zh"):
        page = client.get(f"/search?lang={language}").text
        assert page.count(f'<p class="text" lang="{language}">') == page.count('<p class="text"') > 0
        claim = client.get(f"/search.json?lang={language}").json()["claims"][0]
        assert f'<article class="wide" lang="{language}"' in client.get(f"/article/{claim['article_id']}").text


def test_two_runs_are_compared(client: httpx.Client) -> None:
    found = client.get("/runs.json?before=1&after=2").json()
    assert [run["key"] for run in found["runs"]] == [2, 1]
    assert found["diff"]["counts"]["added"] > 0
    assert found["diff"]["counts"]["removed"] == 0
    assert "7.7 percent" in client.get("/runs?before=1&after=2").text


def test_the_api_is_described(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    search = described["paths"]["/search.json"]["get"]
    assert {"q", "period", "reporter"} <= {parameter["name"] for parameter in search["parameters"]}
    assert "GET" not in described["paths"]


def test_one_difference_is_one_entry_with_its_variants(client: httpx.Client) -> None:
    found = client.get("/findings.json?verdict=explained").json()
    entries, following = list(found["findings"]), found["next"]
    while following is not None:
        page = client.get(f"/findings.json?verdict=explained&from={following}").json()
        entries, following = entries + page["findings"], page["next"]
    assert len({(entry["check"], *sorted(entry["facts"])) for entry in entries}) == len(entries)
    assert sum(1 + entry["variant_count"] for entry in entries) == found["verdicts"]["explained"] > len(entries)
    slip = next(iter(client.get("/findings.json?verdict=suspect_source_error&check=balance").json()["findings"]))
    doubted = slip["claims"][0]
    told = [entry for entry in entries if any(doubted in variant["claims"] for variant in entry["variants"])]
    assert told
    assert all(doubted not in entry["claims"] for entry in told)
    shown = client.get("/findings?verdict=explained").text
    assert shown.count("<summary>Likewise of") == sum(1 for entry in found["findings"] if entry["variant_count"])


def test_codes_are_words_for_people_and_codes_for_programs(client: httpx.Client) -> None:
    fact = client.get("/findings.json?verdict=explained").json()["findings"][0]["facts"][0]
    assert "|" in client.get(f"/fact/{fact}.json").json()["fact"]["core_key"]
    for place in (f"/fact/{fact}", "/findings", "/runs?before=1&after=2"):
        shown = client.get(place).text.partition("Permalink:")[0]
        assert not re.search(r"\b[A-Z]{2}_[A-Z]{3,}\b|level\||change:yoy\|", shown), place


def test_a_range_in_another_currency_marks_what_was_converted(client: httpx.Client) -> None:
    asked = {"value": "1e9..1e13 USD", "unit": "JPY", "period": "2024"}
    claims = client.get("/search.json", params=asked).json()["claims"]
    assert claims
    assert all(re.fullmatch(r"about [\d,]+ USD at the period's average rate", claim["converted"]) for claim in claims)
    assert "average rate" in client.get("/search", params=asked).text
    assert client.get("/search.json", params={"unit": "JPY"}).json()["claims"][0]["converted"] is None


def test_a_core_key_reads_as_its_fact_does(home: Path) -> None:
    with sqlite3.connect(home / "facts.db") as db:
        db.row_factory = sqlite3.Row
        facts = db.execute("SELECT * FROM facts").fetchall()
    assert len(facts) > 100
    stated = [fact for fact in facts if fact["indicator"] != "trade_volume"]  # its key does not say whose side it is
    assert [key_in_words(fact["core_key"]) for fact in stated] == [heading(dict(fact)) for fact in stated]


def test_a_share_of_imports_is_the_importers(home: Path) -> None:
    with sqlite3.connect(home / "facts.db") as db:
        db.row_factory = sqlite3.Row
        facts = db.execute("SELECT * FROM facts WHERE indicator = 'share_of_imports' AND importer = 'JPN'").fetchall()
    assert facts
    assert all("share of imports" in heading(dict(fact)).partition("Japan’s")[2] for fact in facts)
