"""A process killed at any moment loses nothing that the next run does not make good."""

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import msgspec

from communique.record import open_record
from communique.record.checking import check
from communique.types import Coding, EventClaim

PEOPLE = ["Wanjiru Otieno KEN", "Haruto Sato JPN", "Rosa Quispe PER", "Ingrid Berg NOR"]
READ = """
import sys, msgspec
from communique.record import open_record
from communique.types import Coding
codings = msgspec.json.Decoder(Coding).decode_lines(open(sys.argv[1], "rb").read())
print("ready", flush=True)
with open_record(sys.argv[2], create=True) as record:
    record.keep(codings)
"""


def make_codings(claim: Callable[..., EventClaim], coding: Callable[..., Coding], count: int) -> list[Coding]:
    chance = random.Random(7)
    found = []
    for number in range(count):
        one, other = chance.sample(PEOPLE, 2)
        start = chance.choice([None, f"2024-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}"])
        told = claim("talks", f"party {one}", f"party {other}", start=start)
        words = " ".join(chance.choices(["port", "tea", "talks", "envoy", "border", "accord"], k=80))
        found.append(coding(f"d{number}", f"{number} {words}", told))
    return found


def everything(path: Path) -> list[str]:
    with open_record(path) as record:
        assert record.pending == 0
        return [msgspec.json.encode(event).decode() for event in record.events()]


def start(codings: Path, record: Path) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", READ, codings, record], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_killed_at_random_moments(
    tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding]
) -> None:
    source = tmp_path / "codings.jsonl"
    source.write_bytes(msgspec.json.Encoder().encode_lines(make_codings(claim, coding, 600)))
    began = monotonic()
    with start(source, tmp_path / "calm.db") as calm:
        assert calm.wait() == 0
    lasted = monotonic() - began
    killed = 0
    for moment in (0.02, 0.2, 0.4, 0.6, 0.8):
        with start(source, tmp_path / "rough.db") as rough:
            sleep(moment * lasted * 0.6)  # the time of a run, not a wait for something to happen
            rough.kill()
            killed += rough.wait() != 0
    with start(source, tmp_path / "rough.db") as last:
        assert last.wait() == 0
    assert killed >= 2
    # The documents are words at random that their claims do not quote; all else has to hold.
    assert {fault.table for fault in check(tmp_path / "rough.db", deep=True).faults} <= {"documents"}
    assert everything(tmp_path / "rough.db") == everything(tmp_path / "calm.db")
