"""The catalogue: what the world is called. One TOML table a subject, one row a thing, EN/JA/ZH in the row."""

from extractor.catalogue.load import Catalogue, companies_by_name, load
from extractor.catalogue.rows import Agency, Commodity, Company, Currency, Indicator, Place, Unit

__all__ = [
    "Agency",
    "Catalogue",
    "Commodity",
    "Company",
    "Currency",
    "Indicator",
    "Place",
    "Unit",
    "companies_by_name",
    "load",
]
