-- The index's words of Latin letters, for finding a word by a part of it: FTS5's own vocabulary counts
-- every hit of every word before it names one.
CREATE TABLE words (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO words SELECT term FROM sentences_vocab WHERE term >= 'a' AND term < '{';

DROP TABLE sentences_vocab;
DROP TABLE sentences_fts;

-- Tokens come ready-made (domain/grams.py); the sentences themselves stand in their own table. With its prefixes
-- a single character is found as quickly as a pair.
CREATE VIRTUAL TABLE sentences_fts USING fts5(
  grams, content='', detail=none, columnsize=0, prefix='1', tokenize='ascii'
);
-- `grams` is lent to this script by store/database.py.
INSERT INTO sentences_fts (rowid, grams) SELECT key, grams(text) FROM sentences ORDER BY key;
