"""What pages must not do: write, run what they quote, or let anybody judge."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import httpx
import pytest

from extractor.web.app import Pages
from extractor.web.plugin import fts_query

TOKEN = "let-me-in"  # noqa: S105 - the test's own


def csrf(page: str) -> str:
    found = re.search(r'name="csrftoken" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def a_claim(client: httpx.Client) -> str:
    return str(client.get("/search.json?kind=percent").json()["claims"][0]["id"])


def signed_in(client: httpx.Client) -> str:
    """The page with the form."""
    answer = client.get(f"/judge?token={TOKEN}")
    assert answer.status_code == 303
    assert TOKEN not in answer.headers["location"]
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "samesite=strict" in answer.headers["set-cookie"].lower()
    return client.get("/judge").text


def test_a_hostile_article_stays_text(client: httpx.Client) -> None:
    for address in ("/article/evil", "/search?q=steel", "/", "/search?q=<script>alert(1)</script>"):
        page = client.get(address).text
        assert "<script>" not in page, address
        assert "<img" not in page, address
        assert "javascript:alert" not in re.findall(r'href="([^"]*)"', page), address
    assert "&lt;script&gt;document.title" in client.get("/article/evil").text


def test_a_hostile_sentence_cannot_leave_the_json_ld(client: httpx.Client) -> None:
    claim = next(c for c in client.get("/search.json?q=steel").json()["claims"] if c["facts"])
    page = client.get(f"/fact/{claim['facts'][0]['id']}").text
    (inside,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert "steel" in inside
    assert "<" not in inside


@pytest.mark.parametrize("table", ["articles", "sentences", "current_claims", "current_articles", "stored_claims"])
def test_whole_texts_are_not_handed_out_as_tables(client: httpx.Client, table: str) -> None:
    assert client.get(f"/facts/{table}.json").status_code == 403


def test_other_tables_can_be_looked_at(client: httpx.Client) -> None:
    for table in ("claims", "facts", "findings", "runs", "captures", "issues", "sources", "judgements"):
        assert client.get(f"/facts/{table}").status_code == 200, table
    assert client.get("/facts").status_code == 200


def test_only_the_names_of_this_machine_lead_here(client: httpx.Client) -> None:
    assert client.get("/", headers={"host": "localhost:1"}).status_code == 200
    assert client.get("/", headers={"host": "attacker.example"}).status_code == 421


def test_a_closing_slash_leads_to_the_page_and_nowhere_else(client: httpx.Client) -> None:
    assert client.get("/findings/").headers["location"] == "/findings"
    answer = client.get(str(client.base_url).rstrip("/") + "//evil.example/")
    assert "evil" not in answer.headers.get("location", "")


def test_no_sql_no_download_no_writing(client: httpx.Client) -> None:
    assert client.get("/facts.json?sql=select+1").status_code == 403
    assert client.get("/facts.db").status_code in (403, 404)
    assert client.post("/facts/claims", data={"id": "x"}).status_code == 405


def test_the_database_is_opened_for_reading(home: Path) -> None:
    pages = Pages(home)
    db = pages.get_database("facts").connect()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM findings")
    db.close()
    pages.close()


@pytest.mark.parametrize("words", ["輸入", "輸入額", "対中輸入", "入", "2024年", "import", "輸入 中国"])
def test_tables_are_searched_by_our_own_tokens(client: httpx.Client, home: Path, words: str) -> None:
    """Datasette's own escape_fts would quote the word whole, and three characters would silently find nothing.

    The index keeps no positions, so that a word longer than a pair may also find its pairs apart (対中輸出 ... 輸入);
    none is lost.
    """
    found = client.get("/facts/claims.json", params={"_search": words, "_size": "max", "_shape": "objects"}).json()
    like = " AND ".join("s.text LIKE ?" for _ in words.split())
    with sqlite3.connect(home / "facts.db") as db:
        sql = f"SELECT count(*) FROM claims c JOIN sentences s ON s.key = c.sentence_key WHERE {like}"  # noqa: S608
        (number,) = db.execute(sql, [f"%{word}%" for word in words.split()]).fetchone()
    count, pairs = found["filtered_table_rows_count"], all(len(word) <= 2 or word.isascii() for word in words.split())
    assert count >= number > 0
    assert count == number or not pairs


@pytest.mark.parametrize("text", ['"', "*", "a OR b", 'x" OR "y', "NEAR(", "()", "-", "輸入'; DROP TABLE claims; --"])
def test_no_search_breaks_the_index_question(client: httpx.Client, text: str) -> None:
    assert client.get("/facts/claims.json", params={"_search": text}).status_code == 200
    assert client.get("/search.json", params={"q": text}).status_code == 200
    assert fts_query(text).count('"') % 2 == 0


def test_judging_needs_the_token(own_client: httpx.Client) -> None:
    claim = a_claim(own_client)
    assert "The token, please" in own_client.get("/judge").text
    assert own_client.get("/judge?token=guess").status_code == 403
    form = {"target": claim, "verdict": "right", "why": "seen", "by": "maria"}
    assert own_client.post("/judge", data=form).status_code == 403
    assert own_client.get("/judge.json").json()["judgements"] == []


def test_a_judgement_is_kept_and_can_be_taken_back(own_client: httpx.Client) -> None:
    claim = a_claim(own_client)
    page = signed_in(own_client)
    form = {"csrftoken": csrf(page), "target": claim, "verdict": "wrong", "why": "billion, not million", "by": "maria"}
    kept = own_client.post("/judge", data=form)
    assert kept.status_code == 303
    assert "billion, not million" in own_client.get(kept.headers["location"]).text
    assert "billion, not million" in own_client.get(f"/claim/{claim}").text
    (judgement,) = own_client.get("/judge.json").json()["judgements"]
    undo = {"csrftoken": form["csrftoken"], "undo": judgement["id"], "why": "misread", "by": "maria"}
    assert own_client.post("/judge", data=undo).status_code == 303
    newest, oldest = own_client.get("/judge.json").json()["judgements"]
    assert newest["undoes"] == oldest["id"] == judgement["id"]
    assert not oldest["stands"]
    assert "billion, not million" not in own_client.get(f"/claim/{claim}").text


def test_a_claim_judged_wrong_leaves_its_fact_and_comes_back(own_client: httpx.Client) -> None:
    finding = own_client.get("/findings.json?verdict=conflict").json()["findings"][0]
    fact, claim = f"/fact/{finding['facts'][0]}", finding["claims"][0]
    before = own_client.get(f"{fact}.json").json()
    form = {"csrftoken": csrf(signed_in(own_client)), "target": claim, "verdict": "wrong", "why": "other goods"}
    kept = own_client.post("/judge", data={**form, "by": "maria"})
    assert "It counts in no fact" in own_client.get(kept.headers["location"]).text
    after = own_client.get(f"{fact}.json").json()
    assert before["fact"]["verdict"] == "conflict" != after["fact"]["verdict"]
    assert {other["id"] for other in before["claims"]} == {claim, *(other["id"] for other in after["claims"])}
    assert [wrong["id"] for wrong in after["judged_wrong"]] == [claim]
    assert "these do not count" in own_client.get(fact).text
    assert "it counts in no fact" in own_client.get(f"/claim/{claim}").text
    (judgement,) = own_client.get("/judge.json").json()["judgements"]
    own_client.post("/judge", data={"csrftoken": form["csrftoken"], "undo": judgement["id"], "why": "x", "by": "maria"})
    again = own_client.get(f"{fact}.json").json()
    assert (again["fact"], again["judged_wrong"]) == (before["fact"], [])


def test_a_judgement_from_another_site_is_refused(own_client: httpx.Client) -> None:
    page = signed_in(own_client)
    form = {"target": a_claim(own_client), "verdict": "wrong", "why": "x", "by": "y"}
    assert own_client.post("/judge", data=form).status_code == 403  # no CSRF token
    form["csrftoken"] = csrf(page)
    elsewhere = {"sec-fetch-site": "cross-site"}
    assert own_client.post("/judge", data=form, headers=elsewhere).status_code == 403
    assert own_client.get("/judge.json").json()["judgements"] == []


def test_a_judgement_that_lacks_something_says_what(own_client: httpx.Client) -> None:
    page = signed_in(own_client)
    form = {"csrftoken": csrf(page), "target": "ffffffffffffffff", "verdict": "right", "why": "", "by": "maria"}
    assert "needs all four" in own_client.post("/judge", data=form).text
    form["why"] = "seen"
    assert "there is no claim or fact ffffffffffffffff" in own_client.post("/judge", data=form).text
