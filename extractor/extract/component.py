"""The reader as a spaCy pipeline: `extractor.load("en")` is an `nlp` whose `doc._.claims` are claims.

nlp = extractor.load("en")
doc = nlp("Exports rose 5.9% to 108.9 trillion yen.")
for claim in doc._.claims:
    print(claim.quote, claim.value, claim.unit)
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.domain import Article, Claim, Figure
from extractor.extract.disguise import extract_claims
from extractor.extract.figures import figures_of
from extractor.extract.tokenizer import blank
from extractor.languages import pack

FIGURES, CLAIMS = "extractor_figures", "extractor_claims"


def load(lang: str) -> Language:
    """A new spaCy pipeline for a language: tokenizer, figures and claims; no statistical model.

    `doc.spans["figures"]` holds the figures' spans, labelled by kind; `doc._.figures` and `doc._.claims`
    the figures and claims. `doc._.published_at` (ISO 8601), set on a Doc before it passes the pipeline,
    settles "last year" and its like.

    Raises:
        UnknownTerm: there is no file for the language.
    """
    pack(lang)
    nlp = blank(lang)
    nlp.add_pipe(FIGURES)
    nlp.add_pipe(CLAIMS)
    return nlp


def article_of(doc: Doc) -> Article:
    """A Doc as an article without metadata but its `published_at`."""
    published = doc._.published_at
    return Article(
        id="doc", url=None, source=None, lang=doc.vocab.lang, title=None, text=doc.text, published_at=published
    )


def _figures(doc: Doc) -> Doc:
    article = article_of(doc)
    found: list[Figure] = figures_of(doc, article.lang, article.published_date)
    doc._.figures = found
    spans = [doc.char_span(f.start, f.end, label=f.kind, alignment_mode="expand") for f in found]
    doc.spans["figures"] = [span for span in spans if isinstance(span, Span)]
    return doc


def _claims(doc: Doc) -> Doc:
    found: list[Claim] = extract_claims(article_of(doc))
    doc._.claims = found
    return doc


def _register() -> None:
    for name in ("figures", "claims", "published_at"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)

    def component(step: Callable[[Doc], Doc]) -> Callable[[Language, str], Callable[[Doc], Doc]]:
        def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
            return step

        return make

    for name, step in ((FIGURES, _figures), (CLAIMS, _claims)):
        if not Language.has_factory(name):
            Language.factory(name, func=component(step))


_register()
