"""A change in one language's rules reads the articles of that language again, and no others."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from extractor import languages
from extractor.domain import Article, Capture, Claim
from extractor.extract import extract_claims, languages_of
from extractor.languages import codes, pack
from extractor.parse import parse_capture
from extractor.runs import batch, digests
from extractor.runs.engines.serial import Serial
from extractor.runs.stages import Stages, stages
from extractor.runs.streams import stream
from extractor.sites import registry
from extractor.store import open_database

CORPUS = Path(__file__).parents[2] / "corpus"
RECORDS = {
    "en": "Japan's exports rose 5.9% to 108.9 trillion yen in 2024, the Ministry of Finance said.",
    "ja": "2024年の輸出は前年比5.9％増の108兆9345億円だった。",
    "zh": "2024年日本出口额同比增长5.9%，达到108.9万亿日元。",
    "en+ja": "Japan's exports rose 5.9% in 2024. It wrote: 2024年の輸出は前年比5.9％増の108兆9345億円だった。",
}


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[str], Path]:
    """The package's files with a change in one of them."""

    def changed(name: str) -> Path:
        root = tmp_path / name.replace("/", "-") / "extractor"
        shutil.copytree(digests.ROOT, root, ignore=shutil.ignore_patterns("__pycache__"))
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("\n# changed\n")
        return root

    return changed


@pytest.mark.parametrize("code", codes())
def test_a_change_in_a_file_of_one_language_is_a_change_of_that_language_alone(
    copy: Callable[[str], Path], code: str
) -> None:
    before = digests.rules_by_language()
    own = sorted(path.name for path in (digests.ROOT / "languages").glob(f"{code}*.py"))
    assert len(own) > 1
    for name in (own[0], own[-1]):
        after = digests.rules_by_language(copy(f"languages/{name}"))
        assert {lang for lang in codes() if after[lang] != before[lang]} == {code}


@pytest.mark.parametrize(
    "name", ["languages/base.py", "languages/cjk.py", "extract/grammar.py", "catalogue/places.toml", "domain/claim.py"]
)
def test_a_change_in_a_file_that_all_share_is_a_change_of_every_language(
    copy: Callable[[str], Path], name: str
) -> None:
    before, after = digests.rules_by_language(), digests.rules_by_language(copy(name))
    assert all(after[lang] != before[lang] for lang in codes())


def test_a_file_that_another_language_borrows_belongs_to_both(copy: Callable[[str], Path]) -> None:
    root = copy("languages/ja.py")
    with (root / "languages" / "ja.py").open("a", encoding="utf-8") as file:
        file.write("from extractor.languages import (\n    base,\n    zh_script as script,\n)\n")
    assert root / "languages" / "zh_script.py" in digests.files_of("ja", root)
    assert root / "languages" / "zh_script.py" not in digests.files_of("en", root)


def corpus(folder: str = str(CORPUS)) -> list[Article]:
    found = []
    for path in sorted(Path(folder).glob("*/*.html")):
        body = path.read_bytes()
        capture = Capture(url=f"https://example.org/{path.name}", body=body, sha256="", media_type="text/html",
                          retrieved_at="2025-01-01T00:00:00Z")  # fmt: skip
        found.append(parse_capture(capture, registry()).article)
    return found


def test_an_article_is_read_with_the_rules_of_its_languages_and_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever another language's rules say: without them every claim of the corpus is the same."""
    articles = [*corpus(), *(Article(id=name, url=None, source=None, lang=name[:2], title=None, text=text)
                             for name, text in RECORDS.items())]  # fmt: skip
    expected = [extract_claims(article) for article in articles]
    allowed: set[str] = set()

    class Guarded:
        """All that may be asked of a language that an article is not read in is what every digest covers."""

        def __init__(self, lang: str) -> None:
            self._lang = lang

        def __getattr__(self, name: str) -> object:
            if self._lang not in allowed and name != "joins_words":
                raise AssertionError(f"{name} of {self._lang} was asked for")
            return getattr(pack(self._lang), name)

    for module in [module for name, module in sys.modules.items() if name.startswith("extractor.extract.")]:
        if getattr(module, "pack", None) is pack:
            monkeypatch.setattr(module, "pack", Guarded)
    for article, claims in zip(articles, expected, strict=True):
        allowed = set(languages_of(article))
        assert extract_claims(article) == claims
    assert languages_of(articles[-1]) == {"en", "ja"}


def changed(steps: Stages, lang: str) -> Stages:
    """The stages as they would be after a change in one language's rules; what they read is noted."""
    rules = {code: digest if code != lang else "changed" for code, digest in steps.rules.items()}
    return replace(steps, rules_digest=f"{lang} changed", rules=rules)


def home_with(folder: Path, records: dict[str, str]) -> Path:
    lines = [{"id": name, "lang": name[:2], "published": "2025-02-01", "text": text} for name, text in records.items()]
    source = folder / "in.jsonl"
    source.write_text("\n".join(json.dumps(line) for line in lines))
    batch.run(folder / "home", stages(), Serial(stages), given=stream([source.as_uri()]))
    return folder / "home"


@pytest.mark.parametrize(("lang", "again"), [("ja", {"ja", "en+ja"}), ("en", {"en", "en+ja"}), ("zh", {"zh"})])
def test_a_run_reads_again_what_the_changed_language_has_a_part_in(tmp_path: Path, lang: str, again: set[str]) -> None:
    home = home_with(tmp_path, RECORDS)
    seen: list[str] = []

    def extract(article: Article) -> list[Claim]:
        seen.append(article.id)
        return extract_claims(article)

    rules = replace(changed(stages(), lang), extract=extract)
    summary = batch.run(home, rules, Serial(lambda: rules))
    assert set(seen) == again
    assert (summary.articles, summary.taken_over) == (4, 4 - len(again))
    seen.clear()
    back = replace(stages(), extract=extract)
    assert batch.run(home, back, Serial(lambda: back)).taken_over == 4  # by the rules of before, all is there
    assert seen == []


def test_rules_that_all_share_read_everything_again(tmp_path: Path) -> None:
    home = home_with(tmp_path, RECORDS)
    rules = replace(stages(), rules_digest="other", rules=dict.fromkeys(codes(), "other"))
    assert batch.run(home, rules, Serial(lambda: rules)).taken_over == 0


def test_what_an_older_version_read_is_read_again(tmp_path: Path) -> None:
    home = home_with(tmp_path, RECORDS)
    with closing(open_database(home)) as db:
        db.execute("DELETE FROM run_rules")
        db.execute("DELETE FROM article_langs")
    rules = changed(stages(), "ja")
    assert batch.run(home, rules, Serial(lambda: rules)).taken_over == 0


READ = """
from tests_digests import corpus
from extractor.extract import extract_claims
print("\\n".join(claim.model_dump_json() for article in corpus() for claim in extract_claims(article)))
"""


def test_every_process_reads_the_same(tmp_path: Path) -> None:
    """Processes differ in how they order sets; what workers, engines and days of reading say must not."""
    shutil.copy(__file__, tmp_path / "tests_digests.py")
    path = os.pathsep.join([str(tmp_path), str(digests.ROOT.parent), os.environ.get("PYTHONPATH", "")])
    said = set()
    for seed in ("0", "1", "2"):
        own = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        code = READ.replace("corpus()", f"corpus({str(CORPUS)!r})")
        said.add(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=own).stdout)
    assert len(said) == 1
    assert len(said.pop().splitlines()) > 500


def test_the_languages_are_those_with_a_file() -> None:
    assert set(digests.rules_by_language()) == set(codes()) == set(stages().rules)
    assert Path(languages.__file__) in digests.files_of("en")
