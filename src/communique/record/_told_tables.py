"""The tables by which statements and figures are found, and their migration."""

from __future__ import annotations

__all__ = ["TOLD"]

TOLD = """
-- By what statements and figures are asked for; all else of them is in the ``coding`` of their document, at
-- ``position``. Names and words are as ``plain`` has them (communique.resolving), the days those of
-- the publication and the period.
CREATE TABLE statements (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    speaker TEXT,
    country TEXT,
    kind TEXT NOT NULL,
    first TEXT,
    last TEXT,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (document, position)
) STRICT;
CREATE INDEX statements_by_speaker ON statements (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX statements_by_country ON statements (country) WHERE country IS NOT NULL;
CREATE INDEX statements_by_day ON statements (first, last);
CREATE TABLE figures (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    unit TEXT,
    first TEXT,
    last TEXT,
    words TEXT NOT NULL,
    UNIQUE (document, position)
) STRICT;
CREATE INDEX figures_by_unit ON figures (unit) WHERE unit IS NOT NULL;
CREATE INDEX figures_by_day ON figures (first, last);

CREATE VIRTUAL TABLE statements_fts USING fts5 (name, words, content='statements', content_rowid='number');
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statements_fts (rowid, name, words) VALUES (new.number, new.name, new.words);
END;
CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, name, words)
    VALUES ('delete', old.number, old.name, old.words);
END;
CREATE VIRTUAL TABLE figures_fts USING fts5 (words, content='figures', content_rowid='number');
CREATE TRIGGER figures_added AFTER INSERT ON figures BEGIN
    INSERT INTO figures_fts (rowid, words) VALUES (new.number, new.words);
END;
CREATE TRIGGER figures_removed AFTER DELETE ON figures BEGIN
    INSERT INTO figures_fts (figures_fts, rowid, words) VALUES ('delete', old.number, old.words);
END;
INSERT INTO statements (document, position, speaker, country, kind, first, last, name, words)
    SELECT documents.number, said.key, said.value ->> '$.speaker.id', said.value ->> '$.speaker.country',
        said.value ->> '$.kind', published_earliest, published_latest,
        plain(coalesce(said.value ->> '$.speaker.name', '')), plain(said.value ->> '$.text')
    FROM documents, json_each(coding, '$.statements') AS said WHERE json_valid(coding) ORDER BY 1, 2;
INSERT INTO figures (document, position, unit, first, last, words)
    SELECT documents.number, told.key, lower(told.value ->> '$.unit'), told.value ->> '$.period.earliest',
        told.value ->> '$.period.latest', plain(coalesce(told.value ->> '$.of', ''))
    FROM documents, json_each(coding, '$.figures') AS told WHERE json_valid(coding) ORDER BY 1, 2;
"""
