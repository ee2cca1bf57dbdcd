"""The tables of a record, as migrations that are applied in order."""

from __future__ import annotations

__all__ = ["APPLICATION_ID", "MIGRATIONS", "SCHEMA_VERSION"]

APPLICATION_ID = 0x436D_6E71
"""``Cmnq``: tells a record from the SQLite files of other programs (https://sqlite.org/fileformat2.html)."""

_FIRST = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    url TEXT,
    title TEXT,
    text TEXT NOT NULL,
    language TEXT,
    publisher TEXT,
    agency TEXT,
    published TEXT,
    published_earliest TEXT,
    published_latest TEXT,
    fingerprint TEXT NOT NULL,
    coding TEXT NOT NULL,
    codebook TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    start TEXT,
    firm INTEGER NOT NULL,
    report TEXT NOT NULL,
    UNIQUE (document, position)
) STRICT;

-- Under which keys claims meet: see communique.resolving.keys. Keys are 64-bit hashes; two that fall
-- together only cost a comparison.
CREATE TABLE bonds (key INTEGER NOT NULL, claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;
CREATE TABLE offers (key INTEGER NOT NULL, claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;
CREATE TABLE seeks (key INTEGER NOT NULL, claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;
CREATE TABLE mates (key INTEGER NOT NULL, claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;
CREATE INDEX bonds_by_claim ON bonds (claim);
CREATE INDEX offers_by_claim ON offers (claim);
CREATE INDEX seeks_by_claim ON seeks (claim);
CREATE INDEX mates_by_claim ON mates (claim);

-- What resolving has still to look at: claims that came, and keys and events that claims were taken from.
CREATE TABLE pending_claims (claim INTEGER PRIMARY KEY) STRICT;
CREATE TABLE pending_keys (
    sort TEXT NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (sort, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE pending_events (event TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    family TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    start TEXT,
    start_earliest TEXT,
    start_latest TEXT,
    last_day TEXT,
    place TEXT,
    country TEXT,
    people TEXT NOT NULL,
    topics TEXT NOT NULL,
    event TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_start ON events (start_earliest);

CREATE TABLE event_claims (
    claim INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE,
    event TEXT NOT NULL
) STRICT;
CREATE INDEX event_claims_by_event ON event_claims (event);

CREATE TABLE event_actors (
    event TEXT NOT NULL,
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    PRIMARY KEY (event, actor)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_topics (
    event TEXT NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (event, topic)
) STRICT, WITHOUT ROWID;
CREATE TABLE redirects (old TEXT PRIMARY KEY, new TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    change TEXT NOT NULL,
    event TEXT,
    document TEXT,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX changes_by_event ON changes (event);
CREATE TRIGGER changes_stay BEFORE UPDATE ON changes BEGIN
    SELECT RAISE(ABORT, 'the change log is append-only');
END;
CREATE TRIGGER changes_last BEFORE DELETE ON changes BEGIN
    SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE VIRTUAL TABLE documents_fts USING fts5 (
    title, text, content='documents', content_rowid='number', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
    INSERT INTO documents_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;

CREATE VIRTUAL TABLE events_fts USING fts5 (
    title, people, place, topics, content='events', content_rowid='number',
    tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER events_added AFTER INSERT ON events BEGIN
    INSERT INTO events_fts (rowid, title, people, place, topics)
    VALUES (new.number, new.title, new.people, new.place, new.topics);
END;
CREATE TRIGGER events_removed AFTER DELETE ON events BEGIN
    INSERT INTO events_fts (events_fts, rowid, title, people, place, topics)
    VALUES ('delete', old.number, old.title, old.people, old.place, old.topics);
END;
"""

_COPIES = """
-- Texts as they are compared: see communique.resolving.wording. Blobs are arrays of integers, little-endian.
CREATE TABLE wordings (
    document INTEGER PRIMARY KEY,
    exact INTEGER NOT NULL,
    credit INTEGER NOT NULL,
    sentences BLOB NOT NULL,
    bands BLOB NOT NULL,
    shingles BLOB NOT NULL,
    frames BLOB NOT NULL
) STRICT;
CREATE INDEX wordings_by_exact ON wordings (exact, credit);
CREATE TABLE wording_version (version TEXT NOT NULL) STRICT;

-- Under which keys texts meet, and the sentences of each site. Of texts of the same words the first is there only.
CREATE TABLE bands (key INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, document)) STRICT, WITHOUT ROWID;
CREATE TABLE site_sentences (
    key INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;

-- Each document that has copies → the first document of its group.
CREATE TABLE copies (document INTEGER PRIMARY KEY, head INTEGER NOT NULL) STRICT;
CREATE INDEX copies_by_head ON copies (head);
CREATE TABLE pending_documents (document INTEGER PRIMARY KEY) STRICT;
INSERT INTO pending_documents SELECT number FROM documents;
"""

_MATCHING = """
-- What of a claim is compared (communique.resolving.Traits, MessagePack): made anew where it is null.
ALTER TABLE claims ADD COLUMN traits BLOB;

-- A claim's keys are made of its traits, so that no table leads from claim to keys.
DROP TABLE bonds;
DROP TABLE offers;
DROP TABLE seeks;
DROP TABLE mates;
CREATE TABLE bonds (key INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;
CREATE TABLE offers (key INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;
CREATE TABLE seeks (key INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;
CREATE TABLE mates (key INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;

-- The events of firm claims that fit a loose one. Two are enough to know that it joins neither: while both stand as
-- they are, nothing that comes changes it.
CREATE TABLE prospects (
    claim INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE,
    one TEXT,
    other TEXT
) STRICT;

DELETE FROM pending_keys;
INSERT OR IGNORE INTO pending_claims SELECT number FROM claims;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _COPIES, _MATCHING)
"""Migration ``n`` (from 0) leads from schema version ``n`` to ``n + 1``."""
SCHEMA_VERSION = len(MIGRATIONS)
