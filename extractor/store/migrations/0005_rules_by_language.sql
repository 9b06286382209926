-- When only one language's rules change, articles that were read without them are taken over.

-- The rules that a run reads a language by.
CREATE TABLE run_rules (
  run_key INTEGER NOT NULL REFERENCES runs,
  lang TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (run_key, lang)
) STRICT, WITHOUT ROWID;

-- The languages beside its own that an article was ever read in: those of its quotations and headlines.
CREATE TABLE article_langs (
  article_key INTEGER NOT NULL REFERENCES articles,
  lang TEXT NOT NULL,
  PRIMARY KEY (article_key, lang)
) STRICT, WITHOUT ROWID;
