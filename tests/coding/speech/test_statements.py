"""Who is reported to have said what: direct, indirect and mixed, with the exact characters of it."""

import pytest

from communique.running import code_text
from communique.types import Statement

RUIZ = "Peruvian Foreign Minister Ana Ruiz"


def statements(text: str) -> tuple[Statement, ...]:
    return code_text(text, language="en").statements


def speaker(statement: Statement) -> str | None:
    return statement.speaker.name if statement.speaker else None


@pytest.mark.parametrize(
    ("text", "kind", "content", "cue"),
    [
        (f'"We want peace with Kenya," {RUIZ} said.', "direct", "We want peace with Kenya", "say"),
        (
            f"{RUIZ} said that the border with Chile would open in May.",
            "indirect",
            "the border with Chile would open",
            "say",
        ),
        (f"{RUIZ} warned that the talks with Kenya could fail.", "indirect", "the talks with Kenya could fail", "warn"),
        (f'{RUIZ} said the talks were "frank and useful" for both.', "mixed", "the talks were", "say"),
        (
            f"According to {RUIZ}, Kenya will send a delegation to Lima.",
            "indirect",
            "Kenya will send a delegation",
            None,
        ),
    ],
)
def test_statement(text: str, kind: str, content: str, cue: str | None) -> None:
    (found,) = statements(text)
    assert (found.kind, speaker(found)) == (kind, "Ana Ruiz")
    assert content in found.text
    assert cue is None or found.cue == cue


def test_words_of_saying_in_the_middle() -> None:
    (found,) = statements(f'"We want peace," {RUIZ} said, "and we want it this year."')
    assert len(found.content) == 2
    assert found.text.startswith("We want peace")


def test_spans_are_the_words_that_stand_there() -> None:
    coded = code_text(
        f'{RUIZ} told reporters on Monday: "Chile has to answer." She said Peru would wait.', language="en"
    )
    text = coded.document.text
    assert coded.statements
    for statement in coded.statements:
        for span in (statement.evidence, *statement.content, *statement.quoted):
            assert text[span.start : span.end] == span.text


def test_a_pronoun_speaks_for_the_minister() -> None:
    found = statements(
        f"{RUIZ} arrived in Nairobi on Monday. She said that the treaty with Kenya would be signed in June."
    )
    assert [speaker(s) for s in found] == ["Ana Ruiz"]


def test_unnamed_sources_have_no_name() -> None:
    (found,) = statements("Sources said that Peru would close its embassy in Nairobi.")
    assert speaker(found) is None


@pytest.mark.parametrize(
    "text",
    [
        "The coach said that the striker would play in Spain.",
        "The so-called 'axis' has no members in Peru.",
        f"{RUIZ} did not say when Peru would sign.",
    ],
)
def test_no_statement_of_ours(text: str) -> None:
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (f"{RUIZ} received the envoys and told them that the road was long.", "the road was long"),
        (f"{RUIZ}, who met the envoys, told it that the road was long.", "the road was long"),
        ("The road was long, Ana Ruiz, the Peruvian foreign minister, told reporters.", "The road was long"),
        ("The road was long, said Ana Ruiz of the Peruvian Foreign Ministry.", "The road was long"),
        (f"{RUIZ} wrote back, also on Twitter, that the road was long.", "the road was long"),
        (f"{RUIZ} told MPs the road was long.", "the road was long"),
        (f"{RUIZ} said there was no road.", "there was no road"),
        (f"{RUIZ} called the road a disgrace.", "a disgrace"),
        (f'{RUIZ} slammed the move as "absurd".', "absurd"),
    ],
)
def test_speaker_and_content(text: str, content: str) -> None:
    (found,) = statements(text)
    assert (speaker(found), found.text) == ("Ana Ruiz", content)


def test_a_minister_called_may_speaks() -> None:
    told = statements("British Prime Minister Theresa May said the road was long. May told MPs that it was steep.")
    assert [(speaker(one), one.text) for one in told] == [
        ("Theresa May", "the road was long"),
        ("Theresa May", "it was steep"),
    ]


def test_who_acted_announces() -> None:
    (found,) = statements("Peru expelled two Chilean envoys and announced that its border was closed.")
    assert (speaker(found), found.text) == ("Peru", "its border was closed")


def test_clauses_with_a_that_of_their_own_are_pieces() -> None:
    (found,) = statements(f"{RUIZ} said that the road was long and that the border was closed.")
    assert [span.text for span in found.content] == ["the road was long", "the border was closed"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("On Monday officials in Peru said the road was long.", "officials"),
        ("The road was long, the Peruvian Foreign Ministry (MRE) said.", "Ministry"),
    ],
)
def test_a_speaker_behind_a_time_and_before_a_bracket(text: str, named: str) -> None:
    (found,) = statements(text)
    assert found.speaker_evidence is not None
    assert named in found.speaker_evidence.text


@pytest.mark.parametrize(
    "text",
    [
        "Terry Roe, the chief executive of Northwind, said the merger was off.",
        "Chancellor Jane Doe of Delaware asked the lawmakers to think again.",
    ],
)
def test_an_office_of_some_states_alone_makes_nobody_public_elsewhere(text: str) -> None:
    assert code_text(text, language="en").statements == ()


LEFT = "Peru and Chile left the bloc on Monday. "


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (f'{RUIZ} called the trip "a big step" and said he would go to Oslo.', ["a big step", "he would go to Oslo"]),
        (f"{RUIZ} urged Kenya to wait and said it was late.", ["to wait", "it was late"]),
        (f"{RUIZ} said she would wait and urged Kenya to come.", ["she would wait", "to come"]),
        (f"{RUIZ} said that she was glad and that Peru was open.", ["she was glad", "Peru was open"]),
    ],
)
def test_one_speaker_says_two_things(text: str, contents: list[str]) -> None:
    assert [span.text for found in statements(text) for span in found.content] == contents


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"It was Peru that had asked for the call, {RUIZ}, the minister, told Radio Lima.", "Ana Ruiz"),
        ("Peru and Chile are leaving, and Kenya, which stays, said it would vote.", "Kenya"),
        (LEFT + "A secretary at Peru's labour ministry, Ana Silva, said the road was ready to open.", "Ana Silva"),
        (f"The envoy of Kenya was ordered home by {RUIZ}, who said the tapping was a crime.", "Ana Ruiz"),
        ("China is glad of it, its foreign ministry said.", "China"),
        (f"Oslo is far. A day after the vote, {RUIZ} left early, saying it was late.", "Ana Ruiz"),
        (f'{RUIZ} warned Kenya of "grave consequences", the palace said.', "Ana Ruiz"),
        ("Angela Merkel met Donald Trump. Trump left early. The road is long, she said.", "Angela Merkel"),
    ],
)
def test_who_speaks(text: str, named: str) -> None:
    assert named in [speaker(found) for found in statements(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LEFT + "In a joint statement they said the bloc was dead. They had tried, they said.", "joint statement"),
        (LEFT + "In their declaration the two sides said the bloc was dead.", "declaration"),
        (LEFT + "The authorities said the bloc was dead. They added that it was late.", "The authorities"),
        (LEFT + "The bloc is dead, state television reported.", "state television"),
    ],
)
def test_unnamed_speakers_keep_the_words_that_tell_of_them(text: str, words: str) -> None:
    found = statements(text)
    assert found
    assert {s.speaker_evidence.text for s in found if s.speaker_evidence} == {words}


@pytest.mark.parametrize(
    "text",
    [
        f"{RUIZ} met the ambassador of Kenya in the strongest terms that she knows.",
        f"The reports that {RUIZ} had left were false.",
        f"{RUIZ} said on Monday that she was glad. It did not say how many would go.",
    ],
)
def test_nouns_and_what_is_not_said_are_no_statements(text: str) -> None:
    assert len(statements(text)) == text.count("said")
