"""Pages are made one after another, and none waits for one that takes long."""

import threading
import time

import pytest

from communique.serving._threads import Turns


def test_calls_are_made_one_after_another() -> None:
    at_work, most = 0, 0

    def work(number: int) -> int:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        time.sleep(0.002)
        at_work -= 1
        return number

    with Turns() as turns:
        assert list(turns.map(work, range(12))) == list(range(12))
    assert most == 1


def test_none_waits_for_one_that_takes_long() -> None:
    ended = threading.Event()
    with Turns() as turns:
        long = turns.submit(ended.wait, 10)
        quick = [turns.submit(pow, 2, number) for number in range(4)]
        assert [one.result(5) for one in quick] == [1, 2, 4, 8]
        assert not long.done()
        ended.set()
        assert long.result(5)


def test_the_turn_ends_with_a_call_that_fails() -> None:
    with Turns() as turns:
        failed = turns.submit(int, "none")
        with pytest.raises(ValueError, match="none"):
            failed.result(5)
        began = time.monotonic()
        assert [turns.submit(int, "1").result(5) for _ in range(5)] == [1] * 5
        assert time.monotonic() - began < 0.4
