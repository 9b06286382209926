"""A server on loopback that does what real ones do on a bad day. Its log is the evidence.

    with BadServer() as server:
        server.page("/a.html", b"<p>text</p>")          # a page that is well
        server.route("/hang", hang)                     # one that is not
        ...
        server.log                                      # every request: path, headers, times

A route is a function of the request; it writes raw bytes, so that it can break every rule of HTTP.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType

PIECE = 1 << 16


@dataclass
class Request:
    """One request as it came in, and what became of it."""

    server: BadServer
    conn: socket.socket
    path: str
    headers: dict[str, str]
    at: float
    count: int
    """How often this path has been asked for, this time included."""
    sent: int = 0
    broken: bool = False
    """The client went away before it had everything."""

    def write(self, data: bytes) -> None:
        """Send raw bytes."""
        self.conn.sendall(data)
        self.sent += len(data)

    def reply(self, body: bytes = b"", status: str = "200 OK", **headers: str | None) -> None:
        """Send a response that keeps the rules; None leaves a header out."""
        fields: dict[str, str | None] = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        fields |= {name.replace("_", "-").title(): value for name, value in headers.items()}
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items() if value is not None)]
        self.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def reset(self) -> None:
        """Break the connection off with a reset, not a goodbye."""
        self.conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.conn.close()

    def wait(self, seconds: float) -> bool:
        """Sleep, but no longer than the server lives; False when it is closing."""
        return not self.server.closing.wait(seconds)


Route = Callable[[Request], None]


@dataclass
class BadServer:
    """Threads, one a connection. `tls` makes it speak https with that certificate."""

    host: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    log: list[Request] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)
    _routes: dict[str, Route] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> BadServer:
        self._socket = socket.create_server((self.host, 0))
        self._threads: list[threading.Thread] = []
        self._conns: set[socket.socket] = set()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._socket.shutdown(socket.SHUT_RDWR)  # wakes accept() up
        self._thread.join()
        self._socket.close()
        for conn in list(self._conns):
            try:
                conn.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
        for thread in self._threads:
            thread.join(5)

    @property
    def netloc(self) -> str:
        """`127.0.0.1:port`."""
        return f"{self.host}:{self._socket.getsockname()[1]}"

    def url(self, path: str = "/") -> str:
        """The address of a path."""
        return f"{'https' if self.tls else 'http'}://{self.netloc}{path}"

    def route(self, path: str, route: Route) -> str:
        """Serve a path (without query) by a function; its URL."""
        self._routes[path] = route
        return self.url(path)

    def page(self, path: str, body: bytes, status: str = "200 OK", **headers: str | None) -> str:
        """Serve a path by fixed bytes; its URL."""
        return self.route(path, lambda request: request.reply(body, status, **headers))

    def asked(self, path: str) -> list[Request]:
        """The requests for a path, query included or not."""
        return [request for request in self.log if request.path == path or request.path.partition("?")[0] == path]

    def _accept(self) -> None:
        while not self.closing.is_set():
            try:
                conn, _ = self._socket.accept()
            except OSError:
                return  # the socket has been closed
            self._conns.add(conn)
            thread = threading.Thread(target=self._serve, args=(conn,), daemon=True)
            self._threads = [one for one in self._threads if one.is_alive()] + [thread]
            thread.start()

    def _serve(self, conn: socket.socket) -> None:
        raw = conn
        try:
            if self.tls is not None:
                conn = self.tls.wrap_socket(conn, server_side=True)
            with conn:
                while not self.closing.is_set() and self._one(conn):
                    pass
        except OSError:
            return  # the client went away; the log says how far it had come
        finally:
            self._conns.discard(raw)

    def _one(self, conn: socket.socket) -> bool:
        """Serve one request; False when the connection has ended."""
        head = b""
        while b"\r\n\r\n" not in head:
            data = conn.recv(PIECE)
            if not data:
                return False
            head += data
        first, *lines = head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        path = first.split(" ")[1]
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        with self._lock:
            request = Request(self, conn, path, headers, time.monotonic(), 1 + len(self.asked(path)))
            self.log.append(request)
        route = self._routes.get(path) or self._routes.get(path.partition("?")[0])
        try:
            if route is None:
                request.reply(b"nothing here", "404 Not Found")
            else:
                route(request)
        except OSError:
            request.broken = True
            raise
        return conn.fileno() >= 0 and headers.get("connection", "").lower() != "close"
