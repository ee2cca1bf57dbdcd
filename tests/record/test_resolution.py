"""Resolving much at once has room for pages, and gives it back."""

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from communique.record._resolution import _in_bulk


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "r.db")) as opened:
        yield opened


def room(connection: sqlite3.Connection) -> int:
    (pages,) = connection.execute("PRAGMA cache_size").fetchone()
    return int(pages)


def test_room_is_given_back(connection: sqlite3.Connection) -> None:
    before = room(connection)
    with _in_bulk(connection, much=True):
        assert room(connection) == -1024 * 1024
        assert not gc.isenabled()
    assert room(connection) == before
    assert gc.isenabled()


def test_room_is_given_back_where_it_fails(connection: sqlite3.Connection) -> None:
    before = room(connection)
    with pytest.raises(sqlite3.OperationalError), _in_bulk(connection, much=True):
        connection.execute("SELECT nothing")
    assert room(connection) == before
    assert gc.isenabled()


def test_little_is_done_as_ever(connection: sqlite3.Connection) -> None:
    before = room(connection)
    with _in_bulk(connection, much=False):
        assert room(connection) == before
        assert gc.isenabled()
