"""One address for one article: tracking parts fall away, the site's own rows apply."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from extractor.sites.base import Site

TRACKING = re.compile(
    r"^(utm_\w+|ga_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|ref|referer|referrer|n_cid|r_by|"
    r"spm|isappinstalled|from|share\w*|ysclid|_hsenc|_hsmi|cmpid|ns_\w+|s_cid|unlock|waad)$",
    re.IGNORECASE,
)
DEFAULT_PORTS = {"http": "80", "https": "443"}


def canonical_url(url: str, site: Site | None = None) -> str:
    """The URL without fragment, tracking parameters and default port, host in lower case, then the site's rows.

    What is no http(s) URL comes back unchanged.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    if parts.scheme.lower() not in DEFAULT_PORTS or not parts.hostname:
        return url
    scheme, netloc = parts.scheme.lower(), parts.netloc.rpartition("@")[2].lower()
    netloc = netloc.removesuffix(f":{DEFAULT_PORTS[scheme]}")
    pairs = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(key)]
    plain = urlunsplit((scheme, netloc, parts.path or "/", urlencode(sorted(pairs)), ""))
    for pattern, replacement in site.canonical if site else ():
        plain = re.sub(pattern, replacement, plain)
    return plain


def site_of(url: str | None, sites: Mapping[str, Site]) -> Site | None:
    """The site that serves the URL; of several (a demo on a port, a subdomain's own site) the longest host wins."""
    if not url:
        return None
    serving = [site for site in sites.values() if site.serves(url)]
    return max(serving, key=lambda site: max(len(host) for host in site.hosts), default=None)
