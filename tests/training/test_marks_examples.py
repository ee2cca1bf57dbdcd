"""Worded acts and passages as the model of acts reads them."""

from pathlib import Path

import msgspec
from training.marks._examples import sentences, told_in

WORDED = {
    "text": "Kenya sent home four Peruvian diplomats.",
    "events": [{"kind": "expulsion", "trigger": "sent home", "status": "happened", "roles": {"actor": ["Kenya"]}}],
}
PASSAGE = {
    "id": "x-1",
    "sentences": ["The day was quiet in Lima.", "Peru then recalled its ambassador from Nairobi."],
    "events": [
        {
            "s": 1,
            "trigger": "recalled",
            "kind": "recall",
            "status": "happened",
            "roles": {"actor": ["Peru"], "target": ["Nairobi"]},
            "elsewhere": {},
            "same": None,
            "main": True,
        }
    ],
}


def line(item: object) -> str:
    return msgspec.json.encode(item).decode()


def test_where_an_act_is_told_in_a_worded_item() -> None:
    text, (told,) = told_in(line(WORDED))
    assert text[slice(*told.trigger)] == "sent home"
    assert [text[slice(*stretch)] for stretch in told.roles["actor"]] == ["Kenya"]


def test_where_an_act_is_told_in_a_passage() -> None:
    text, (told,) = told_in(line(PASSAGE))
    assert text[slice(*told.trigger)] == "recalled"
    assert [text[slice(*stretch)] for stretch in told.roles["target"]] == ["Nairobi"]
    assert told.status == "happened"


def test_sentences_know_the_word_of_the_act_and_who_has_which_part(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(f"{line(PASSAGE)}\n{line(WORDED)}\n")
    quiet, recalled, sent = sentences(tmp_path)
    assert (quiet.source, quiet.acts) == ("x.jsonl:1", {})
    (at,) = recalled.acts
    assert recalled.words[at] == "recalled"
    roles = {recalled.words[recalled.names[n]]: role for n, role in recalled.acts[at].parts.items()}
    assert roles == {"Peru": "actor", "Nairobi": "target"}
    assert [sent.words[i] for i in sent.acts] == ["sent"]
    assert set(sent.acts) <= set(sent.telling)
