"""The tables of labels: by what events are asked for, and how many there are of each; parts of ``_schema``."""

from __future__ import annotations

__all__ = ["BY_EVENT", "COUNTED", "IS_LONG", "LABELS", "LONG", "LONG_ONES", "SELECTIONS"]

LONG = 31
"""Days after which what may still go on is long: one in forty, told of by year or by season."""
IS_LONG = f"last_day > date(day, '+{LONG} days')"

LABELS = """
-- By what events are asked for: each event under the labels that a filter may give, in the order of a timeline, with
-- what else is filtered and counted, so that lists and counts read no event that they do not show.
ALTER TABLE events ADD COLUMN sources INTEGER NOT NULL DEFAULT 0;
UPDATE events SET sources = coalesce(json_extract(event, '$.independent_sources'), 0) WHERE json_valid(event);
CREATE INDEX events_glance ON events (id, start_earliest, status, last_day, sources, rejected);

CREATE TABLE labels (
    number INTEGER PRIMARY KEY,
    sort TEXT NOT NULL,
    value TEXT NOT NULL,
    rejected INTEGER NOT NULL,
    UNIQUE (sort, value, rejected)
) STRICT;
CREATE VIRTUAL TABLE labels_fts USING fts5 (
    value, content='labels', content_rowid='number', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER labels_added AFTER INSERT ON labels BEGIN
    INSERT INTO labels_fts (rowid, value) VALUES (new.number, new.value);
END;
CREATE TRIGGER labels_removed AFTER DELETE ON labels BEGIN
    INSERT INTO labels_fts (labels_fts, rowid, value) VALUES ('delete', old.number, old.value);
END;

-- ``day`` is the first on which it may have begun, empty where nothing is known of it.
CREATE TABLE labelled (
    label INTEGER NOT NULL,
    day TEXT NOT NULL,
    event TEXT NOT NULL,
    status TEXT NOT NULL,
    last_day TEXT,
    sources INTEGER NOT NULL,
    PRIMARY KEY (label, day DESC, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX labelled_by_event ON labelled (event);
CREATE TABLE label_months (
    label INTEGER NOT NULL,
    month TEXT NOT NULL,
    status TEXT NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (label, month, status)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER labelled_added AFTER INSERT ON labelled BEGIN
    INSERT INTO label_months VALUES (new.label, substr(new.day, 1, 7), new.status, 1)
    ON CONFLICT (label, month, status) DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER labelled_removed AFTER DELETE ON labelled BEGIN
    UPDATE label_months SET events = events - 1
    WHERE label = old.label AND month = substr(old.day, 1, 7) AND status = old.status;
END;

-- A kind is asked for by its own name or its family's; ``land`` is the country of the place.
CREATE VIEW event_labels (event, sort, value) AS
    SELECT id, 'any', '' FROM events
    UNION ALL SELECT id, 'kind', kind FROM events
    UNION ALL SELECT id, 'kind', family FROM events WHERE family <> kind
    UNION ALL SELECT id, 'type', type FROM events
    UNION ALL SELECT id, 'status', status FROM events
    UNION ALL SELECT id, 'place', place FROM events WHERE place IS NOT NULL
    UNION ALL SELECT id, 'land', country FROM events WHERE country IS NOT NULL
    UNION ALL SELECT id, 'country', country FROM events WHERE country IS NOT NULL
    UNION ALL SELECT event, 'country', country FROM event_actors WHERE country IS NOT NULL
    UNION ALL SELECT event, 'actor', actor FROM event_actors
    UNION ALL SELECT event, 'name', name FROM event_actors
    UNION ALL SELECT event, 'topic', topic FROM event_topics;
INSERT INTO labels (sort, value, rejected)
    SELECT DISTINCT sort, value, rejected FROM event_labels JOIN events ON id = event_labels.event;
INSERT INTO labelled SELECT DISTINCT labels.number, coalesce(start_earliest, ''), event_labels.event, status, last_day,
    sources FROM event_labels JOIN events ON id = event_labels.event JOIN labels USING (sort, value, rejected);
"""

_VIEW = """CREATE VIEW event_labels (event, sort, value) AS
    SELECT id, 'any', '' FROM events
    UNION ALL SELECT id, 'kind', kind FROM events
    UNION ALL SELECT id, 'kind', family FROM events WHERE family <> kind
    UNION ALL SELECT id, 'type', type FROM events
    UNION ALL SELECT id, 'status', status FROM events
    UNION ALL SELECT id, 'place', place FROM events WHERE place IS NOT NULL
    UNION ALL SELECT id, 'land', country FROM events WHERE country IS NOT NULL
    UNION ALL SELECT id, 'country', country FROM events WHERE country IS NOT NULL
    UNION ALL SELECT event, 'country', country FROM event_actors WHERE country IS NOT NULL
    UNION ALL SELECT one.event, 'pair', one.country || ' ' || other.country
        FROM event_actors AS one CROSS JOIN event_actors AS other
        WHERE other.event = one.event AND one.country < other.country
    UNION ALL SELECT id, 'pair', min(here.country, own.country) || ' ' || max(here.country, own.country)
        FROM events AS here CROSS JOIN event_actors AS own WHERE own.event = here.id AND here.country <> own.country
    UNION ALL SELECT id, 'sources', '2' FROM events WHERE sources >= 2
    UNION ALL SELECT id, 'sources', '3' FROM events WHERE sources >= 3
    UNION ALL SELECT id, 'sources', '5' FROM events WHERE sources >= 5
    UNION ALL SELECT id, 'sources', '10' FROM events WHERE sources >= 10
    UNION ALL SELECT event, 'actor', actor FROM event_actors
    UNION ALL SELECT event, 'name', name FROM event_actors
    UNION ALL SELECT event, 'topic', topic FROM event_topics;"""

SELECTIONS = f"""
-- What is asked for most is a label of its own: two countries that take part, and the least number of sources.
DROP VIEW event_labels;
{_VIEW}
-- ``reach`` is the last day of what began in the month, or a later one where that is gone.
DROP TRIGGER labelled_added;
DROP TABLE label_months;
CREATE TABLE label_months (
    label INTEGER NOT NULL,
    month TEXT NOT NULL,
    status TEXT NOT NULL,
    events INTEGER NOT NULL,
    reach TEXT NOT NULL,
    PRIMARY KEY (label, month, status)
) STRICT, WITHOUT ROWID;
INSERT INTO labels (sort, value, rejected)
    SELECT DISTINCT sort, value, rejected FROM event_labels JOIN events ON id = event_labels.event
    WHERE sort IN ('pair', 'sources');
INSERT INTO labelled SELECT DISTINCT labels.number, coalesce(start_earliest, ''), event_labels.event, status, last_day,
    sources FROM event_labels JOIN events ON id = event_labels.event JOIN labels USING (sort, value, rejected)
    WHERE sort IN ('pair', 'sources');
INSERT INTO label_months SELECT label, substr(day, 1, 7), status, count(*), max(coalesce(last_day, day))
    FROM labelled GROUP BY label, substr(day, 1, 7), status;
CREATE TRIGGER labelled_added AFTER INSERT ON labelled BEGIN
    INSERT INTO label_months
    VALUES (new.label, substr(new.day, 1, 7), new.status, 1, coalesce(new.last_day, new.day))
    ON CONFLICT (label, month, status) DO UPDATE SET events = events + 1, reach = max(reach, excluded.reach);
END;
"""

BY_EVENT = f"""
-- A view that finds the labels of one event without reading others.
DROP VIEW event_labels;
DROP VIEW IF EXISTS event_countries;
{_VIEW}
"""

LONG_ONES = f"""
-- What may go on for long, by its end: of a period all else that meets it begins in it, or shortly before.
CREATE INDEX labelled_long ON labelled (label, last_day, day, status) WHERE {IS_LONG};
"""

COUNTED = """
-- What is put under labels is counted by who puts it there, many rows at once (``Labeller``): a trigger for each row
-- took longer than the row.
DROP TRIGGER IF EXISTS labelled_added;
"""
