"""Marks of charts tell in words what they draw, and whatever a report calls a place is no markup."""

from datetime import date
from xml.etree import ElementTree

from communique.record import Bin
from communique.serving._charts import Dot
from communique.serving._map import Arc, Spot
from communique.serving._marks import BARS_HEIGHT, BARS_WIDTH, arcs, bars, dots, spots, tied
from communique.serving._network import Tie
from communique.serving._selection import Selection
from communique.serving._timeline import histogram

HOSTILE = "<script>'\"&</script>"


def drawn(marks: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(f"<svg>{marks}</svg>"))


def numbers(mark: ElementTree.Element, *names: str) -> list[float]:
    return [float(mark.attrib[name]) for name in names]


def test_bars_fill_the_width_and_stand_upon_each_other() -> None:
    held = [Bin(month=date(2024, month, 1), status="happened", events=4) for month in (1, 2, 4)]
    planned = Bin(month=date(2024, 4, 1), status="planned", events=12)
    found = histogram([*held, planned], Selection(q=HOSTILE))
    assert found is not None
    links = drawn(bars(found))
    assert [link.attrib["aria-label"] for link in links] == [
        "Jan 2024: 4 events", "Feb 2024: 4 events", "Mar 2024: 0 events", "Apr 2024: 16 events"
    ]  # fmt: skip
    assert [title.text for title in links[3].iter("title")] == ["Apr 2024: 16 events, 12 planned"]
    hits = [link[1] for link in links]
    assert sum(numbers(hit, "width")[0] for hit in hits) == BARS_WIDTH
    assert [len(list(link.iter("rect"))) - 1 for link in links] == [1, 1, 0, 2]
    done, ahead = links[3][2:]
    (top, height), (low, tall) = numbers(ahead, "y", "height"), numbers(done, "y", "height")
    assert (height, tall) == (60, 20)
    assert top + height == low
    assert low + tall <= BARS_HEIGHT


def test_dots_and_spots_are_links_with_their_words() -> None:
    (dot,) = drawn(dots([Dot(x=1.5, y=2, title=f"2024: {HOSTILE}", url="/reports?id=a&b=1#f0")]))
    assert dot.attrib == {"href": "/reports?id=a&b=1#f0", "aria-label": f"2024: {HOSTILE}"}
    (spot,) = drawn(spots([Spot(name=HOSTILE, x=1, y=2, radius=3, events=2, query="place=a&q=b")]))
    assert spot.attrib == {"href": "/?place=a&q=b", "aria-label": f"{HOSTILE}: 2 events"}
    assert [title.text for title in spot.iter("title")] == [f"{HOSTILE}: 2 events"]


def test_arcs_have_titles() -> None:
    (arc,) = drawn(arcs([Arc(path="M0,0Q1,1 2,2", title=f"KEN → {HOSTILE}", events=1, width=0.6)]))
    assert (arc.attrib["d"], arc[0].text) == ("M0,0Q1,1 2,2", f"KEN → {HOSTILE}: 1 event")


def test_ties_are_rows_that_a_script_can_read() -> None:
    tie = Tie(one="Ana", other=HOSTILE, events=3, query="actor=Ana&q=x")
    (row,) = drawn(tied([tie], are_countries=False))
    assert row.attrib == {"data-one": "Ana", "data-other": HOSTILE, "data-events": "3", "data-url": "/?actor=Ana&q=x"}
    assert [a.attrib["href"] for a in row.iter("a")] == ["/?actor=Ana&q=x"]
    (row,) = drawn(tied([Tie(one="CHL", other="KEN", events=3, query="x=1")], are_countries=True))
    assert [a.attrib["href"] for a in row.iter("a")] == ["/countries/CHL/KEN", "/?x=1"]
