-- The outlet that an issue is about, so that a change of a site's layout shows beside its name.
ALTER TABLE issues ADD COLUMN source TEXT;
CREATE INDEX issues_by_source ON issues (source, run_key);

-- How each crawl of a source ended; the issues of a crawl stand under its run.
CREATE TABLE crawls (
  key INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  run_key INTEGER NOT NULL REFERENCES runs,
  finished_at TEXT NOT NULL,
  fetched INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  refused_by_robots INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  "left" INTEGER NOT NULL,
  interrupted INTEGER NOT NULL CHECK (interrupted IN (0, 1))
) STRICT;
CREATE INDEX crawls_by_source ON crawls (source, key);

-- Near-duplicates among the current articles: `article_key` repeats `first_key`, which came first.
-- `share` is a Decimal as text: how much of the shorter text stands in both.
CREATE TABLE copies (
  article_key INTEGER PRIMARY KEY REFERENCES articles,
  first_key INTEGER NOT NULL REFERENCES articles,
  share TEXT NOT NULL
) STRICT;
CREATE INDEX copies_by_first ON copies (first_key);

-- Which current articles have been compared with the others.
CREATE TABLE sketched (
  article_key INTEGER PRIMARY KEY REFERENCES articles
) STRICT;

-- A few hashes of each article's text, by which its near-duplicates are found.
CREATE TABLE sketches (
  hash INTEGER NOT NULL,
  article_key INTEGER NOT NULL REFERENCES articles,
  PRIMARY KEY (hash, article_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketches_by_article ON sketches (article_key);
