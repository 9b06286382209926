"""The pages on a port of their own, for tests in a thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from extractor.web.app import Pages


@contextmanager
def serving(home: Path, token: str = "let-me-in") -> Iterator[str]:  # noqa: S107 - the test's own
    """The address of a home's pages, while they are served."""
    pages = Pages(home, token)
    config = uvicorn.Config(pages.app(), port=0, log_level="warning", access_log=False, ws="none")
    server = uvicorn.Server(config)
    socket = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        pages.close()
