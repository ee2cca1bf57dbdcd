"""``watch`` as a process: what it prints and writes, how it ends, and that a kill loses nothing."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from tests.site import BODY, Site, article, item, rss

from communique.record import open_record

COMMUNIQUE = [sys.executable, "-m", "communique"]
NAMES = ("Haruto Sato", "Kenji Mori", "Aiko Tanaka", "Ren Kimura")
Watch = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as opened:
        for number, name in enumerate(NAMES):
            met = f"Kenyan President Peter Kamau met Japanese Prime Minister {name} in Nairobi on {number + 1} April"
            opened.shows(f"/{number}", article(f"Kamau meets {name}", f"{met} 2024. {BODY.partition('. ')[2]}"))
        opened.shows("/rss", rss(*(item(f"/{number}", name) for number, name in enumerate(NAMES))))
        yield opened


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    """Starts the command in a folder of its own."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        command = [*COMMUNIQUE, "watch", *arguments, "--allow-private"]
        started.append(
            subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        )
        return started[-1]

    yield start
    for one in started:
        one.kill()
        one.communicate()


def until(told: Callable[[], bool]) -> None:
    end = monotonic() + 60
    while not told():
        assert monotonic() < end
        sleep(0.02)


def test_once(site: Site, watch: Watch, tmp_path: Path) -> None:
    running = watch(site.url("/rss"), "--once", "--country", "JPN", "--metrics", "watch.prom")
    out, err = running.communicate(timeout=120)
    assert running.returncode == 0, err
    assert sorted(line.split(maxsplit=4)[0] for line in out.splitlines()) == ["new"] * len(out.splitlines())
    assert all(any(name in line for line in out.splitlines()) for name in NAMES)
    notes = [json.loads(line) for line in err.splitlines()]
    events = list(dict.fromkeys(note["event"] for note in notes))
    assert events == ["watch begins", "feed read", "documents read", "watch ends"]
    assert sum(note["count"] for note in notes if note["event"] == "documents read") == len(NAMES)
    assert 'communique_articles_total{result="read"} 4\n' in (tmp_path / "watch.prom").read_text()
    again, _ = watch(site.url("/rss"), "--once", "--country", "JPN").communicate(timeout=120)
    assert again == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(site: Site, watch: Watch, number: signal.Signals) -> None:
    site.shows("/rss", rss())
    running = watch(site.url("/rss"))
    until(lambda: "/rss" in site.asked)
    running.send_signal(number)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 0
    assert json.loads(err.splitlines()[-1])["event"] == "watch ends"


def test_a_kill_loses_nothing_and_nothing_is_read_twice(site: Site, watch: Watch, tmp_path: Path) -> None:
    running = watch(site.url("/rss"))
    until(lambda: "/1" in site.asked)
    running.kill()
    running.communicate()
    assert watch(site.url("/rss"), "--once").communicate(timeout=120)[1]
    with open_record(tmp_path / "communique.db") as record:
        texts = [coding.document.text for coding in record.documents()]
        assert record.watchlist.counts().waiting == 0
    assert all(sum(name in text for text in texts) == 1 for name in NAMES)


def test_settings_come_from_a_file(site: Site, watch: Watch, tmp_path: Path) -> None:
    settings = f'feeds = ["{site.url("/rss")}"]\nrecord = "desk.db"\n[[notify]]\nname = "a"\natom = "a.atom"\n'
    (tmp_path / "desk.toml").write_text(settings)
    running = watch("--config", "desk.toml", "--once")
    _, err = running.communicate(timeout=120)
    assert running.returncode == 0, err
    assert (tmp_path / "desk.db").exists()
    assert "Haruto Sato" in (tmp_path / "a.atom").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((), "nothing to watch"), (("https://x.example/", "--every", "soon"), "no span"), (("--config", "no"), "no: ")],
)
def test_wrong_use(watch: Watch, arguments: tuple[str, ...], words: str) -> None:
    running = watch(*arguments)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 2
    assert words in err


@pytest.mark.parametrize("command", [["watch", "https://news.example/"], ["code", "https://news.example/"]])
def test_a_missing_extra_is_named(command: list[str]) -> None:
    script = f"import sys; sys.modules['httpx'] = None; from communique.cli import main; sys.exit(main({command}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "reading the web needs httpx; run: pip install 'communique[feeds]'" in done.stderr
