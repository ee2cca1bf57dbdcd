"""The tables of a record, as migrations that are applied in order."""

from __future__ import annotations

from communique.record._label_tables import BY_EVENT, COUNTED, LABELS, LONG_ONES, SELECTIONS
from communique.record._outlines import OUTLINES
from communique.record._sides import SIDES
from communique.record._told_tables import TOLD

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

_JUDGEMENTS = """
-- What persons decided. A row holds all of it, the claims that it was made on included; the tables below are
-- derived from it.
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    verdict TEXT NOT NULL,
    events TEXT NOT NULL,
    claims TEXT NOT NULL,
    field TEXT,
    value TEXT,
    revokes INTEGER REFERENCES judgements (number),
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT
) STRICT;
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN
    SELECT RAISE(ABORT, 'judgements are append-only');
END;
CREATE TRIGGER judgements_last BEFORE DELETE ON judgements BEGIN
    SELECT RAISE(ABORT, 'judgements are append-only');
END;

-- Those that no other one in force revokes.
CREATE TABLE in_force (judgement INTEGER PRIMARY KEY) STRICT;
CREATE TABLE anchors (number INTEGER PRIMARY KEY, document TEXT NOT NULL, anchor TEXT NOT NULL UNIQUE) STRICT;
CREATE INDEX anchors_by_document ON anchors (document);
CREATE TABLE judgement_anchors (
    judgement INTEGER NOT NULL,
    side INTEGER NOT NULL,
    anchor INTEGER NOT NULL,
    PRIMARY KEY (judgement, anchor)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_anchors_by_anchor ON judgement_anchors (anchor);
-- The claim that an anchor is now; an anchor without one waits.
CREATE TABLE anchor_claims (
    anchor INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE
) STRICT;
CREATE INDEX anchor_claims_by_claim ON anchor_claims (claim);
CREATE VIEW judged_claims AS
    SELECT judgement, side, claim FROM judgement_anchors JOIN anchor_claims USING (anchor);
-- Documents that wait to be coded anew, with the model that does it, null for ours.
CREATE TABLE recoding (document TEXT PRIMARY KEY, model TEXT) STRICT, WITHOUT ROWID;

-- The event that the program has a claim in, where a judgement holds it in another.
ALTER TABLE event_claims ADD COLUMN home TEXT;
CREATE INDEX event_claims_by_home ON event_claims (home) WHERE home IS NOT NULL;

ALTER TABLE events ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
"""

_LINKS = """
-- Why a claim is in its event: how it compares to the event's most telling claim, whose id is beside; that claim
-- itself has nulls.
CREATE TABLE joins (
    claim INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE,
    beside TEXT,
    score REAL,
    reasons TEXT
) STRICT;
CREATE INDEX joins_by_score ON joins (score) WHERE score IS NOT NULL;
CREATE INDEX prospects_torn ON prospects (claim) WHERE other IS NOT NULL;

-- What happened within what, and under which keys events find each other for it: see communique.resolving.links.
CREATE TABLE links (part TEXT NOT NULL, whole TEXT NOT NULL, PRIMARY KEY (part, whole)) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_whole ON links (whole);
CREATE TABLE occasions (key INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (key, event)) STRICT, WITHOUT ROWID;
CREATE TABLE series (key INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (key, event)) STRICT, WITHOUT ROWID;

DELETE FROM prospects;
INSERT OR IGNORE INTO pending_claims SELECT number FROM claims;
"""

_VERSIONS = """
-- Documents as they were before another text came: ``document`` is the id of the present one, ``id`` the one it had.
CREATE TABLE versions (
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    coding TEXT NOT NULL,
    added_at TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    PRIMARY KEY (document, version)
) STRICT;
CREATE INDEX versions_by_id ON versions (id);
CREATE INDEX documents_by_url ON documents (url) WHERE url IS NOT NULL;
"""

_WATCHING = """
-- Feeds and other lists that are read again and again (communique.record.watchlist). Moments are UTC in ISO 8601.
CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    parent TEXT,
    moved TEXT,
    etag TEXT,
    last_modified TEXT,
    due_at TEXT NOT NULL,
    read_at TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    gone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX feeds_by_parent ON feeds (parent);

-- The articles that they told of. One that waits is kept with what the feed said of it, so that it is read whatever
-- happens meanwhile; one that is settled only so that it is not read again.
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    feed TEXT NOT NULL,
    stamp TEXT,
    item BLOB,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'failed')),
    due_at TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX articles_waiting ON articles (due_at) WHERE state = 'waiting';
CREATE INDEX articles_by_state ON articles (state);

-- Up to which change of the log each of those who want to know has been told.
CREATE TABLE told (channel TEXT PRIMARY KEY, change INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE INDEX documents_by_fingerprint ON documents (fingerprint);
"""

_JUDGED_ANCHORS = """
-- Key columns first: SQLite's integrity check takes those of a table without row ids by their place in the key.
CREATE TABLE judged_anchors (
    judgement INTEGER NOT NULL,
    anchor INTEGER NOT NULL,
    side INTEGER NOT NULL,
    PRIMARY KEY (judgement, anchor)
) STRICT, WITHOUT ROWID;
INSERT INTO judged_anchors SELECT judgement, anchor, side FROM judgement_anchors;
DROP VIEW judged_claims;
DROP TABLE judgement_anchors;
CREATE INDEX judged_anchors_by_anchor ON judged_anchors (anchor);
CREATE VIEW judged_claims AS SELECT judgement, side, claim FROM judged_anchors JOIN anchor_claims USING (anchor);
"""

_OFFICES = """
-- Which office which document gives an actor; ``first`` and ``last`` bound the day of its publication.
CREATE TABLE offices (
    actor TEXT NOT NULL,
    office TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    first TEXT,
    last TEXT,
    PRIMARY KEY (actor, office, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX offices_by_document ON offices (document);
INSERT INTO offices
    SELECT DISTINCT side.value ->> '$.actor.id', side.value ->> '$.actor.office', number, published_earliest,
        published_latest
    FROM documents, json_each(coding, '$.events') AS claim, json_each(claim.value, '$.participants') AS side
    WHERE side.value ->> '$.actor.office' IS NOT NULL AND json_valid(coding);
"""

_DATABLE = """
-- Events that came or changed and have reports without a day, which their sisters may tell: looked at, they go.
CREATE TABLE datable (event TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"""

_DOUBTS = """
-- What is doubtful of events (communique.record._doubts): two that may be one, or one on weak claims (``other`` empty).
CREATE TABLE doubtful (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    doubt REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX doubtful_by_other ON doubtful (other);
CREATE INDEX doubtful_by_doubt ON doubtful (doubt DESC, one, other);
-- Events that came or changed and were not looked at since.
CREATE TABLE unasked (number INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO unasked (event) SELECT id FROM events ORDER BY number;
"""

MIGRATIONS: tuple[str, ...] = (
    _FIRST,
    _COPIES,
    _MATCHING,
    _JUDGEMENTS,
    _LINKS,
    _VERSIONS,
    _WATCHING,
    _JUDGED_ANCHORS,
    LABELS,
    _OFFICES,
    _DATABLE,
    SELECTIONS,
    TOLD,
    SIDES,
    BY_EVENT,
    _DOUBTS,
    LONG_ONES,
    OUTLINES,
    COUNTED,
)
"""Migration ``n`` (from 0) leads from schema version ``n`` to ``n + 1``."""
SCHEMA_VERSION = len(MIGRATIONS)
