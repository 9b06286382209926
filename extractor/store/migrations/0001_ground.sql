-- What came in ---------------------------------------------------------------------------------

CREATE TABLE sources (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  crawl INTEGER NOT NULL CHECK (crawl IN (0, 1)),
  requests_per_minute INTEGER NOT NULL,
  excerpt_chars INTEGER,
  redistribution TEXT NOT NULL,
  rests_on TEXT NOT NULL,
  reviewed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE captures (
  key INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  url TEXT NOT NULL,
  source TEXT,
  media_type TEXT,
  status INTEGER NOT NULL,
  retrieved_at TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  UNIQUE (sha256, url)
) STRICT;

-- One row for each version of an article; `digest` covers the whole of it.
CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  url TEXT,
  source TEXT,
  lang TEXT NOT NULL,
  title TEXT,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  published_at TEXT,
  published_how TEXT,
  modified_at TEXT,
  authors TEXT NOT NULL,
  dateline TEXT,
  credit TEXT,
  layout TEXT,
  marks TEXT NOT NULL,
  capture_key INTEGER REFERENCES captures,
  UNIQUE (id, digest)
) STRICT;
CREATE INDEX articles_by_capture ON articles (capture_key);

-- Which article a capture was read as, by which parser and with which hints: a page is parsed once.
CREATE TABLE parses (
  capture_key INTEGER NOT NULL REFERENCES captures,
  digest TEXT NOT NULL,
  article_key INTEGER REFERENCES articles,
  PRIMARY KEY (capture_key, digest)
) STRICT, WITHOUT ROWID;

-- What was read --------------------------------------------------------------------------------

-- Sentences that hold a figure.
CREATE TABLE sentences (
  key INTEGER PRIMARY KEY,
  article_key INTEGER NOT NULL REFERENCES articles,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (article_key, start, "end")
) STRICT;

-- Tokens come ready-made (domain/grams.py); the sentences themselves stand in their own table.
CREATE VIRTUAL TABLE sentences_fts USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE sentences_vocab USING fts5vocab(sentences_fts, 'row');

-- Append-only and content-addressed: a changed claim is a new row with the same `id`.
CREATE TABLE claims (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  article_key INTEGER NOT NULL REFERENCES articles,
  sentence_key INTEGER NOT NULL REFERENCES sentences,
  quote TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT,
  low TEXT,
  high TEXT,
  unit TEXT,
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  bound TEXT,
  indicator TEXT,
  flow TEXT,
  reporter TEXT,
  partner TEXT,
  commodity TEXT,
  entity TEXT,
  period TEXT,
  period_kind TEXT,
  change_basis TEXT NOT NULL,
  direction TEXT NOT NULL,
  balance_sign INTEGER CHECK (balance_sign IN (-1, 1)),
  attribution TEXT,
  status TEXT NOT NULL,
  compiler TEXT,
  valuation TEXT,
  partner_rule TEXT,
  concept TEXT,
  price_basis TEXT,
  adjustment TEXT,
  vintage TEXT,
  currency_method TEXT,
  how TEXT NOT NULL,
  rule TEXT NOT NULL,
  period_start TEXT GENERATED ALWAYS AS (substr(period, 1, 10)) VIRTUAL,
  period_end TEXT GENERATED ALWAYS AS (substr(period, 12, 10)) VIRTUAL,
  -- For ordering and ranges only; the number itself is the text in `value`.
  magnitude REAL GENERATED ALWAYS AS (CAST(value AS REAL)) VIRTUAL,
  UNIQUE (article_key, digest)
) STRICT;
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_sentence ON claims (sentence_key, start);
CREATE INDEX claims_by_subject ON claims (indicator, reporter, partner, flow);

CREATE TABLE claim_evidence (
  claim_key INTEGER NOT NULL REFERENCES claims,
  n INTEGER NOT NULL,
  slot TEXT NOT NULL,
  how TEXT NOT NULL,
  reason TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  PRIMARY KEY (claim_key, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_links (
  claim_key INTEGER NOT NULL REFERENCES claims,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  PRIMARY KEY (claim_key, n)
) STRICT, WITHOUT ROWID;

-- Runs -----------------------------------------------------------------------------------------

-- `active`: whether its claims count as current. A re-extraction becomes active when promoted.
CREATE TABLE runs (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ingest', 'run')),
  rules_digest TEXT NOT NULL,
  selection TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'interrupted', 'failed')),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- The ledger: what a run has done with an article, and whose claims it took (its own, or an
-- earlier run's for an article that neither the rules nor the page have changed).
CREATE TABLE run_articles (
  run_key INTEGER NOT NULL REFERENCES runs,
  article_key INTEGER NOT NULL REFERENCES articles,
  state TEXT NOT NULL CHECK (state IN ('done', 'taken_over', 'failed')),
  made_by INTEGER NOT NULL REFERENCES runs,
  claims INTEGER NOT NULL,
  PRIMARY KEY (run_key, article_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_articles_by_article ON run_articles (article_key, run_key);

CREATE TABLE run_claims (
  run_key INTEGER NOT NULL REFERENCES runs,
  article_key INTEGER NOT NULL REFERENCES articles,
  claim_key INTEGER NOT NULL REFERENCES claims,
  PRIMARY KEY (article_key, run_key, claim_key)
) STRICT, WITHOUT ROWID;

-- Last version of each article and the run whose claims are current: derived from the ledger,
-- rewritten in the transaction that changes it (store/ledger.py).
CREATE TABLE heads (
  article_key INTEGER PRIMARY KEY REFERENCES articles,
  article_id TEXT NOT NULL UNIQUE,
  made_by INTEGER NOT NULL REFERENCES runs
) STRICT;

CREATE TABLE issues (
  key INTEGER PRIMARY KEY,
  run_key INTEGER REFERENCES runs,
  stage TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  article_id TEXT,
  url TEXT,
  start INTEGER,
  "end" INTEGER
) STRICT;
CREATE INDEX issues_by_run ON issues (run_key);

-- What it adds up to ---------------------------------------------------------------------------

-- Which claims are reconciled together. A mirror of the heads: `grouped` says which of them it has,
-- `stale_groups` what is still to be reconciled, `rules` by which rules all of it was made.
CREATE TABLE groups (
  key INTEGER PRIMARY KEY, -- from the name's hash
  name TEXT NOT NULL
) STRICT;

CREATE TABLE claim_groups (
  group_key INTEGER NOT NULL REFERENCES groups,
  claim_key INTEGER NOT NULL REFERENCES claims,
  article_key INTEGER NOT NULL REFERENCES articles,
  PRIMARY KEY (group_key, claim_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_groups_by_article ON claim_groups (article_key);

CREATE TABLE grouped (
  article_key INTEGER PRIMARY KEY REFERENCES articles,
  made_by INTEGER NOT NULL REFERENCES runs
) STRICT;

CREATE TABLE stale_groups (
  group_key INTEGER PRIMARY KEY REFERENCES groups
) STRICT;

CREATE TABLE rules (
  stage TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is said about the current claims; whoever reconciles a group again replaces its rows.
CREATE TABLE facts (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  core_key TEXT NOT NULL,
  indicator TEXT,
  flow TEXT,
  exporter TEXT,
  importer TEXT,
  commodity TEXT,
  entity TEXT,
  period TEXT,
  measure TEXT NOT NULL,
  unit TEXT,
  value TEXT,
  low TEXT,
  high TEXT,
  verdict TEXT NOT NULL,
  explanation TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  "group" TEXT NOT NULL
) STRICT;
CREATE INDEX facts_by_id ON facts (id);
CREATE INDEX facts_by_group ON facts ("group");
CREATE INDEX facts_by_subject ON facts (indicator, exporter, importer, flow);

CREATE TABLE fact_claims (
  fact_key INTEGER NOT NULL REFERENCES facts ON DELETE CASCADE,
  n INTEGER NOT NULL,
  claim_key INTEGER NOT NULL REFERENCES claims,
  PRIMARY KEY (fact_key, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_claims_by_claim ON fact_claims (claim_key);

CREATE TABLE findings (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  verdict TEXT NOT NULL,
  "check" TEXT NOT NULL,
  passed INTEGER CHECK (passed IN (0, 1)),
  detail TEXT,
  explanation TEXT NOT NULL,
  arithmetic TEXT NOT NULL,
  basis TEXT NOT NULL,
  explained TEXT,
  residual TEXT,
  suggestion TEXT,
  "group" TEXT NOT NULL
) STRICT;
CREATE INDEX findings_by_id ON findings (id);
CREATE INDEX findings_by_group ON findings ("group");
CREATE INDEX findings_by_verdict ON findings (verdict);

CREATE TABLE finding_claims (
  finding_key INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
  n INTEGER NOT NULL,
  claim_key INTEGER NOT NULL REFERENCES claims,
  PRIMARY KEY (finding_key, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_claims_by_claim ON finding_claims (claim_key);

CREATE TABLE finding_facts (
  finding_key INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
  n INTEGER NOT NULL,
  fact_id TEXT NOT NULL,
  PRIMARY KEY (finding_key, n)
) STRICT, WITHOUT ROWID;

-- People's decisions: never changed, never deleted; an undo is another row.
CREATE TABLE judgements (
  id TEXT PRIMARY KEY,
  target TEXT NOT NULL,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('claim', 'fact')),
  verdict TEXT NOT NULL,
  why TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  undoes TEXT REFERENCES judgements,
  claim_digest TEXT
) STRICT;
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgements_remain BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;

-- Views ----------------------------------------------------------------------------------------

CREATE VIEW current_articles AS
SELECT a.*, h.made_by AS run_key FROM heads h JOIN articles a ON a.key = h.article_key;

-- The contract's fields by their own names (basis slots as columns), with the keys behind them.
CREATE VIEW current_claims AS
SELECT c.key, c.id, a.id AS article_id, a.url, a.source, a.lang, a.published_at,
  s.text AS sentence, s.start AS sentence_start, s."end" AS sentence_end,
  c.quote, c.start, c."end", c.kind, c.value, c.low, c.high, c.unit, c.approximate, c.bound,
  c.indicator, c.flow, c.reporter, c.partner, c.commodity, c.entity, c.period, c.period_kind,
  c.change_basis, c.direction, c.balance_sign, c.attribution, c.status,
  c.compiler, c.valuation, c.partner_rule, c.concept, c.price_basis, c.adjustment, c.vintage,
  c.currency_method, c.how, c.rule, CAST(h.made_by AS TEXT) AS run_id,
  c.digest, c.article_key, c.sentence_key, c.period_start, c.period_end, c.magnitude
FROM claims c
JOIN heads h ON h.article_key = c.article_key
JOIN run_claims r ON r.run_key = h.made_by AND r.article_key = h.article_key AND r.claim_key = c.key
JOIN articles a ON a.key = c.article_key
JOIN sentences s ON s.key = c.sentence_key;

-- The same columns for every claim that was ever stored; `run_id` is the first run that made it.
CREATE VIEW stored_claims AS
SELECT c.key, c.id, a.id AS article_id, a.url, a.source, a.lang, a.published_at,
  s.text AS sentence, s.start AS sentence_start, s."end" AS sentence_end,
  c.quote, c.start, c."end", c.kind, c.value, c.low, c.high, c.unit, c.approximate, c.bound,
  c.indicator, c.flow, c.reporter, c.partner, c.commodity, c.entity, c.period, c.period_kind,
  c.change_basis, c.direction, c.balance_sign, c.attribution, c.status,
  c.compiler, c.valuation, c.partner_rule, c.concept, c.price_basis, c.adjustment, c.vintage,
  c.currency_method, c.how, c.rule,
  (SELECT CAST(min(r.run_key) AS TEXT) FROM run_claims r
    WHERE r.article_key = c.article_key AND r.claim_key = c.key) AS run_id,
  c.digest, c.article_key, c.sentence_key, c.period_start, c.period_end, c.magnitude
FROM claims c
JOIN articles a ON a.key = c.article_key
JOIN sentences s ON s.key = c.sentence_key;

CREATE VIEW current_facts AS SELECT * FROM facts;

CREATE VIEW current_findings AS SELECT * FROM findings;

-- Judgements that nobody has undone. `stale`: what was judged is no longer what is current.
CREATE VIEW standing_judgements AS
SELECT j.*, CASE j.target_kind
    WHEN 'claim' THEN NOT EXISTS (
      SELECT 1 FROM current_claims c WHERE c.id = j.target AND c.digest IS j.claim_digest)
    ELSE NOT EXISTS (SELECT 1 FROM current_facts f WHERE f.id = j.target AND f.digest IS j.claim_digest)
  END AS stale
FROM judgements j
WHERE j.undoes IS NULL AND j.id NOT IN (SELECT undoes FROM judgements WHERE undoes IS NOT NULL);

CREATE VIEW run_summaries AS
SELECT r.*,
  (SELECT count(*) FROM run_articles x WHERE x.run_key = r.key AND x.state <> 'failed') AS articles,
  (SELECT count(*) FROM run_articles x WHERE x.run_key = r.key AND x.state = 'taken_over') AS taken_over,
  (SELECT count(*) FROM run_articles x WHERE x.run_key = r.key AND x.state = 'failed') AS failed,
  (SELECT coalesce(sum(claims), 0) FROM run_articles x WHERE x.run_key = r.key) AS claims,
  (SELECT count(*) FROM issues i WHERE i.run_key = r.key) AS issues
FROM runs r;
