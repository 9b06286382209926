"""Article to figures, figures to claims: rules only, no statistical model."""

from extractor.extract.claims import extract_claims
from extractor.extract.reading import read_figures

__all__ = ["extract_claims", "read_figures"]
