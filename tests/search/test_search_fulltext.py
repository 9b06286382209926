"""Full text finds what LIKE finds, for any term of 1 to 8 characters in any script."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making_claims import make_article, make_claim
from test_store_claims import save

from extractor.domain.grams import fold
from extractor.search import Query, best, count, search
from extractor.store import open_database

SENTENCES = (
    "Japan's imports from China reached US$311.995 billion in 2024, up 7.1%.",
    "対中輸入額は25兆9,392億円で、前年比７．１％増となった。",
    "１-3月期の半導体輸出は円ベースで5.2%減。FY2024のGDPは",
    "中国对日本贸易顺差为1.2万亿元，同比增长3.4%。",
    "a 5 b, c",
    "ＪＥＴＲＯ（日本貿易振興機構）の双方輸入ベース",
    "reimported parts; importers' association",
    "㍿トヨタのｶﾞｿﾘﾝ車 2年ぶり",
)


def fill(db: sqlite3.Connection) -> None:
    article = make_article("\n".join(SENTENCES))
    claims = [make_claim(article, sentence) for sentence in SENTENCES]
    save(db, article, claims)


def found(db: sqlite3.Connection, *terms: str) -> set[str]:
    rows = search(db, Query(terms=[(term,) for term in terms]), limit=100)
    return {row["sentence"] for row in rows}


@pytest.fixture
def filled(db: sqlite3.Connection) -> sqlite3.Connection:
    fill(db)
    return db


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("輸入", (1, 5)),
        ("顺差", (3,)),
        ("半導体", (2,)),
        ("imports from China", (0,)),
        ("円", (1, 2)),
        ("2024", (0, 2)),
        ("7.1%", (0, 1)),
        ("1-3月期", (2,)),
        ("import", (0, 6)),
        ("mport", (0, 6)),
        ("jetro", (5,)),
        ("gdpは", (2,)),
        ("ガソリン", (7,)),
        ("株式会社", (7,)),
        ("%", (0, 1, 2, 3)),
        ("存在しない", ()),
        ("zebra", ()),
    ],
)
def test_terms(filled: sqlite3.Connection, term: str, expected: tuple[int, ...]) -> None:
    assert found(filled, term) == {SENTENCES[i] for i in expected}


def test_all_terms_must_stand_in_the_sentence(filled: sqlite3.Connection) -> None:
    assert found(filled, "輸入", "億円") == {SENTENCES[1]}


def test_one_of_several_alternatives_is_enough(filled: sqlite3.Connection) -> None:
    rows = search(filled, Query(terms=[("輸入", "imports")]))
    assert {row["sentence"] for row in rows} == {SENTENCES[0], SENTENCES[1], SENTENCES[5]}


def test_no_alternative_hides_another_that_the_index_cannot_narrow(filled: sqlite3.Connection) -> None:
    assert count(filled, Query(terms=[("輸入", "%")])) == 5


OLD_INDEX = """DROP TABLE run_rules; DROP TABLE article_langs; DROP TABLE words; DROP TABLE sentences_fts;
CREATE VIRTUAL TABLE sentences_fts USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE sentences_vocab USING fts5vocab(sentences_fts, 'row');
PRAGMA user_version = 3;"""


def test_a_database_of_the_third_schema_is_indexed_anew(tmp_path: Path) -> None:
    connection = open_database(tmp_path)
    fill(connection)
    connection.executescript(OLD_INDEX)
    connection.close()
    opened = open_database(tmp_path, read_only=True)
    assert found(opened, "円") == {SENTENCES[1], SENTENCES[2]}
    assert found(opened, "中国", "顺差") == {SENTENCES[3]}


def test_the_best_hit_is_most_about_the_words(filled: sqlite3.Connection) -> None:
    rows = best(filled, Query(terms=[("輸入",)]))
    assert [row["sentence"] for row in rows] == [SENTENCES[5], SENTENCES[1]]
    assert best(filled, Query(terms=[("輸入",)]), limit=1)[0]["sentence"] == SENTENCES[5]
    assert best(filled, Query(terms=[("存在しない",)])) == []


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    connection = open_database(Path(tmp_path_factory.mktemp("fulltext")))
    fill(connection)
    return connection


TEXT = "\n".join(SENTENCES)
PIECES = st.integers(0, len(TEXT) - 1).flatmap(lambda i: st.integers(1, 8).map(lambda n: TEXT[i : i + n]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(term=PIECES | st.text(st.sampled_from(TEXT), min_size=1, max_size=8))
def test_hits_equal_like(shared: sqlite3.Connection, term: str) -> None:
    expected = {s for s in SENTENCES if fold(term) in fold(s)}
    assert found(shared, term) == expected
    escaped = term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    like = shared.execute("SELECT text FROM sentences WHERE text LIKE ? ESCAPE '\\'", (f"%{escaped}%",)).fetchall()
    half_width_kana = any("\uff61" <= character <= "\uff9f" for character in term)
    assert half_width_kana or {row[0] for row in like} <= expected
