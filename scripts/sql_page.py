"""Writes docs/sql.md: `make sql`. The tables are what the program says today; the examples are run by a test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from communique.record.tables import TABLES, Column, Table

__all__ = ["PAGE", "examples", "page"]

PAGE = Path(__file__).parents[1] / "docs" / "sql.md"

_HEAD = """# SQL

`communique sql "…"` answers a question in [DuckDB's SQL](https://duckdb.org/docs/stable/sql/introduction) over the
tables below. `--format csv`, `jsonl` or `parquet` and `-o FILE` give the answer to other programs; without a query the
tables are listed. A query can read these tables and nothing else: files, the network, extensions and settings are
closed to it.

`communique snapshot FOLDER` writes the same tables as Parquet files, one a table, for DuckDB, polars, pandas, R or
Spark; `--no-texts` leaves the documents' texts out. `communique sql --snapshot FOLDER "…"` asks such a folder. Without
a snapshot each question first writes the tables that it names to a temporary one, which costs seconds on a small record
and minutes on one of millions of claims.

In Python `record.events().to_arrow()` has the columns of `events`; so it is with claims, statements, figures and
actors.

## Examples
"""
_EXAMPLES = (
    (
        "Who visits whom, and how often",
        """
SELECT guest.country AS visitor, host.country AS host, count(DISTINCT e.id) AS visits
FROM events e
JOIN participants guest ON guest.event = e.id AND guest.role = 'visitor'
JOIN participants host ON host.event = e.id AND host.role = 'host'
WHERE e.kind = 'visit' AND e.status = 'happened' AND guest.country <> host.country
GROUP BY ALL ORDER BY visits DESC, visitor, host
""",
    ),
    (
        "What one person did, by month",
        """
SELECT strftime(e.start_earliest, '%Y-%m') AS month, count(*) AS events, list(e.title ORDER BY e.start_earliest) AS what
FROM events e
WHERE list_contains(e.actors, (SELECT id FROM actors WHERE name = 'Sergey Lavrov'))
  AND e.start_earliest IS NOT NULL
GROUP BY month ORDER BY month
""",
    ),
    (
        "Plans that came to nothing: what one report announced and another calls off",
        """
SELECT e.title, e.start_edtf, e.status, list(DISTINCT c.document) AS called_off_by
FROM events e JOIN claims c ON c.event = e.id
WHERE c.status IN ('cancelled', 'postponed')
GROUP BY ALL ORDER BY e.start_edtf
""",
    ),
    (
        "Where reports contradict each other, with the words of each",
        """
SELECT e.title, unnest(e.disagreements) AS field, c.document, c.start_edtf, c.end_edtf, c.place, c.evidence
FROM events e JOIN claims c ON c.event = e.id
WHERE len(e.disagreements) > 0
ORDER BY e.title, field, c.document
""",
    ),
    (
        "Whose words are reported, and how often as a quotation",
        """
SELECT speaker, any_value(office) AS office, country, count(*) AS statements,
       count(*) FILTER (kind <> 'indirect') AS with_quotation
FROM statements WHERE speaker IS NOT NULL
GROUP BY speaker, country ORDER BY statements DESC, speaker LIMIT 10
""",
    ),
    (
        "How long before the day events are announced",
        """
SELECT e.kind, count(*) AS announcements, median(e.start_earliest - c.published_earliest) AS days_ahead
FROM claims c JOIN events e ON e.id = c.event
WHERE c.status = 'planned' AND c.salience = 'main'
  AND e.start_earliest = e.start_latest AND c.published_earliest = c.published_latest
GROUP BY e.kind ORDER BY announcements DESC, e.kind
""",
    ),
)
_TYPES = {
    "string": "`VARCHAR`",
    "integer": "`BIGINT`",
    "number": "`DOUBLE`",
    "date": "`DATE`",
    "time": "`TIMESTAMPTZ`",
    "strings": "`VARCHAR[]`",
    "participants": "`STRUCT[]`",
}


def page() -> str:
    """The whole page."""
    return "\n".join((_HEAD, *map("\n".join, _examples()), "## Tables", *map(_table, TABLES))) + "\n"


def examples() -> list[str]:
    """The queries of the page."""
    return re.findall(r"^```sql\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def _examples() -> Iterator[tuple[str, ...]]:
    for title, query in _EXAMPLES:
        yield (f"{title}:", "", f"```sql\n{query.strip()}\n```", "")


def _table(table: Table[object]) -> str:
    head = f"\n### {table.name}\n{table.about}\n\n| column | type | holds |\n|---|---|---|"
    return "\n".join((head, *map(_row, table.columns)))


def _row(column: Column) -> str:
    return f"| `{column.name}` | {_TYPES[column.type]} | {column.meaning} |"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
