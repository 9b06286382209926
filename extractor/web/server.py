"""Runs the application until it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from extractor.domain.errors import InputError
from extractor.web.app import LOOPBACK, Pages


def serve(home: Path, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve a home's pages. `tell` gets what a person must know: the address, and the token for judging.

    Raises:
        UnreadableInput: there is no database in this home.
        InputError: the port is taken, or cannot be listened on.
    """
    pages = Pages(home, hosts=LOOPBACK if host in LOOPBACK else None)
    config = uvicorn.Config(pages.app(), host=host, port=port, log_level="warning", access_log=False, lifespan="on")
    try:
        socket = config.bind_socket()
    except SystemExit as error:
        raise InputError(f"cannot listen on {host} port {port}", "Choose another --port") from error
    address = f"http://{f'[{host}]' if ':' in host else host}:{socket.getsockname()[1]}"
    tell(f"Pages:   {address}/")
    tell(f"Judging: {address}/judge?token={pages.token}")
    if host not in LOOPBACK:
        tell("Whoever reaches this address can read everything here; judging needs the token.")
    tell("Stop with Ctrl-C.")
    try:
        with suppress(KeyboardInterrupt):  # the way to stop it
            uvicorn.Server(config).run(sockets=[socket])
    finally:
        pages.close()
