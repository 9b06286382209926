"""The catalogue: what the world is called. One TOML table a subject, one row a thing, EN/JA/ZH in the row."""

from extractor.catalogue.load import Catalogue, load
from extractor.catalogue.rows import Agency, Commodity, Currency, Indicator, Place, Unit

__all__ = ["Agency", "Catalogue", "Commodity", "Currency", "Indicator", "Place", "Unit", "load"]
