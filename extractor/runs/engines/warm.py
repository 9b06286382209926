"""Imported once by the process that workers are forked from: what every worker needs is there when it is born."""

from __future__ import annotations

from extractor.domain import Article
from extractor.languages import codes
from extractor.runs.stages import stages

for _lang in codes():
    stages().extract(Article(id="warm", url=None, source=None, lang=_lang, title=None, text="5% in 2024"))
