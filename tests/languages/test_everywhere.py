"""Cues that are looked for whatever the language of the text is."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

import extractor.extract
from extractor.languages import codes, everywhere, pack
from extractor.languages.cues import Cues

NAMES = sorted(
    {
        name
        for path in Path(extractor.extract.__file__).parent.glob("*.py")
        for name in re.findall(r"everywhere\([\"'](\w+)[\"']\)", path.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("name", NAMES)
def test_a_cue_that_is_asked_for_everywhere_is_one_that_languages_have(name):
    assert name in {field.name for field in fields(Cues)}
    assert any(getattr(pack(code).cues, name) != getattr(Cues(), name) for code in codes())
    assert not everywhere(name).groups, "groups of several languages would get in each other's way"


@pytest.mark.parametrize("label", ["Unit", "単位", "单位", "單位"])
def test_a_unit_is_labelled_in_any_language(label):
    assert everywhere("unit_label").fullmatch(label)
