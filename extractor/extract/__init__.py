"""Article to figures, figures to claims: rules only, no statistical model.

The package can be called: `extractor.extract(text)`.
"""

import sys

from extractor.extract.api import CallablePackage
from extractor.extract.disguise import extract_claims, languages_of, read_figures

__all__ = ["extract_claims", "languages_of", "read_figures"]

sys.modules[__name__].__class__ = CallablePackage
