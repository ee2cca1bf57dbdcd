"""Documents coded anew by a process that is killed at any moment: the next run ends as one that nobody disturbed."""

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import msgspec
import pytest
from msgspec.structs import replace

from communique.record import Changes, open_record
from communique.record.checking import check
from communique.running import code_document, code_text
from communique.types import Coding

MINISTERS = ("Kenyan Foreign Minister Wanjiru Otieno", "Peruvian President Rosa Quispe", "Norwegian Envoy Ingrid Berg")
HOSTS = ("Japan", "Ghana", "Chile", "Canada", "Nepal", "Cuba")
DATED = "OSLO - {who} arrived in {where} on Monday for a two-day visit, officials of the ministry {code} said."
UNDATED = "Streets near hall {code} are closed.\n\n{who} arrived in {where} on Monday for a visit."
RECODE = """
import sys
from communique.record import open_record
from communique.running import code_document
print("ready", flush=True)
with open_record(sys.argv[1]) as record:
    record.recode(code_document)
"""


def former_codings() -> list[Coding]:
    """Pairs of reports of one visit, one of them without a day, as a poorer codebook had them: the half without it."""
    pairs = [(who, where) for where in HOSTS for who in MINISTERS]
    texts = [
        (f"{letter}{number:02}", text.format(who=who, where=where, code=number), published)
        for number, (who, where) in enumerate(pairs * 4)
        for letter, text, published in (("a", DATED, f"2024-{number % 9 + 1:02}-14"), ("b", UNDATED, None))
    ]
    codings = [code_text(text, published=day, language="en", id=id) for id, text, day in texts]
    return [replace(coding, events=()) if number % 2 else coding for number, coding in enumerate(codings)]


@pytest.fixture(scope="module")
def former(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("former") / "r.db"
    with open_record(path, create=True) as record:
        record.keep(former_codings())
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE documents SET codebook = 'older'")
        other.commit()
    return path


def everything(path: Path) -> tuple[list[bytes], list[str]]:
    with open_record(path) as record:
        assert record.pending == 0
        events = [msgspec.json.encode(event) for event in record.events()]
        days = [c.document.published.edtf if c.document.published else "" for c in record.documents()]
    return events, sorted(days)


def start(path: Path) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", RECODE, path], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_recoding_killed_at_random_moments(former: Path, tmp_path: Path) -> None:
    calm, rough = (Path(shutil.copy(former, tmp_path / name)) for name in ("calm.db", "rough.db"))
    began = monotonic()
    with start(calm) as undisturbed:
        assert undisturbed.wait() == 0
    lasted, chance, killed = monotonic() - began, random.Random(3), 0
    for _ in range(6):
        with start(rough) as disturbed:
            sleep(chance.uniform(0.05, 0.6) * lasted)  # the time of a run, not a wait for something to happen
            disturbed.kill()
            killed += disturbed.wait() != 0
        assert check(rough).faults == ()
    with start(rough) as last:
        assert last.wait() == 0
    assert killed >= 2
    assert check(rough, deep=True).faults == ()
    assert everything(rough) == everything(calm)
    assert everything(calm)[1].count("") < everything(former)[1].count("")


def test_what_was_resolved_and_not_dated_is_dated_by_the_next_run(tmp_path: Path) -> None:
    told = former_codings()[0], code_text(UNDATED.format(who=MINISTERS[0], where=HOSTS[0], code=0), id="b00")
    with open_record(tmp_path / "r.db", create=True) as record:
        record.keep(told)
        found = record.keep([], code_document)
        assert found.changes != Changes()
        assert [c.document.published is not None for c in record.documents()] == [True, True]
        assert record.keep([], code_document).changes == Changes()
