"""The application: Datasette over one home's facts.db, opened read-only, with our pages in front."""

from __future__ import annotations

import hashlib
import secrets
from functools import cached_property
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.plugins import pm

from extractor.store import open_database
from extractor.web import plugin

HERE = Path(__file__).parent
DATABASE = "facts"
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
SETTINGS = {
    "default_allow_sql": False,
    "suggest_facets": False,
    "allow_download": False,
    "allow_csv_stream": False,
    "default_cache_ttl": 0,
    "sql_time_limit_ms": 2000,
}
TEXTS = (
    "articles", "sentences", "current_articles", "current_claims", "stored_claims", "standing_judgements",
    "sentences_fts", "sentences_fts_config", "sentences_fts_data", "sentences_fts_docsize", "sentences_fts_idx",
    "words",
)  # fmt: skip
"""Tables that hold whole pages: their text is shown by our pages only, as long as the source's policy says."""
METADATA: dict[str, Any] = {
    "title": "extractor",
    "databases": {
        DATABASE: {
            "tables": {
                # The sentences' index, searched from the table of claims.
                "claims": {"fts_table": "sentences_fts", "fts_pk": "sentence_key", "size": 50},
                **{name: {"allow": False} for name in TEXTS},
            }
        }
    },
}


class Pages(Datasette):  # type: ignore[misc] # Datasette is untyped
    """Datasette with a home and the token that judging needs."""

    def __init__(self, home: Path, token: str | None = None, hosts: frozenset[str] | None = LOOPBACK) -> None:
        """Open `home/facts.db` for reading; answer to `hosts` only (None: to any name).

        Raises:
            UnreadableInput: there is no database in this home.
            StoreError: it cannot be opened.
        """
        open_database(home, read_only=True).close()
        if not pm.is_registered(plugin):
            pm.register(plugin)
        self.home, self.hosts = home, hosts
        self.token = token or secrets.token_urlsafe(18)
        super().__init__(
            files=[str(home / f"{DATABASE}.db")],
            settings=SETTINGS,
            metadata=METADATA,
            template_dir=str(HERE / "templates"),
            static_mounts=[("static", str(HERE / "static"))],
        )

    @cached_property
    def style(self) -> str:
        """The address of the style sheet; another one when it changes."""
        digest = hashlib.sha256((HERE / "static" / "style.css").read_bytes()).hexdigest()
        return f"/static/style.css?{digest[:8]}"

    async def expand_foreign_keys(self, *which: Any) -> dict[Any, Any]:
        """No labels beside keys: Datasette takes them from texts, and cannot read a key that names no column."""
        return {}

    def close(self) -> None:
        """Close the connections and end the threads."""
        if self.executor is not None:
            self.executor.shutdown()
        for database in self.databases.values():
            database.close()
