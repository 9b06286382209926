"""One address for one article: tracking parts fall away (courlan), then our own rows and the site's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from courlan.clean import normalize_url

from extractor.sites.base import Site

TRACKING = re.compile(r"^(spm|isappinstalled|share\w*|ysclid|unlock|waad|r_by|from)$", re.IGNORECASE)
"""What the three outlets and Chinese platforms add, and courlan does not know."""


def canonical_url(url: str, site: Site | None = None) -> str:
    """The URL without fragment, user name, tracking parameters and default port, then the site's rows.

    What is no http(s) URL comes back unchanged.
    """
    try:
        parts = urlsplit(url.strip())
        if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
            return url
        parts = urlsplit(str(normalize_url(parts)))
    except ValueError:
        return url
    pairs = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(key)]
    netloc = parts.netloc.rpartition("@")[2]
    plain = urlunsplit((parts.scheme, netloc, parts.path or "/", urlencode(pairs), ""))
    for pattern, replacement in site.canonical if site else ():
        plain = re.sub(pattern, replacement, plain)
    return plain


def site_of(url: str | None, sites: Mapping[str, Site]) -> Site | None:
    """The site that serves the URL; of several (a demo on a port, a subdomain's own site) the longest host wins."""
    if not url:
        return None
    serving = [site for site in sites.values() if site.serves(url)]
    return max(serving, key=lambda site: max(len(host) for host in site.hosts), default=None)
