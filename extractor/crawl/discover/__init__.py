"""Reads what a site announces: feeds, sitemaps, section pages, JSON lists. Bytes in, links out; no network."""

from extractor.crawl.discover.feeds import read_feed
from extractor.crawl.discover.links import Link
from extractor.crawl.discover.lists import read_data_source, read_section
from extractor.crawl.discover.sitemaps import read_sitemap

__all__ = ["Link", "read_data_source", "read_feed", "read_section", "read_sitemap"]
