"""Article to figures, figures to claims: rules only, no statistical model."""

from extractor.extract.figures import read_figures

__all__ = ["read_figures"]
