"""Article to figures, figures to claims: rules only, no statistical model."""

from extractor.extract.disguise import extract_claims, read_figures

__all__ = ["extract_claims", "read_figures"]
