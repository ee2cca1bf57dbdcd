"""Answers are kept while the record stays, for a while after it changed, and found again by one reader."""

from threading import Event, Thread

from communique.serving._kept import Kept


def test_an_answer_is_found_once_in_a_state() -> None:
    kept: Kept[str, int] = Kept(0.0, 2)
    asked: list[str] = []

    def find(name: str) -> int:
        asked.append(name)
        return len(asked)

    assert [kept.get("a", 1, lambda: find("a")) for _ in range(3)] == [(1, True)] * 3
    assert kept.get("a", 2, lambda: find("a")) == (2, True)
    assert kept.get("b", 2, lambda: find("b")) == (3, True)
    assert kept.get("c", 2, lambda: find("c")) == (4, True)
    assert kept.get("a", 2, lambda: find("a")) == (5, True)  # only two are kept
    assert asked == ["a", "a", "b", "c", "a"]


def test_it_is_given_for_a_while_after_the_record_changed() -> None:
    kept: Kept[str, str] = Kept(60.0, 9)
    assert kept.get("a", 1, lambda: "old") == ("old", True)
    assert kept.get("a", 2, lambda: "new") == ("old", False)


def test_while_one_looks_for_it_the_others_have_the_old_one() -> None:
    kept: Kept[str, str] = Kept(0.0, 9)
    kept.get("a", 1, lambda: "old")
    looking, go_on = Event(), Event()

    def find() -> str:
        looking.set()
        assert go_on.wait(10)
        return "new"

    thread = Thread(target=kept.get, args=("a", 2, find))
    thread.start()
    assert looking.wait(10)
    assert kept.get("a", 2, lambda: "twice") == ("old", False)
    go_on.set()
    thread.join()
    assert kept.get("a", 2, lambda: "twice") == ("new", True)


def test_what_fails_is_looked_for_again() -> None:
    kept: Kept[str, int] = Kept(60.0, 9)
    for wanted in (0, 2):
        try:
            assert kept.get("a", 1, lambda wanted=wanted: 4 // wanted) == (2, True)  # type: ignore[misc]
        except ZeroDivisionError:
            assert wanted == 0
