"""The frontier's tables and the statements that carry its rules."""

VERSION = 1
SCHEMA = """
CREATE TABLE pages (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  key TEXT NOT NULL,               -- the canonical URL: one page, one row
  address TEXT NOT NULL,           -- the URL that is asked for
  host TEXT NOT NULL,
  state TEXT NOT NULL,             -- waiting, or what came of it: fetched unchanged refused failed gone
  round INTEGER NOT NULL,          -- the last round that found it
  published TEXT,
  modified TEXT,
  not_before TEXT,
  etag TEXT,
  last_modified TEXT,
  sha256 TEXT,
  capture_url TEXT,
  first_fetched_at TEXT,
  fetched_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  UNIQUE (site, key)
) STRICT;
CREATE INDEX pages_waiting ON pages (site, state, host, published DESC);
CREATE TABLE rounds (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;
CREATE TABLE documents (
  site TEXT NOT NULL,
  url TEXT NOT NULL,               -- a feed, sitemap or list
  round_named INTEGER NOT NULL,    -- the last round that learnt of it from a sitemap index; 0: never
  round_read INTEGER NOT NULL,     -- the last round that read it; 0: none yet
  read_at TEXT,
  etag TEXT,
  last_modified TEXT,
  PRIMARY KEY (site, url)
) STRICT, WITHOUT ROWID;
CREATE TABLE robots (
  origin TEXT PRIMARY KEY,
  fetched_at REAL NOT NULL,
  verdict TEXT NOT NULL,
  body BLOB NOT NULL,
  why TEXT NOT NULL
) STRICT
"""
FOUND = """
INSERT INTO pages (site, key, address, host, state, round, published, modified)
VALUES (:site, :key, :address, :host, 'waiting', :round, :published, :modified)
ON CONFLICT (site, key) DO UPDATE SET
  published = coalesce(pages.published, excluded.published),
  modified = coalesce(excluded.modified, pages.modified),
  round = excluded.round,
  state = CASE WHEN pages.round < excluded.round AND (
      (pages.state IN ('fetched', 'unchanged', 'gone') AND excluded.modified > pages.fetched_at)
      OR (pages.state IN ('fetched', 'unchanged') AND pages.fetched_at <= :revisit_before
          AND pages.first_fetched_at >= :young_after)
      OR (pages.state = 'failed' AND pages.failures < :max_failures)
      OR pages.state = 'refused'
    ) THEN 'waiting' ELSE pages.state END
"""
NAMED = """
INSERT INTO documents (site, url, round_named, round_read) VALUES (:site, :url, :round, 0)
ON CONFLICT (site, url) DO UPDATE SET round_named = excluded.round_named
"""
READ = """
INSERT INTO documents (site, url, round_named, round_read, read_at, etag, last_modified)
VALUES (:site, :url, 0, :round, :now, :etag, :last)
ON CONFLICT (site, url) DO UPDATE SET
  round_read = excluded.round_read, read_at = excluded.read_at,
  etag = excluded.etag, last_modified = excluded.last_modified
"""
WAITING = "site = :site AND state = 'waiting' AND (published IS NULL OR published >= :since)"
DUE = f"{WAITING} AND (not_before IS NULL OR not_before <= :now)"
SETTLE = """
UPDATE pages SET state = :state, reason = :reason, not_before = NULL,
  failures = CASE WHEN :got THEN 0 ELSE failures + (:state = 'failed') END,
  sha256 = coalesce(:sha256, sha256), capture_url = coalesce(:capture_url, capture_url),
  etag = coalesce(:etag, etag), last_modified = coalesce(:last_modified, last_modified),
  fetched_at = CASE WHEN :got OR :state = 'gone' THEN :now ELSE fetched_at END,
  first_fetched_at = CASE WHEN :got THEN coalesce(first_fetched_at, :now) ELSE first_fetched_at END
WHERE id = :id
"""
