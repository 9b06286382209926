"""Every reader of outside input reads or refuses in the project's own words, whatever it is given."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from fuzz_readers import FOUND, READERS, attempt, inputs
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from trust_support import article_from

from extractor.extract import extract_claims

EACH = 40
CASES = sorted(path.relative_to(FOUND).as_posix() for path in FOUND.glob("*/*"))


@pytest.mark.parametrize("name", READERS)
def test_seeds_are_read_and_their_mutants_break_nothing(name: str) -> None:
    reader = READERS[name]
    for data in islice(inputs(reader, seed=7), EACH):
        attempt(reader, data)
    assert any(attempt(reader, seed) for seed in [*reader.seeds(), *reader.pieces()][:20])


@pytest.mark.parametrize("case", CASES)
def test_what_fuzzing_found_stays_mended(case: str) -> None:
    attempt(READERS[Path(case).parent.name], (FOUND / case).read_bytes())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(READERS)), st.binary(max_size=400))
@example("text_en", b"")
@example("json", b"[" * 100_000)
@example("json", b'{"text": ' + b"9" * 5000 + b"}")
@example("html", b"<b>" * 50_000)
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    attempt(READERS[name], data)


def test_fifty_megabytes_of_one_tag_are_refused() -> None:
    assert not attempt(READERS["html"], b"<p>" * (50_000_000 // 3))


@pytest.mark.parametrize(
    ("lang", "piece"), [("en", "rose 5% and "), ("ja", "5％増、"), ("zh", "增长5%"), ("zh", "月倍增")]
)
def test_a_sentence_without_an_end_is_parted_and_keeps_its_figures(lang: str, piece: str) -> None:
    article = article_from(piece * 900, "text/plain", lang=lang)
    claims = extract_claims(article)
    assert len(claims) >= 895
    assert max(len(claim.sentence) for claim in claims) <= 1000
    assert all(claim.sentence_start <= claim.start < claim.sentence_end for claim in claims)
