"""One request at a time to a host, and a pause between two."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass
class _Host:
    free_at: float = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Pace:
    """When each host may be asked next. Times are the event loop's, in seconds."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}

    async def turn(self, host: str, interval: float) -> float:
        """Wait until the host may be asked, and book the next turn `interval` later; how long it took."""
        loop = asyncio.get_running_loop()
        slot = self._hosts.setdefault(host, _Host())
        began = loop.time()
        async with slot.lock:
            await asyncio.sleep(max(0.0, slot.free_at - loop.time()))
            slot.free_at = loop.time() + interval
        return loop.time() - began
