"""The parts that pages are made of."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.domain import Article, Claim
from extractor.store import open_database
from extractor.web import excerpts, marking, pages, sentences, words
from extractor.web.asking import snapshot
from extractor.web.charts import timeline
from extractor.web.charts.scale import scale, ticks

SPAN = st.tuples(st.integers(0, 400), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPAN, min_size=1, max_size=20), st.integers(20, 200))
def test_a_stretch_keeps_to_the_policy_unless_a_figure_does_not(figures: list[tuple[int, int]], most: int) -> None:
    sentence = (0, 420)
    shown = excerpts.stretches([(sentence, figures)], most)
    bare = excerpts._merged(figures)
    assert all(any(first <= a and b <= last for first, last in shown) for a, b in figures)
    assert all(last - first <= max(most, *(b - a for a, b in bare)) for first, last in shown)
    assert all(a[1] < b[0] for a, b in pairwise(shown))


@given(st.integers(1, 500), st.integers(0, 400), st.integers(1, 30), st.integers(30, 200))
def test_a_sentence_cut_to_the_policy_holds_its_figure(length: int, start: int, size: int, most: int) -> None:
    start = min(start, length - 1)
    end = min(start + size, length)
    first, last = excerpts.window(length, start, end, most)
    assert first <= start < end <= last
    assert last - first <= most


@given(st.lists(SPAN, max_size=12, unique=True), st.integers(0, 300), st.sampled_from([None, 60, 150]))
def test_marked_text_is_the_article_text(figures: list[tuple[int, int]], at: int, most: int | None) -> None:
    text = "".join(chr(0x4E00 + n % 500) for n in range(450))
    article = Article(id="a", url=None, source=None, lang="zh", title=None, text=text)
    claims = [
        Claim(id=Claim.make_id("a", a, b, "count"), article_id="a", lang="zh", sentence=text[:430], sentence_start=0,
              sentence_end=430, quote=text[a:b], start=a, end=b, kind="count", rule="test")
        for a, b in figures
    ]  # fmt: skip
    blocks = marking.blocks(article, claims, most, (at, at + 40))
    pieces = [piece for block in blocks for piece in block["pieces"]]
    shown = "".join(piece.get("text", "") for piece in pieces)
    if most is None:
        assert shown == text
    by_id = {claim.id: claim for claim in claims}
    assert all(by_id[piece["claim"]].quote == piece["text"] for piece in pieces if "claim" in piece)


@given(st.lists(st.decimals(-(10**14), 10**14, allow_nan=False, places=2), min_size=1, max_size=8))
def test_every_number_has_its_place_on_the_axis(values: list[Decimal]) -> None:
    on = scale(values, 100, 700)
    assert all(100 < on.at(value) < 700 for value in values)
    places = [float(str(tick["at"])) for tick in ticks(on, None)]
    assert places == sorted(places)
    assert all(100 <= place <= 700 for place in places)


@given(st.lists(st.tuples(st.integers(2000, 2030), st.integers(1, 12)), min_size=1, max_size=30, unique=True))
def test_names_of_periods_do_not_cover_each_other(months: list[tuple[int, int]]) -> None:
    rows = [{"period": f"{year}-{month:02}-01/{year}-{month:02}-28"} for year, month in months]
    days = [Decimal(timeline._middle(row).toordinal()) for row in rows]
    written = timeline._periods(rows, scale(days, timeline.LEFT, timeline.WIDTH - timeline.RIGHT))
    for line in (0, 1):
        places = [item["at"] for item in written if item["line"] == line]
        assert all(b - a >= timeline.LABEL for a, b in pairwise(places))
    assert written


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("2024-01-01/2024-12-31", "2024"),
        ("2024-04-01/2025-03-31", "fiscal 2024"),
        ("2022-01-01/2024-12-31", "2022 to 2024"),
        ("2021-04-01/2024-03-31", "fiscal 2021 to 2023"),
        ("2024-05-01/2024-05-31", "May 2024"),
        ("XXXX-05", "XXXX-05"),
        (None, "period not known"),
    ],
)
def test_periods_as_people_say_them(span: str | None, said: str) -> None:
    assert words.period(span) == said


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({"flow": "import", "reporter": "JPN", "partner": "CHN"}, "Japan’s imports from China"),
        (
            {"flow": "export", "reporter": "JPN", "partner": "WLD", "commodity": "crude_oil"},
            "Japan’s crude oil exports",
        ),
        ({"flow": "balance", "reporter": "JPN", "partner": "USA"}, "Japan’s trade balance with United States"),
        ({"indicator": "net_profit", "entity": "Toyota"}, "Toyota’s net profit"),
        ({}, "subject not known"),
    ],
)
def test_subjects_as_people_say_them(claim: dict[str, str], said: str) -> None:
    empty = dict.fromkeys(("flow", "indicator", "reporter", "partner", "commodity", "entity"))
    assert words.subject({**empty, **claim}) == said


@pytest.mark.parametrize(
    ("text", "langs", "marked"),
    [
        ("'648億円' does not fit", ["en", "ja"], '&#39;648<span lang="ja">億円</span>&#39; does not fit'),
        ("6.5万亿元 <b>", ["zh"], '6.5<span lang="zh">万亿元</span> &lt;b&gt;'),
        ("'10億6,642万ドル'", ["zh"], '&#39;10<span lang="ja">億6,642万ドル</span>&#39;'),
        ("up 3.4%", ["ja"], "up 3.4%"),
    ],
)
def test_what_a_sentence_quotes_says_its_language(text: str, langs: list[str], marked: str) -> None:
    assert sentences.tongue(text, langs) == marked


def test_a_page_reads_one_state_while_another_writes(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "home")
    reader, writer = open_database(tmp_path / "home", read_only=True), open_database(tmp_path / "home")
    count = "SELECT count(*) FROM findings"
    with snapshot(reader):
        before = reader.execute(count).fetchone()[0]
        writer.execute("DELETE FROM findings")
        assert reader.execute(count).fetchone()[0] == before > 0
    assert reader.execute(count).fetchone()[0] == 0
    reader.close()
    writer.close()


def test_a_new_page_is_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weather.py").write_text('ROUTE = "/weather"\nTEMPLATE = "x.html"\ndef data(ask): return {}\n')
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(tmp_path)])
    assert "/weather" in {page.ROUTE for page in pages.registry()}
    monkeypatch.delitem(sys.modules, "extractor.web.pages.weather")


def test_serve_says_where_and_with_which_token_judging_begins(home: Path) -> None:
    code = "from extractor.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--home", str(home)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        try:
            pages_at = served.stdout.readline().split()[-1]
            judging_at = served.stdout.readline().split()[-1]
            assert httpx.get(pages_at, timeout=20).status_code == 200
            assert httpx.get(judging_at, timeout=20).status_code == 303
        finally:
            served.send_signal(signal.SIGINT)
            told = served.communicate(timeout=20)
    assert served.returncode == 0
    assert told[1] == ""


def test_serve_without_a_database_says_what_to_do(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from extractor.cli.main import run

    assert run(["serve", "--home", str(tmp_path)]) == 2
    assert "extractor demo" in capfd.readouterr().err
