"""How long a server asks us to wait, in every spelling."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.crawl.wait import retry_after

NOW = datetime(2026, 10, 21, 7, 28, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0), ("120", 120), (" 7 ", 7),
        ("Wed, 21 Oct 2026 07:28:30 GMT", 30), ("Wed, 21 Oct 2026 16:28:30 +0900", 30),
        ("Wednesday, 21-Oct-26 07:29:00 GMT", 60), ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        (None, None), ("", None), ("soon", None), ("-5", None), ("1.5", None), ("99999999999", None),
    ],
)  # fmt: skip
def test_spellings(value, seconds):
    assert retry_after(value, now=NOW) == seconds


def test_a_date_is_read_against_the_servers_own_clock():
    assert retry_after("Wed, 21 Oct 2026 07:28:30 GMT", date="Wed, 21 Oct 2026 07:28:20 GMT", now=NOW) == 10


@given(st.text(max_size=60))
def test_anything_else_is_no_wait_and_no_error(value):
    wait = retry_after(value, now=NOW)
    assert wait is None or wait >= 0
