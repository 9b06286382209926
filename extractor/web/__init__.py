"""The pages that people look at: Datasette over facts.db, read-only, with a plugin of ours. One file per page."""
