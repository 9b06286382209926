"""Discovery: asks for a site's feeds, sitemaps and lists, and puts the pages that they name into the frontier."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from urllib.parse import urlsplit

from extractor.crawl.discover import Link, read_data_source, read_feed, read_section, read_sitemap
from extractor.crawl.discover.links import last_day
from extractor.crawl.exchange import NotModified
from extractor.crawl.fetch import Session, Validators
from extractor.crawl.frontier import Found, Frontier
from extractor.crawl.summary import Tally
from extractor.domain import Capture
from extractor.domain.errors import FetchError
from extractor.sites import Site, canonical_url


@dataclass(frozen=True)
class Document:
    """Something that names pages. `listed`: the site's file names it itself."""

    kind: Literal["feed", "sitemap", "section", "data"]
    url: str
    listed: bool = True


@dataclass(frozen=True)
class Discoverer:
    """Reads what one site announces, once in a round.

    Args:
        number: the round.
        revisit: how long ago a young page must have been fetched to be asked for again.
        since: sitemaps that have not changed since then are passed over.
    """

    site: Site
    session: Session
    frontier: Frontier
    tally: Tally
    number: int
    revisit: timedelta
    since: date | None = None

    async def run(self) -> None:
        """Read every document. Those of one host wait for each other, not for those of other hosts."""
        by_host: dict[str, deque[Document]] = defaultdict(deque)
        unread = self.frontier.unread(self.site.code, self.number)
        for document in (*documents(self.site), *(Document("sitemap", url, listed=False) for url in unread)):
            by_host[urlsplit(document.url).netloc].append(document)
        async with asyncio.TaskGroup() as tasks:
            for queue in by_host.values():
                tasks.create_task(self._drain(queue))

    async def _drain(self, queue: deque[Document]) -> None:
        seen = {document.url for document in queue}
        while queue and len(seen) <= self.session.limits.max_documents:
            for further in await self._read(queue.popleft()):
                if further.url not in seen:
                    seen.add(further.url)
                    queue.append(further)

    async def _read(self, document: Document) -> list[Document]:
        """Read one document; the further sitemaps that it names."""
        known = self.frontier.document(self.site.code, document.url, self.number)
        if known is None:
            return []
        try:
            answer = await self._fetch(document, known)
            if isinstance(answer, NotModified):
                self.frontier.read_document(self.site.code, document.url, self.number, known, (), revisit=self.revisit)
                return []
            # In a thread, as a hostile feed may take its parser seconds; the other hosts go on.
            links = await asyncio.to_thread(lambda: list(self._links(document, answer)))
        except FetchError as error:
            self.tally.issue(error.code, str(error), document.url)
            return []
        finally:
            self.tally.count("document", document.url)
        pages = (found for link in links if link.kind == "page" and (found := self._found(link)))
        children = [link.url for link in links if link.kind == "sitemap" and self._is_new(link)]
        validators = Validators(answer.header("etag"), answer.header("last-modified"))
        if any(
            link.kind == "sitemap" for link in links
        ):  # an index that has not changed must be gone through all the same: its sitemaps may have
            validators = Validators()
        self.tally.waiting += self.frontier.read_document(
            self.site.code, document.url, self.number, validators, pages, children, revisit=self.revisit
        )
        return [Document("sitemap", url, listed=False) for url in children]

    def _is_new(self, sitemap: Link) -> bool:
        """Whether a sitemap may name pages that we want: by its index it has changed since we read it."""
        if sitemap.modified is None:
            return True
        read = self.frontier.read_at(self.site.code, sitemap.url)
        wanted = self.since is None or sitemap.modified >= self.since.isoformat()
        return wanted and (read is None or sitemap.modified >= read)

    async def _fetch(self, document: Document, known: Validators) -> Capture | NotModified:
        limits = self.session.limits
        size = limits.max_bytes if document.kind == "sitemap" else limits.max_list_bytes
        return await self.session.fetch(document.url, self.site, known, max_bytes=size, listed=document.listed)

    def _links(self, document: Document, page: Capture) -> Iterator[Link]:
        zone = self.site.time_zone
        if document.kind == "feed":
            return read_feed(page.body, page.url, page.header("content-type"))
        if document.kind == "sitemap":
            return read_sitemap(page.body, page.url, limit=self.session.limits.max_bytes, time_zone=zone)
        if document.kind == "data":
            return read_data_source(page.body, page.url, time_zone=zone)
        return read_section(page.body, page.url)

    def _found(self, link: Link) -> Found | None:
        """The page of a link, unless it is no article of this site."""
        site = self.site
        try:
            key, address = canonical_url(link.url, site), canonical_url(link.url)
            if not (site.serves(key) and site.discovery.is_article(key)):
                return None
        except ValueError:  # no URL at all, such as http://[
            return None
        return Found(
            key=key, address=address, host=urlsplit(address).netloc, modified=link.modified,
            published=link.published or last_day(site.discovery.url_date(key)),
        )  # fmt: skip


def documents(site: Site) -> Iterator[Document]:
    """What a site's file names, feeds first."""
    found = site.discovery
    yield from (Document("feed", url) for url in found.feeds)
    yield from (Document("sitemap", url) for url in found.sitemaps)
    yield from (Document("data", url) for url in found.data_sources)
    yield from (Document("section", url) for url in found.sections)
