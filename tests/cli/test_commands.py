"""What each command prints, and with which exit code it ends."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from communique.codebook import codebook
from communique.types.schema import event_schema, statement_schema

Run = Callable[..., tuple[int, str, str]]


def test_events_as_a_table(run: Run) -> None:
    code, out, err = run("events", columns=120)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert lines[0].split() == ["Id", "When", "Kind", "Status", "Event", "Src", "≠"]
    assert "2024-05-13…15 visit happened Wanjiru Otieno visits Japan 2/2 end" in lines[2]
    assert "2024-06 call planned Phone call: José Muñoz – Rosa Quispe (planned) 1/1" in lines[3]
    assert "undated talks cancelled" in lines[4]


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("command", [("events",), ("timeline",), ("statements",), ("search", "of")])
def test_nothing_is_wider_than_the_page(run: Run, command: tuple[str, ...], columns: int) -> None:
    _, out, _ = run(*command, columns=columns)
    assert out
    assert max(map(len, out.splitlines())) <= columns
    assert all(line == line.rstrip() for line in out.splitlines())


def test_no_colour_off_a_terminal(run: Run) -> None:
    for command in (("events",), ("timeline",), ("search", "tea")):
        assert "\x1b" not in run(*command)[1]


def test_events_as_json_are_as_the_schema_says(run: Run) -> None:
    _, out, _ = run("events", "--format", "json")
    found = json.loads(out)
    assert len(found) == 3
    validator = jsonschema.Draft202012Validator(event_schema())
    for event in found:
        validator.validate(event)
    assert [json.loads(line) for line in run("events", "--format", "jsonl")[1].splitlines()] == found


def test_events_as_csv(run: Run) -> None:
    _, out, _ = run("events", "--format", "csv", "--kind", "visit")
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["participants"] == "visitor:Wanjiru Otieno (KEN); host:Japan (JPN)"
    assert (row["start"], row["place"], row["documents"]) == ("2024-05-13", "Osaka", "a; b")
    assert (row["sources"], row["disagreements"]) == ("2", "end")


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (["--actor", "munoz"], ["call"]),
        (["--country", "KEN"], ["visit", "talks"]),
        (["--status", "planned"], ["call"]),
        (["--from", "2024-05-15", "--to", "2024-05"], ["visit"]),
        (["--from", "2024-06"], ["call"]),
        (["--to", "2023"], []),
        (["--text", "harbour", "--place", "osaka"], ["visit"]),
        (["--type", "CONSULT", "--topic", "trade"], ["visit"]),
    ],
)
def test_filters(run: Run, options: list[str], titles: list[str]) -> None:
    code, out, _ = run("events", "--format", "json", *options)
    assert code == 0
    assert [event["kind"] for event in json.loads(out)] == titles


def test_no_events_is_said_on_stderr(run: Run) -> None:
    assert run("events", "--kind", "ratification") == (0, "", "no events\n")
    assert run("timeline", "--kind", "ratification") == (0, "", "no events\n")
    assert run("statements", "--text", "zebra") == (0, "", "no statements\n")
    assert run("search", "zebra") == (0, "", "no events and no documents\n")


@pytest.mark.parametrize("columns", [80, 120])
def test_show_an_event(run: Run, columns: int) -> None:
    (event,) = json.loads(run("events", "--format", "json", "--kind", "visit")[1])
    code, out, err = run("show", event["id"][:6], columns=columns)
    said = " ".join(out.split())
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= columns
    for words in (
        "Wanjiru Otieno visits Japan",
        f"{event['id']} · CONSULT, CAMEO 042 · 2 reports, 2 independent",
        "Wanjiru Otieno, foreign minister (KEN) – visitor",
        "Japan – host",
        "Osaka (JPN)",
        "Daily Kite",
        "news.example",
        "end: 2024-05-14 (Daily Kite) ≠ 2024-05-15 (news.example)",
        "Daily Kite: “travelled to Osaka”",
    ):
        assert words in said


def test_show_an_event_as_json(run: Run) -> None:
    (event,) = json.loads(run("events", "--format", "json", "--kind", "visit")[1])
    assert json.loads(run("show", event["id"], "--json")[1]) == event


def test_show_a_document(run: Run) -> None:
    _, out, _ = run("show", "a")
    said = " ".join(out.split())
    assert said.startswith("A journey a · Daily Kite · 2024-05-13 · a.txt They spoke of tea")
    assert "visit happened · 2024-05-13…14 · Osaka (JPN) · Wanjiru Otieno (visitor), Japan (host)" in said
    assert json.loads(run("show", "a", "--json")[1])["document"]["id"] == "a"


def test_show_an_actor(run: Run) -> None:
    (event,) = json.loads(run("events", "--format", "json", "--kind", "visit")[1])
    visitor = next(p["actor"] for p in event["participants"] if p["role"] == "visitor")
    _, out, _ = run("show", visitor["id"])
    assert out.startswith(visitor["name"])
    assert event["id"] in out
    profile = json.loads(run("show", visitor["id"], "--json")[1])
    assert profile["actor"] == visitor
    assert event["id"] in [e["id"] for e in profile["events"]]


def test_timeline(run: Run) -> None:
    _, out, _ = run("timeline")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "May 2024"
    assert lines[1].startswith("● 2024-05-13…15 Wanjiru Otieno visits Japan · Osaka e")
    assert lines[3] == "June 2024"
    assert lines[4].startswith("○ 2024-06 Phone call")
    assert lines[6] == "Undated"
    assert lines[7].startswith("× undated Talks of Ghana and Kenya (cancelled)")
    assert len(json.loads(run("timeline", "--json")[1])) == 3


def test_search(run: Run) -> None:
    _, out, _ = run("search", "TEA", "harbour")
    assert "[tea]" in out
    assert "document a" in out
    (hit,) = json.loads(run("search", '"city by"', "--json")[1])["documents"]
    assert hit["document"] == "b"


def test_search_finds_events_first(run: Run) -> None:
    _, out, _ = run("search", "otieno")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "Events"
    assert lines[1].endswith("2024-05-13…15 happened Wanjiru Otieno visits Japan")
    _, out, _ = run("search", "trade")
    assert "Wanjiru Otieno visits Japan\n" in out
    assert "[trade]" in out
    found = [json.loads(line) for line in run("search", "osaka", "--format", "jsonl")[1].splitlines()]
    assert [(hit["found"], hit["snippet"]) for hit in found] == [("event", "[Osaka]")]
    (event,) = json.loads(run("search", "osaka", "--format", "json")[1])["events"]
    assert event | {"found": "event"} == found[0]


def test_statements_as_a_table(run: Run) -> None:
    code, out, err = run("statements", columns=120)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert lines[0] == "Reported Speaker Kind Words Report"
    assert lines[2] == "2024-05-13 Wanjiru Otieno direct They spoke of tea Daily Kite 0:17"
    assert "Rosa Quispe" in lines[3]
    narrow = [" ".join(line.split()) for line in run("statements", columns=80)[1].splitlines()]
    assert narrow[0] == "Reported Speaker, kind Words Report"
    assert narrow[2] == "2024-05-13 Wanjiru Otieno They spoke of tea Daily Kite 0:17"
    assert narrow[3] == "direct"


def test_statements_as_json_are_as_the_schema_says(run: Run) -> None:
    found = json.loads(run("statements", "--format", "json")[1])
    validator = jsonschema.Draft202012Validator(statement_schema())
    for said in found:
        validator.validate(said)
    assert [said["document"] for said in found] == ["a", "c"]
    assert [json.loads(line) for line in run("statements", "--format", "jsonl")[1].splitlines()] == found


def test_statements_as_csv(run: Run) -> None:
    (row,) = csv.DictReader(io.StringIO(run("statements", "--format", "csv", "--country", "ken")[1]))
    assert (row["speaker"], row["office"], row["country"]) == ("Wanjiru Otieno", "foreign minister", "KEN")
    assert (row["document"], row["published"], row["kind"]) == ("a", "2024-05-13", "direct")
    assert (row["text"], row["start"], row["end"]) == ("They spoke of tea", "0", "17")


@pytest.mark.parametrize("columns", [70, 80, 100, 120])
def test_the_codebook_lists_its_kinds(run: Run, columns: int) -> None:
    code, out, err = run("codebook", columns=columns)
    assert (code, err) == (0, "")
    assert out.startswith(f"codebook {codebook().version}, {len(codebook().kinds)} kinds")
    assert max(map(len, out.splitlines())) <= columns
    assert " 0871" in out
    assert {line.split()[0] for line in out.splitlines() if line[:1].strip()} >= {k.kind for k in codebook().kinds}
    listed = json.loads(run("codebook", "--json")[1])
    assert [entry["kind"] for entry in listed["kinds"]] == [kind.kind for kind in codebook().kinds]


def test_the_codebook_lists_a_family(run: Run) -> None:
    listed = json.loads(run("codebook", "statement", "--json")[1])
    assert {entry["family"] for entry in listed["kinds"]} == {"statement"}
    assert len(listed["kinds"]) > 1


def test_the_codebook_shows_an_entry(run: Run) -> None:
    code, out, _ = run("codebook", "expulsion", columns=80)
    said = " ".join(out.split())
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    for words in (
        "PLOVER SANCTION/expel CAMEO 161 Roles actor, target",
        f"Version {codebook().version}",
        "actor declare/pronounce/name/designate target's ‹envoy›",
        "Ecuador expelled the Mexican ambassador. → happened; actor: Ecuador; target: ambassador of Mexico",
        "Not of this kind The school in Greece",
    ):
        assert words in said
    entry = json.loads(run("codebook", "expulsion", "--json")[1])
    assert (entry["version"], entry["kind"], entry["cameo"]) == (codebook().version, "expulsion", "161")
    assert len(entry["examples"]) >= 4


def test_a_record_stores_the_version_of_the_codebook(run: Run) -> None:
    run("events")
    with sqlite3.connect("communique.db") as connection:
        assert connection.execute("SELECT DISTINCT codebook FROM documents").fetchall() == [(codebook().version,)]
    connection.close()


LABELLED = "Kenyan President William Ruto met Ghanaian President John Mahama in Accra on Monday. Ruto thanked Egypt."
MET = {
    "type": "meeting",
    "participants": [
        {"name": "William Ruto", "country": "KEN", "side": "party"},
        {"name": "John Mahama", "country": "GHA", "side": "party"},
    ],
    "place": {"country": "GHA", "city": "Accra"},
    "start": "2025-05-12",
    "end": None,
    "status": "happened",
    "evidence": "met Ghanaian President",
    "main": True,
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold set of one text, in which the call is made up by the annotator."""
    folder = tmp_path / "labelled"
    folder.mkdir()
    called = MET | {"type": "call", "evidence": "in Accra on Monday", "main": False}
    line = {"id": "t1", "text_file": "t1.txt", "published": "2025-05-14", "events": [MET, called]}
    (folder / "t1.txt").write_text(LABELLED, encoding="utf-8")
    (folder / "gold.jsonl").write_text(json.dumps(line), encoding="utf-8")
    return folder


def test_evaluate_counts_what_is_found(run: Run, gold: Path) -> None:
    code, out, err = run("evaluate", str(gold), "--json")
    figures = json.loads(out)
    assert (code, err) == (0, "")
    assert (figures["documents"], figures["events"], figures["codebook"]) == (1, 2, codebook().version)
    assert (figures["events.meeting.f1"], figures["events.call.recall"]) == (1.0, 0.0)
    assert (figures["events.main.recall"], figures["start"], figures["place.country"]) == (1.0, 1.0, 1.0)
    assert figures["joins.same_event"] is None


def test_evaluate_as_tables(run: Run, gold: Path) -> None:
    code, out, _ = run("evaluate", str(gold / "gold.jsonl"), columns=80)
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    assert "participants: F1" in out
    assert "│ meeting " in out


def test_evaluate_lists_mistakes_with_their_words(run: Run, gold: Path) -> None:
    code, out, _ = run("evaluate", str(gold), "--errors")
    lines = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert [line[:2] for line in lines] == [["t1", "missed"], ["t1", "false"]]
    for line in lines:
        start, end = map(int, line[3].split(":"))
        assert LABELLED[start:end] == line[4]


def test_evaluate_names_every_line_that_it_cannot_use(run: Run, gold: Path) -> None:
    good = (gold / "gold.jsonl").read_text("utf-8")
    bad = good.replace("t1.txt", "t9.txt").replace('"t1"', '"t2"')
    (gold / "gold.jsonl").write_text(f"{good}\n{bad}\nnothing", encoding="utf-8")
    code, out, err = run("evaluate", str(gold))
    assert (code, out) == (1, "")
    assert [line.split(": ")[1].rsplit(":", 1)[1] for line in err.splitlines()] == ["2", "3"]
    assert "$.text_file: t9.txt: No such file" in err


@pytest.mark.parametrize("of", [[], ["coding"], ["event"], ["statement"]])
def test_schema(run: Run, of: list[str]) -> None:
    code, out, _ = run("schema", *of)
    assert code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(out))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nothing"], 2, "there is no command 'nothing'"),
        (["events", "--colour", "red"], 2, "Unknown option"),
        (["events", "--format", "xml"], 2, "xml"),
        (["events", "--from", "last week"], 2, "--from: last week is no date"),
        (["show"], 2, "requires an argument"),
        (["show", "zzz"], 2, "zzz: no event, document or actor"),
        (["search", "?"], 2, "no words"),
        (["statements", "--text", "?"], 2, "no words"),
        (["statements", "--from", "last week"], 2, "--from: last week is no date"),
        (["statements", "--kind", "loud"], 2, "loud"),
        (["statements", "--status", "planned"], 2, "Unknown option"),
        (["codebook", "expel"], 2, "no kind or family 'expel'; near: expulsion"),
        (["codebook", "vist"], 2, "near: visit"),
        (["codebook", "qqqq"], 2, "communique codebook lists all"),
        (["evaluate"], 2, "requires an argument"),
        (["evaluate", "none"], 2, "none: there is no such file"),
        (["evaluate", "none", "--json", "--errors"], 2, "choose one"),
        (["changes", "--since", "May"], 2, "May is no date"),
        (["changes", "--since", "2024-05-13T9"], 2, "--since: 2024-05-13T9 is no moment"),
        (["changes", "--event", "zzz"], 2, "zzz: no event"),
        (["judge", "same", "zzz", "yyy"], 2, "zzz: it is no event of the record"),
        (["judge", "set", "zzz", "start"], 2, "set takes an event, a field and a value"),
        (["judge", "undo", "last"], 2, "undo takes the number"),
        (["judge", "undo"], 2, "there is no judgement to undo"),
        (["judge", "like", "a", "b"], 2, "like"),
        (["judge", "list", "all"], 2, "list takes no arguments"),
        (["judge", "adopt", "none.jsonl"], 2, "none.jsonl: No such file"),
        (["review", "--record", "none.db"], 3, "none.db: there is no record"),
        (["read"], 2, "no SOURCE"),
        (["code"], 2, "no SOURCE"),
        (["code", "--fast"], 2, "unknown option --fast"),
        (["events", "--record", "none.db"], 3, "none.db: there is no record"),
        (["events", "--record", "."], 3, "it is a folder"),
        (["read", "a.txt", "--record", "none/r.db"], 3, "cannot be opened"),
    ],
)
def test_errors_are_one_message_and_a_code(run: Run, arguments: list[str], code: int, said: str) -> None:
    ended, out, err = run(*arguments)
    assert (ended, out) == (code, "")
    assert err.startswith("communique: ")
    assert said in err
    assert "Traceback" not in err


def test_a_cut_short_reading_is_mentioned(run: Run, claim: Callable[..., object]) -> None:
    from communique.record import open_record
    from communique.types import Coding, Document, EventClaim

    told = claim("talks", "party =Chile CHL", "party =Peru PER")
    assert isinstance(told, EventClaim)
    with open_record("communique.db") as record:
        record.add(Coding(document=Document("e", "e.txt", "Talks."), events=(told,)))
    code, out, err = run("events")
    assert (code, "Chile" in out) == (0, False)
    assert "communique read completes them" in err


@pytest.mark.parametrize(
    "command", ["code", "read", "events", "show", "timeline", "statements", "search", "export", "codebook", "schema"]
)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert out.startswith(f"Usage: communique {command}")
    assert f"Examples:\n  communique {command}" in out or f"| communique {command}" in out


def test_the_help_lists_every_command(run: Run) -> None:
    _, out, _ = run("--help")
    files = {path.stem for path in Path(__file__).parents[2].glob("src/communique/cli/[a-z]*.py")}
    listed = {line.split()[1] for line in out.splitlines() if line.startswith("│ ") and line[2] != " "}
    assert files == {name for name in listed if not name.startswith("-")}
