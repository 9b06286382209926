"""One request and its answer. This module and guard.py are the only ones that know httpx.

Errors of httpx -> errors of ours
    TimeoutException            TooSlow         asked again
    NetworkError                FetchError      asked again, but for a certificate that cannot be verified
    ProtocolError               BrokenResponse  asked again: a body that was cut off arrives as this
    InvalidURL, ValueError      BrokenResponse  the URL, or the one that we are sent on to, is none
    any other TransportError    FetchError      asked again
"""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from io import BytesIO
from urllib.parse import urljoin

import httpx

from extractor.crawl.decode import ACCEPTED, decode
from extractor.crawl.errors import Answered
from extractor.crawl.guard import CountedStream
from extractor.crawl.wait import retry_after
from extractor.domain import Capture
from extractor.domain.errors import BrokenResponse, FetchError, TooLarge, TooSlow

Pairs = tuple[tuple[str, str], ...]

ASKED_FOR = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5"
LATER = "It will be tried again at the next crawl"


@dataclass(frozen=True)
class Redirect:
    """The server sends us on to `url`."""

    url: str


@dataclass(frozen=True)
class NotModified:
    """The page is as it was. `headers` may carry new validators."""

    url: str
    seen_at: str
    headers: Pairs

    def header(self, name: str) -> str | None:
        """The last value of a header, or None."""
        return dict(self.headers).get(name)


Answer = Capture | NotModified | Redirect


@dataclass(frozen=True)
class Size:
    """How much of a body is taken: more than `limit` bytes are TooLarge, or cut off when `cut` says so."""

    limit: int
    cut: bool = False


class Exchange:
    """Sends requests over guarded connections. Keeps no cookies but those of the jar it is given."""

    def __init__(self, transport: httpx.AsyncBaseTransport, agent: str, timeout: httpx.Timeout) -> None:
        self._client = httpx.AsyncClient(
            transport=transport, timeout=timeout, follow_redirects=False, trust_env=False,
            headers={"user-agent": agent, "accept": ASKED_FOR, "accept-encoding": ACCEPTED},
        )  # fmt: skip
        self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def get(self, url: str, size: Size, *, jar: httpx.Cookies, headers: Mapping[str, str]) -> Answer:
        """The answer to one GET.

        Raises:
            FetchError: there is no whole answer, or one that is no page (Answered).
        """
        with _our_errors(url):
            extra = [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in headers.items()]
            request = self._client.build_request("GET", url, headers=extra)
            jar.set_cookie_header(request)
            response = await self._client.send(request, stream=True)
            try:
                jar.extract_cookies(response)
                return await _answer(url, request, response, size, conditional=bool(headers))
            finally:
                await response.aclose()


async def _answer(
    url: str, request: httpx.Request, response: httpx.Response, size: Size, *, conditional: bool
) -> Answer:
    """What a response comes to."""
    headers = _pairs(response.headers)
    if response.has_redirect_location:
        return Redirect(urljoin(url, dict(headers)["location"].encode("latin-1").decode("utf-8", "replace")))
    if response.status_code == HTTPStatus.NOT_MODIFIED and conditional:
        return NotModified(url, _now(), headers)
    if response.status_code not in (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION):
        raise _refusal(url, response)
    body = await _body(url, response, size)
    return Capture(
        url=url, body=body, sha256=hashlib.sha256(body).hexdigest(), retrieved_at=_now(),
        media_type=response.headers.get("content-type", "").partition(";")[0].strip().lower() or None,
        status=response.status_code, headers=headers, request_headers=_pairs(request.headers),
    )  # fmt: skip


def _refusal(url: str, response: httpx.Response) -> Answered:
    status = response.status_code
    wait = retry_after(response.headers.get("retry-after"), date=response.headers.get("date"))
    try:
        phrase = f" {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = ""
    refused = Answered(f"{url}: the server answered {status}{phrase}", LATER, status=status, wait=wait)
    refused.hint = "The page is left alone until its sitemap says that it has changed" if refused.gone else LATER
    return refused


async def _body(url: str, response: httpx.Response, size: Size) -> bytes:
    """The body, whole and decoded."""
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > size.limit and not size.cut:
        raise TooLarge(f"{url}: {int(announced):,} bytes announced, more than {size.limit:,}", "The page is left out")
    raw = BytesIO()
    async for part in response.aiter_raw():
        raw.write(part)
        if raw.tell() > size.limit:
            if size.cut:
                break
            raise TooLarge(f"{url}: the body passes {size.limit:,} bytes", "The page is left out")
    stream = response.extensions.get("network_stream")
    whole = announced.isdecimal() and "transfer-encoding" not in response.headers
    if whole and isinstance(stream, CountedStream) and stream.body_bytes > int(announced) and not size.cut:
        raise BrokenResponse(f"{url}: the server sent more than the {announced} bytes that it announced", LATER)
    try:
        return decode(raw.getvalue(), response.headers.get("content-encoding"), limit=size.limit)
    except FetchError as error:
        raise type(error)(f"{url}: {error.message}", error.hint) from error.__cause__


@contextmanager
def _our_errors(url: str) -> Iterator[None]:
    """Turn httpx's errors into ours; the table stands in the module's docstring."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise TooSlow(f"{url}: the server does not answer", LATER) from error
    except httpx.ProtocolError as error:
        raise BrokenResponse(f"{url}: the answer is broken or cut off: {error}", LATER) from error
    except httpx.TransportError as error:
        if _is_certificate(error):
            raise FetchError(f"{url}: its certificate cannot be verified: {error}", "The page is left out") from None
        raise FetchError(f"{url}: no connection: {error}", LATER) from error
    except (httpx.InvalidURL, ValueError) as error:
        raise BrokenResponse(f"{url}: not a URL that can be asked for: {error}", "The page is left out") from None


def is_passing(error: FetchError) -> bool:
    """Whether the failure may be gone at the next attempt."""
    if isinstance(error, Answered):
        return error.status in (429, 500, 502, 503, 504)
    return isinstance(error.__cause__, httpx.TransportError | EOFError)


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _pairs(headers: httpx.Headers) -> Pairs:
    return tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in headers.raw)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
