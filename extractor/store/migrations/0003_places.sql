-- A page that has changed is another version of the article at its address, whatever it is called:
-- only the last one counts as current. Texts and records are told apart by their ids alone.
CREATE INDEX captures_by_url ON captures (url);

CREATE VIEW article_places AS
SELECT a.key AS article_key, a.id AS article_id,
  CASE WHEN c.url LIKE 'http%' AND (a.layout = 'generic' OR a.layout LIKE '%/%') THEN c.url ELSE a.id END AS place
FROM articles a LEFT JOIN captures c ON c.key = a.capture_key;
