"""Links between events are kept in step with them."""

from collections.abc import Callable
from pathlib import Path

from communique.record import Links, open_record
from communique.types import Coding, EventClaim

MakeClaim = Callable[..., EventClaim]
MakeCoding = Callable[..., Coding]
VISIT = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")
TALKS = ("party Wanjiru Otieno KEN", "party Haruto Sato JPN")


def test_talks_on_a_visit_are_linked_until_it_is_moved(tmp_path: Path, claim: MakeClaim, coding: MakeCoding) -> None:
    visit = coding("a", "A visit.", claim("visit", *VISIT, start="2024-05-13", end="2024-05-15"))
    talks = coding("b", "Talks.", claim("talks", *TALKS, start="2024-05-14"))
    with open_record(tmp_path / "r.db", create=True) as record:
        record.keep([visit, talks])
        told = {event.kind: event.id for event in record.events()}
        assert [part.id for part in record.links(told["visit"]).parts] == [told["talks"]]
        assert [whole.title for whole in record.links(told["talks"]).part_of] == ["Wanjiru Otieno visits Japan"]
        record.keep([coding("a", "Another visit.", claim("visit", *VISIT, start="2024-06-13", end="2024-06-15"))])
        assert record.links(told["talks"]) == Links()
        assert record.links("nothing") == Links()


def test_a_series_is_by_date_and_leaves_out_what_was_called_off(
    tmp_path: Path, claim: MakeClaim, coding: MakeCoding
) -> None:
    told = [("c", "2024-05-13", "happened"), ("a", "2023-02", "happened"), ("b", "2023-11-02", "cancelled")]
    with open_record(tmp_path / "r.db", create=True) as record:
        for name, start, status in told:
            record.keep([coding(name, f"Text {name}.", claim("visit", *VISIT, start=start, status=status))])
        last = record.events()[-1]
        series = record.links(last.id).series
        assert series is not None
        assert (series.place, [event.start for event in series.events]) == (2, ["2023-02", "2024-05-13"])


def test_what_is_no_event_is_of_no_series(tmp_path: Path, claim: MakeClaim, coding: MakeCoding) -> None:
    days = ("2024-05-13", "2023-02", "2023-11-02")
    with open_record(tmp_path / "r.db", create=True) as record:
        record.keep([coding(day, f"Text {day}.", claim("visit", *VISIT, start=day)) for day in days])
        ids = [event.id for event in record.events()]
        record.judge("reject", ids[1])
        assert record.links(ids[1]).series is None
        series = record.links(ids[0]).series
        assert series is not None
        assert [event.id for event in series.events] == [ids[0], ids[2]]
