"""What one more article costs does not grow with the record: counted in steps of SQLite's machine, not by the clock."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.chronicle import chronicle

from communique.record import Record, open_record
from communique.types import Coding, EventClaim

SMALL, LARGE = 250, 2_500
STEP = 20


def steps(record: Record, coding: Coding) -> int:
    """How many steps SQLite takes to take a document in."""
    counted = [0]

    def count() -> int:
        counted[0] += STEP
        return 0

    record._connection.set_progress_handler(count, STEP)
    record.keep([coding])
    record._connection.set_progress_handler(None, 0)
    return counted[0]


def record_of(claims: int, folder: Path) -> Record:
    record = open_record(folder / f"{claims}.db", create=True)
    record.keep(each.coding for each in chronicle(claims))
    return record


def test_an_article_of_other_news(
    tmp_path: Path, coding: Callable[..., Coding], claim: Callable[..., EventClaim]
) -> None:
    tea = claim("meeting", "party =Fiji FJI", "party =Malta MLT", start="2031-05-04")
    article = coding("new", "The envoys of two islands met over tea on Sunday.", tea, published="2031-05-05")
    told = []
    for claims in (SMALL, LARGE):
        with record_of(claims, tmp_path) as record:
            record.keep([coding("before", "Nobody was met.")])  # what comes first prepares statements and tables
            told.append(steps(record, article))
    assert told[1] < 1.3 * told[0]
