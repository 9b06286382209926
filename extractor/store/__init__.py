"""facts.db: numbered migrations, the writing side, the ledger of runs, and the reading side."""

from extractor.store.database import open_database, transaction, writer_lock

__all__ = ["open_database", "transaction", "writer_lock"]
