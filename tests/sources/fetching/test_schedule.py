"""Many hosts at once, each host one at a time."""

from threading import Lock
from time import monotonic, sleep

from communique.sources.fetching import each_in_turn

HOSTS = [f"h{number % 5}" for number in range(40)]


def test_a_host_is_never_asked_twice_at_a_time_and_all_is_done() -> None:
    lock, at_work, clashes = Lock(), set[str](), list[str]()

    def do(job: tuple[int, str]) -> int:
        with lock:
            if job[1] in at_work:
                clashes.append(job[1])
            at_work.add(job[1])
        sleep(0.001)
        with lock:
            at_work.discard(job[1])
        return job[0]

    done = list(each_in_turn(enumerate(HOSTS), do, host=lambda job: job[1], busy=lambda job: 0.0, workers=8))
    assert sorted(done) == list(range(40))
    assert clashes == []


def test_a_slow_host_holds_nobody_up() -> None:
    def do(host: str) -> str:
        sleep(0.3 if host == "slow" else 0)
        return host

    began = monotonic()
    jobs = ["slow", *(f"h{number}" for number in range(50)), "slow"]
    done = list(each_in_turn(jobs, do, host=lambda host: host, busy=lambda host: 0.0, workers=2))
    assert done[-2:] == ["slow", "slow"]
    assert monotonic() - began < 2


def test_when_it_is_enough_what_is_being_done_is_given_and_the_rest_is_left() -> None:
    begun: list[int] = []

    def do(number: int) -> int:
        begun.append(number)
        return number

    done = list(each_in_turn(range(100), do, host=lambda n: str(n % 4), busy=lambda n: 0.0, enough=lambda: bool(begun)))
    assert sorted(done) == sorted(begun)
    assert 0 < len(done) < 100
    assert list(each_in_turn([1], do, host=str, busy=lambda n: 60.0, enough=lambda: True)) == []


def test_a_host_that_is_busy_is_waited_for() -> None:
    free_at = monotonic() + 0.1
    done = list(each_in_turn(["a"], str, host=str, busy=lambda host: max(free_at - monotonic(), 0.0)))
    assert done == ["a"]
    assert monotonic() >= free_at
