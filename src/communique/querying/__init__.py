"""The record in, tables out: a snapshot as Parquet files, and answers to questions in SQL.

``write_snapshot`` writes the tables of a record (``communique.record.tables``) as files that DuckDB, polars, pandas,
R and Spark read; ``answer`` runs one query of DuckDB's over such files, or over the record itself, and gives Arrow
batches. A query reads these tables and nothing else: files, the network, extensions and settings are closed to it.
"""

from communique.querying.snapshot import SnapshotFile, write_snapshot
from communique.querying.sql import Answer, answer

__all__ = ["Answer", "SnapshotFile", "answer", "write_snapshot"]
