"""Connections go to public addresses only, checked at the moment of connecting.

The name is resolved here and the connection goes to the very address that was checked, so a name that
resolves to something else a moment later (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import asyncio
import ssl
import typing
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpcore
import httpx

from extractor.domain.errors import Refused

Resolver = Callable[[str, int], Awaitable[list[str]]]
Address = IPv4Address | IPv6Address
SocketOption = typing.Any
NAT64 = ip_network("64:ff9b::/96")


async def resolve(host: str, port: int) -> list[str]:
    """The host's addresses, by the system's resolver. Raises OSError when there is none."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=1)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def is_public(address: str) -> bool:
    """Whether the address is on the public internet; addresses inside addresses count as what they hold.

    >>> is_public("93.184.216.34"), is_public("169.254.169.254"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    inner = _inner(ip_address(address.partition("%")[0]))
    return inner.is_global and not inner.is_multicast


def is_loopback(address: str) -> bool:
    """Whether the address is this machine's own."""
    return _inner(ip_address(address.partition("%")[0])).is_loopback


def _inner(address: Address) -> Address:
    """The IPv4 address that a mapped, 6to4 or NAT64 address leads to, else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Resolves, checks and connects.

    Args:
        loopback: hosts (`127.0.0.1:8001`, or without port for every port) that may be at a loopback address.
        resolver: how names become addresses.
    """

    def __init__(self, loopback: Iterable[str] = (), resolver: Resolver = resolve) -> None:
        self._loopback = frozenset(loopback)
        self._resolver = resolver
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address that may be reached.

        Raises:
            Refused: every address is private, loopback, link-local or reserved.
            httpcore.ConnectError: the name does not resolve, or nobody answers.
        """
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._resolver(host, port)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"{host} does not resolve in time") from error
        except (OSError, ValueError, OverflowError) as error:  # the latter two: a name or port that cannot be one
            raise httpcore.ConnectError(f"{host} does not resolve: {error}") from error
        allowed = [address for address in addresses if self._may_reach(host, port, address)]
        if not allowed:
            raise Refused(
                f"{host}:{port} is at {', '.join(addresses) or 'no address'}, which is not on the public internet",
                "Only a source whose file says allow_loopback may be read from this machine",
            )
        # One after the other, as the first may be IPv6 on a machine that has none.
        for place, address in enumerate(allowed, 1):
            try:
                share = timeout if timeout is None or place == len(allowed) else timeout / 2
                stream = await self._backend.connect_tcp(address, port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if place == len(allowed):
                    raise
            else:
                return CountedStream(stream)
        raise AssertionError("the last address connects or raises")

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore asks for between its own attempts."""
        await self._backend.sleep(seconds)

    def _may_reach(self, host: str, port: int, address: str) -> bool:
        named = host in self._loopback or f"{host}:{port}" in self._loopback
        return is_public(address) or (named and is_loopback(address))


class CountedStream(httpcore.AsyncNetworkStream):
    """A connection that knows how many bytes of body came after the last response's head."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._head: bytearray | None = bytearray()
        self.body_bytes = 0

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read, and count."""
        data = await self._stream.read(max_bytes, timeout)
        if self._head is None:
            self.body_bytes += len(data)
            return data
        self._head += data
        while self._head is not None and (end := self._head.find(b"\r\n\r\n")) >= 0:
            rest = self._head[end + 4 :]
            informational = self._head[:10].partition(b" ")[2].startswith(b"1")
            self._head = rest if informational else None
            self.body_bytes = 0 if informational else len(rest)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write; a new request begins a new count."""
        self._head = bytearray()
        self.body_bytes = 0
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        """The same connection under TLS."""
        return CountedStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> typing.Any:
        """What the connection below knows."""
        return self._stream.get_extra_info(info)


class GuardedTransport(httpx.AsyncBaseTransport):
    """httpx over a connection pool whose every connection the guard has checked. TLS is always verified."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend, tls: ssl.SSLContext | None = None) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls or httpx.create_ssl_context(), max_connections=100, max_keepalive_connections=20,
            keepalive_expiry=30, network_backend=backend,
        )  # fmt: skip

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request over the pool. Raises httpx's exceptions, and Refused by the guard."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        asked = httpcore.Request(
            method=request.method, url=url, headers=request.headers.raw, content=request.stream,
            extensions=request.extensions,
        )  # fmt: skip
        with as_httpx(request):
            answer = await self._pool.handle_async_request(asked)
        body = Body(typing.cast("AsyncIterator[bytes]", answer.stream), request)
        return httpx.Response(answer.status, headers=answer.headers, stream=body, extensions=answer.extensions)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()


class Body(httpx.AsyncByteStream):
    """A response's raw bytes, with the errors of reading as httpx's."""

    def __init__(self, stream: AsyncIterator[bytes], request: httpx.Request) -> None:
        self._stream = stream
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with as_httpx(self._request):
            async for part in self._stream:
                yield part

    async def aclose(self) -> None:
        """Give the connection back, or close it when the body was not read to its end."""
        close = getattr(self._stream, "aclose", None)
        if close is not None:
            with as_httpx(self._request):
                await close()


@contextmanager
def as_httpx(request: httpx.Request) -> Iterator[None]:
    """Turn httpcore's exceptions into those of the same name that httpx has."""
    try:
        yield
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        same: type[httpx.TransportError] = getattr(httpx, type(error).__name__, httpx.TransportError)
        raise same(str(error), request=request) from error
    except (httpcore.UnsupportedProtocol, httpcore.ProxyError, httpcore.ConnectionNotAvailable) as error:
        raise httpx.TransportError(str(error), request=request) from error
