/** `PRAGMA application_id`: the file is a graph of Mailuo ("Mluo"). */
export const APPLICATION_ID = 0x4d6c756f;
/** `PRAGMA user_version`. Versions 1 and 2 were JSON lines; 3 had no `articles`, 4 no `arcs.degree`. */
export const SCHEMA_VERSION = 5;
/** From this version on, `documents` and `annotations` are as they are now. */
export const OLDEST_ANNOTATIONS = 3;

/** The quote of evidence `e` in document `d`, or NULL where SQLite would count it out wrongly. */
export const QUOTE =
  'CASE WHEN d.wide THEN NULL ELSE substr(d.text, e.start + 1, e.end - e.start) END';

/** The tables; README.md beside this file says what they mean. */
export const TABLES = `
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  source TEXT,
  authors TEXT,
  photographers TEXT,
  segmenter TEXT NOT NULL,
  annotator TEXT,
  wide INTEGER NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE annotations (
  document INTEGER PRIMARY KEY REFERENCES documents (id),
  sentences TEXT NOT NULL,
  mentions TEXT NOT NULL,
  relations TEXT NOT NULL
);

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  form TEXT NOT NULL,
  category TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  degree INTEGER NOT NULL,
  pagerank REAL NOT NULL,
  betweenness REAL NOT NULL,
  community INTEGER NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  size REAL NOT NULL,
  color TEXT NOT NULL
);

CREATE TABLE aliases (
  entity INTEGER NOT NULL REFERENCES entities (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (entity, position)
) WITHOUT ROWID;

CREATE TABLE mentions (
  document INTEGER NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities (id),
  rule TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (document, start)
) WITHOUT ROWID;

CREATE TABLE relations (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES entities (id),
  target INTEGER NOT NULL REFERENCES entities (id),
  relation TEXT NOT NULL,
  label TEXT NOT NULL,
  status TEXT NOT NULL,
  weight INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  backbone INTEGER NOT NULL,
  npmi REAL,
  g2 REAL,
  q REAL
);

CREATE TABLE evidence (
  relation INTEGER NOT NULL REFERENCES relations (id),
  position INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  source TEXT,
  time TEXT,
  quantity TEXT,
  PRIMARY KEY (relation, position)
) WITHOUT ROWID;

CREATE TABLE arcs (
  entity INTEGER NOT NULL REFERENCES entities (id),
  statement INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  relation INTEGER NOT NULL REFERENCES relations (id),
  other INTEGER NOT NULL REFERENCES entities (id),
  degree INTEGER NOT NULL,
  PRIMARY KEY (entity, statement DESC, weight DESC, relation)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE names USING fts5(characters, content = '', columnsize = 0, tokenize = 'ascii');

CREATE VIRTUAL TABLE spellings USING fts5(pinyin, columnsize = 0, tokenize = 'trigram');

CREATE VIEW quotes AS
SELECT
  s.key AS source, r.relation, r.label, r.status, t.key AS target,
  d.name AS document, e.start, e.end, e.rule,
  ${QUOTE} AS quote
FROM evidence AS e
JOIN relations AS r ON r.id = e.relation
JOIN entities AS s ON s.id = r.source
JOIN entities AS t ON t.id = r.target
JOIN documents AS d ON d.id = e.document;
`;

/** Made when the tables are full, which is faster than keeping them up row by row. */
export const INDEXES = `
INSERT INTO arcs
SELECT entity, statement, weight, relation, other, degree
FROM (
  SELECT source AS entity, relation <> 'cooccurrence' AS statement, weight, id AS relation, target AS other
  FROM relations
  UNION ALL
  SELECT target, relation <> 'cooccurrence', weight, id, source FROM relations WHERE source <> target
) CROSS JOIN entities ON entities.id = other
ORDER BY 1, 2 DESC, 3 DESC, 4;

CREATE UNIQUE INDEX documents_by_name ON documents (name);
CREATE UNIQUE INDEX entities_by_key ON entities (key);
CREATE INDEX entities_by_form ON entities (form);
CREATE INDEX aliases_by_form ON aliases (form);
CREATE INDEX mentions_by_entity ON mentions (entity);
CREATE INDEX relations_by_pair ON relations (source, target);
`;
