"""Every command of the README, and of other pages that show some, prints what is shown; every file named is there."""

import re
from pathlib import Path

import msgspec
import pytest
from scripts.readme_output import PAGES, commands, matches, run_all, with_outputs

import communique

ROOT = Path(__file__).parents[1]
TEXTS = [
    "README.md",
    "CONTRIBUTING.md",
    "docs/codebook.md",
    "docs/exports.md",
    "docs/figures.md",
    "docs/formats.md",
    "docs/judging.md",
    "docs/metrics.md",
    "docs/python.md",
    "docs/sources.md",
    "docs/sql.md",
    "examples/README.md",
]


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_print_what_is_shown(page: str) -> None:
    shown = list(commands((ROOT / page).read_text("utf-8")))
    assert shown, "the page shows no command"
    printed = run_all([command.line for command in shown])
    for command, output in zip(shown, printed, strict=True):
        # Where the new output is right, `make readme` writes it.
        assert matches(command.shown, output), f"$ {command.line}\n{output}"


def value_rows() -> list[tuple[str, ...]]:
    """The rows of the table "What a value looks like": words, date of publication, field, value."""
    row = re.compile(r"^\| ([A-Z][^|]+) \| ([\d–-]+) \| `([^`]+)` \| `([^`]+)` \|$", re.MULTILINE)
    return row.findall((ROOT / "README.md").read_text("utf-8"))


def test_the_table_of_values_is_found() -> None:
    assert len(value_rows()) == 8


@pytest.mark.parametrize(("words", "published", "field", "value"), value_rows())
def test_values_are_as_the_table_says(words: str, published: str, field: str, value: str) -> None:
    coding = communique.code(words, published=None if published == "–" else published)
    (found,) = msgspec.to_builtins(coding.events)
    for part in field.split("."):
        found = found[int(part) if part.isdigit() else part]
    assert ("null" if found is None else found) == value


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    exec(compile(program, "README.md", "exec"), {})
    assert (tmp_path / "news.db").is_file()


@pytest.mark.parametrize("name", TEXTS)
def test_links_lead_to_files(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", text)
    assert [t for t in targets if not (ROOT / name).parent.joinpath(t).exists()] == []


def test_make_targets_are_there() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    texts = [(ROOT / name).read_text("utf-8") for name in TEXTS]
    named = {target for text in texts for target in re.findall(r"`make (\w+)`", text)}
    assert named <= set(targets)


TEXT = "a\n```console\n$ echo one\n1\n$ seq 3\n0\n...\n```\n```sh\n$ false\n```\n"


def test_only_console_blocks_are_run() -> None:
    assert [c.line for c in commands(TEXT)] == ["echo one", "seq 3"]
    assert run_all(["echo one", "seq 3", "ls"]) == ["one\n", "1\n2\n3\n", "examples\n"]


def test_outputs_are_written_below_their_commands() -> None:
    updated = TEXT.replace("\n1\n", "\none\n").replace("0\n", "1\n")
    assert with_outputs(TEXT, ["one\n", "1\n2\n3\n"]) == updated


@pytest.mark.parametrize(("shown", "same"), [("1\n2\n", True), ("1\n...\n", True), ("1\n", False), ("2\n...\n", False)])
def test_a_beginning_will_do_where_it_says_so(shown: str, same: bool) -> None:
    assert matches(shown, "1\n2\n") is same
