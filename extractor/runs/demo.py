"""The demo: `corpus/` served as three small sites on this machine, for the crawler to find over real HTTP."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from xml.sax.saxutils import escape

from extractor.domain.errors import UnreadableInput
from extractor.sites import Discovery, Site, registry

FIRST_PORT = 8731
"""Tried first, so that a second demo finds the articles at the addresses that it knows."""
PLACES = (Path(__file__).parents[2] / "corpus", Path(sys.prefix) / "share" / "extractor" / "corpus")
A_MINUTE = 6000


def corpus_folder() -> Path:
    """Where the corpus is: in the checkout, else where the package put it.

    Raises:
        UnreadableInput: in neither place.
    """
    found = next((place for place in PLACES if place.is_dir()), None)
    if found is None:
        raise UnreadableInput("the demo's corpus is not here", "Install from a checkout: pip install -e .")
    return found


@contextmanager
def serving(corpus: Path) -> Iterator[dict[str, Site]]:
    """Serve each outlet's folder of the corpus; the sites, moved to where they are served."""
    known = registry()
    with ExitStack() as stack:
        sites = {}
        for number, folder in enumerate(sorted(path for path in corpus.iterdir() if path.name in known)):
            port = stack.enter_context(_server(folder, FIRST_PORT + number))
            sites[folder.name] = moved(known[folder.name], port)
        if not sites:
            raise UnreadableInput(f"{corpus} has no outlet's folder", f"It should hold: {', '.join(known)}")
        yield sites


def moved(site: Site, port: int) -> Site:
    """The site on a port of this machine: its layouts, found by a sitemap, free to crawl."""
    policy = site.policy.model_copy(
        update={"crawl": True, "requests_per_minute": A_MINUTE, "rests_on": "this project's own corpus"}
    )
    host = f"127.0.0.1:{port}"
    discovery = Discovery(sitemaps=(f"http://{host}/sitemap.xml",), url_patterns=(r"\.html$",))
    return site.model_copy(
        update={"hosts": (host,), "policy": policy, "discovery": discovery, "allow_loopback": True, "canonical": ()}
    )


@contextmanager
def _server(folder: Path, port: int) -> Iterator[int]:
    pages = {f"/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.html"))}
    handler = partial(_Handler, pages)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """robots.txt, a sitemap, and the pages."""

    protocol_version = "HTTP/1.1"

    def __init__(self, pages: Mapping[str, bytes], *arguments: object) -> None:
        self.pages = pages
        super().__init__(*arguments)  # type: ignore[arg-type] # the server's own three arguments

    def do_GET(self) -> None:
        """Answer one request."""
        origin = f"http://{self.headers.get('host')}"
        if self.path == "/robots.txt":
            self._answer("text/plain", f"User-agent: *\nAllow: /\nSitemap: {origin}/sitemap.xml\n".encode())
        elif self.path == "/sitemap.xml":
            rows = "".join(f"<url><loc>{escape(origin + path)}</loc></url>" for path in self.pages)
            xml = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'
            self._answer("application/xml", xml.encode())
        elif self.path in self.pages:
            self._answer("text/html", self.pages[self.path])
        else:
            self._answer("text/plain", b"no such page\n", 404)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the demo prints what matters."""

    def _answer(self, media_type: str, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8" if media_type != "text/html" else media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
