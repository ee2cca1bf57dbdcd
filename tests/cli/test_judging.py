"""Judging, reviewing, the log and coding anew from the command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.record import Filter, open_record

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ids(run: Run) -> dict[str, str]:
    """Kind → id of the only event of it."""
    return {event["kind"]: event["id"] for event in json.loads(run("events", "--format", "json")[1])}


def test_judging_says_what_it_changes(run: Run, ids: dict[str, str]) -> None:
    code, out, err = run("judge", "reject", ids["talks"][:6], "--by", "anna", "--note", "a rumour")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == f"Judgement 1 by anna: reject {ids['talks']}"
    assert out.splitlines()[1].startswith(f"  {ids['talks']} no event: Talks")
    assert ids["talks"] not in run("events")[1]
    assert ids["talks"] in run("events", "--rejected")[1]
    assert "1  reject" in run("show", ids["talks"])[1]
    assert "an event again" in run("judge", "undo")[1]
    assert ids["talks"] in run("events")[1]


def test_a_set_value_is_shown_with_the_reports(run: Run, ids: dict[str, str]) -> None:
    run("judge", "set", ids["visit"], "end", "2024-05-16", "--by", "anna")
    said = " ".join(run("show", ids["visit"])[1].split())
    assert f"set {ids['visit']} end 2024-05-16 by anna" in said
    assert "end: 2024-05-14 (Daily Kite) ≠ 2024-05-15 (news.example)" in said
    (event,) = json.loads(run("events", "--format", "json", "--kind", "visit")[1])
    assert (event["end"]["edtf"], event["end"]["basis"]) == ("2024-05-16", "judged")


def test_the_list_of_judgements(run: Run, ids: dict[str, str]) -> None:
    assert run("judge", "list") == (0, "", "no judgements\n")
    run("judge", "keep", ids["call"], "--by", "anna")
    run("judge", "different", ids["visit"], "b", "--by", "ben", "--note", "another guest")
    run("judge", "undo", "1", "--by", "ben")
    table = " ".join(run("judge", "list")[1].split())
    assert f"1 keep {ids['call']} undone by 3 anna" in table
    rows = list(csv.DictReader(io.StringIO(run("judge", "list", "--format", "csv")[1])))
    assert [(row["number"], row["verdict"], row["standing"], row["note"]) for row in rows] == [
        ("1", "keep", "undone", ""),
        ("2", "different", "in force", "another guest"),
        ("3", "undo", "in force", ""),
    ]
    (line, *_) = run("judge", "list", "--format", "jsonl")[1].splitlines()
    assert json.loads(line)["judgement"]["claims"][0][0]["document"] == "c"


def test_judgements_are_taken_to_another_record(run: Run, ids: dict[str, str]) -> None:
    run("judge", "reject", ids["talks"], "--by", "anna")
    listed = run("judge", "list", "--format", "jsonl")[1]
    Path("judged.jsonl").write_text(listed, encoding="utf-8")
    with open_record("communique.db") as full, open_record("other.db", create=True) as other:
        other.keep(full.documents())
    adopt = ("judge", "adopt", "judged.jsonl", "--record", "other.db")
    assert run(*adopt)[1] == "1 judgement adopted, 0 known already.\n"
    assert run(*adopt)[1] == "0 judgements adopted, 1 known already.\n"
    with open_record("other.db") as other:
        assert [event.kind for event in other.events(Filter(rejected=True))] == ["talks"]
    Path("judged.jsonl").write_text(f"{listed}{{}}\n", encoding="utf-8")
    code, _, err = run(*adopt)
    assert (code, "judged.jsonl:2: " in err) == (1, True)


def test_the_log(run: Run, ids: dict[str, str]) -> None:
    run("judge", "set", ids["visit"], "place", "unknown", "--by", "anna", "--note", "why")
    table = " ".join(run("changes", "--event", ids["visit"][:6])[1].split())
    assert "judgement 1 by anna: set place unknown (why)" in table
    rows = list(csv.DictReader(io.StringIO(run("changes", "--format", "csv")[1])))
    assert [row["change"] for row in rows][-2:] == ["judged", "updated"]
    assert json.loads(rows[-2]["detail"])["who"] == "anna"
    assert json.loads(run("changes", "--format", "json")[1])[-1]["event"] == ids["visit"]
    assert run("changes", "--since", "2999") == (0, "", "no changes\n")
    assert len(run("changes", "--since", "2001-01-01T00:00Z", "--format", "jsonl")[1].splitlines()) == len(rows)


def answers(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{key}\n" for key in keys)))


def test_review_takes_answers_from_a_pipe(run: Run, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    listed = json.loads(run("review", "--format", "json")[1])
    assert [[event["kind"] for event in doubt["events"]] for doubt in listed] == [["talks"], ["call"]]
    assert listed[0]["reasons"] == ["confidence 0.50", "told by one source", "no date is told"]
    answers(monkeypatch, "sruk?")
    code, out, err = run("review", "--by", "anna")
    assert (code, err) == (0, "")
    assert "'s' is no answer to this question" in out
    assert out.splitlines()[-1] == "1 answer, 1 in doubt."
    with open_record("communique.db") as record:
        verdicts = [standing.judgement.verdict for standing in record.judgements()]
    assert verdicts == ["reject", "undo", "keep"]
    answers(monkeypatch, "q")
    assert run("review")[1].splitlines()[-1] == "0 answers, 1 in doubt."
    assert "talks" not in run("review", "--format", "csv")[1]
    assert run("review", "--format", "table")[0] == 0


def test_recode_keeps_what_was_judged(run: Run, ids: dict[str, str]) -> None:
    assert "--all codes them anyway" in run("recode")[1]
    run("judge", "reject", ids["talks"])
    code, out, _ = run("recode", "--all")
    assert (code, out.splitlines()[0]) == (0, "4 documents coded anew, 4 of them say something else now.")
    (row,) = csv.DictReader(io.StringIO(run("judge", "list", "--format", "csv")[1]))
    assert row["standing"] == "waiting"
