"""Content-Encoding comes off, within bounds, whatever the bytes are."""

from __future__ import annotations

from contextlib import suppress

import faults
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.crawl.decode import decode
from extractor.domain.errors import BrokenResponse, FetchError, TooLarge

NAMES = ("gzip", "deflate", "br", "zstd")


@given(st.binary(max_size=5000), st.lists(st.sampled_from(NAMES), max_size=3))
def test_what_was_put_on_comes_off(body, names):
    assert decode(faults.encoded(body, *names), ", ".join(names), limit=100_000) == body


@given(st.binary(max_size=3000), st.sampled_from(NAMES))
def test_any_bytes_end_in_a_body_or_an_error_of_ours(body, name):
    with suppress(FetchError):
        assert len(decode(body, name, limit=10_000)) <= 10_000


@given(st.binary(min_size=200, max_size=2000), st.sampled_from(NAMES), st.data())
def test_a_body_that_is_cut_off_is_never_taken_for_whole(body, name, data):
    packed = faults.encoded(body, name)
    cut = data.draw(st.integers(4, len(packed) - 1))
    with pytest.raises(BrokenResponse):
        decode(packed[:cut], name, limit=100_000)


@pytest.mark.parametrize("name", NAMES)
def test_the_limit_is_kept_to_the_byte(name):
    packed = faults.encoded(b"x" * 1000, name)
    assert len(decode(packed, name, limit=1000)) == 1000
    with pytest.raises(TooLarge):
        decode(packed, name, limit=999)
