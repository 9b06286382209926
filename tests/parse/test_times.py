"""Times as outlets print them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.parse.times import read_time

TOKYO = "Asia/Tokyo"


@pytest.mark.parametrize(
    ("printed", "iso", "applied"),
    [
        ("2025-01-14T05:00:00+09:00", "2025-01-14T05:00:00+09:00", False),
        ("2025-01-13T20:00:00Z", "2025-01-14T05:00:00+09:00", False),
        ("2025-01-13T20:00:00.000Z", "2025-01-14T05:00:00+09:00", False),
        ("20180619T055000+0900", "2018-06-19T05:50:00+09:00", False),
        ("2025-01-14T05:00", "2025-01-14T05:00:00+09:00", True),
        ("2024/2/1 10:05", "2024-02-01T10:05:00+09:00", True),
        ("2024年2月1日(木) 10:05", "2024-02-01T10:05:00+09:00", True),
        ("2023年01月13日 10:15:22 来源：新华网", "2023-01-13T10:15:22+09:00", True),
        ("2023 01/13 10:15:22", "2023-01-13T10:15:22+09:00", True),
        ("2025年1月14日 5:00 [会員限定記事]", "2025-01-14T05:00:00+09:00", True),
        ("2024年2月1日", "2024-02-01", False),
        ("2024-02", None, False),
        ("January 23, 2025 09:58 JST", "2025-01-23T09:58:00+09:00", False),
        ("Updated: Jan. 23, 2025, 9:58 p.m. JST", "2025-01-23T21:58:00+09:00", False),
        ("13 January 2023", "2023-01-13", False),
        ("Source: Xinhua | 2018-01-12 11:05:20", "2018-01-12T11:05:20+09:00", True),
        ("2025-02-29 10:00", None, False),
        ("2025-13-01", None, False),
        ("exports of 2024 5 10 units", None, False),
        ("15,000 in 2024", None, False),
        ("2025-01-14 10:00 +99:99", None, False),
        ("", None, False),
        (None, None, False),
    ],
)
def test_a_printed_time_is_read(printed: str | None, iso: str | None, applied: bool) -> None:
    moment = read_time(printed, TOKYO)
    assert (moment.iso if moment else None) == iso
    assert moment is None or moment.zone_applied == applied


def test_cst_is_the_sites_own_zone_and_without_a_site_no_offset_is_made_up() -> None:
    assert str(read_time("2025-01-14 10:00 CST", "Asia/Shanghai")) == "2025-01-14T10:00:00+08:00"
    assert str(read_time("2025-01-14 10:00", None)) == "2025-01-14T10:00:00"


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.times())
def test_iso_times_come_back(day: date, clock: time) -> None:
    whole = datetime.combine(day, clock.replace(microsecond=0))
    assert str(read_time(whole.isoformat(), None)) == whole.isoformat()


@given(st.text(alphabet="0123456789-/.:年月日T Z+ JSTanfeb,", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    moment = read_time(text, TOKYO)
    assert moment is None or datetime.fromisoformat(moment.iso)
