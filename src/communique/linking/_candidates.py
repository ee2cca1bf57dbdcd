"""Names of persons whom nobody listed: those that the language model finds, and runs of capitalised words.

Where a sentence was parsed, the model says which runs are persons and where they end; elsewhere, and for
what it has no opinion on, a run must stand beside a title or return in full to count.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType

import msgspec

from communique.codebook import classes
from communique.codebook.calendar import CALENDAR_WORDS, MONTHS, WEEKDAYS
from communique.linking._spelling import fold
from communique.parsing import Sentence, Token, is_particle_name, is_title_case

__all__ = ["NOT_PERSONS", "Candidate", "candidates"]

_PARTICLES = frozenset("al el bin bint ibn ben van von der den de da dos do del di du la le ould ag y".split())
_LINKING = frozenset({"bin", "bint", "ibn", "ben"})  # between names, never before the first
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "V", "VI"})
# Words that mark the name of a body, a work or an occasion; a person's name holds none of them.
NOT_PERSONS = frozenset(
    "ministry council committee commission university institute party group bank company corporation agency "
    "department organisation organization union federation association forum conference summit congress "
    "parliament assembly court office center centre news times post press herald journal radio television "
    "airport hotel palace house hall street square avenue road bridge river sea ocean strait island islands "
    "bay gulf mountain lake valley north south east west northern southern eastern western central treaty "
    "agreement accord protocol convention declaration plan initiative programme program project operation war "
    "day week month year belt world cup league games church mosque temple friday school college army navy "
    "force forces front movement brotherhood state states republic kingdom national international general "
    "federal royal united foreign affairs security defence defense trade economic economy service services "
    "fund board authority society club museum library hospital airlines industries complex global maritime "
    "holdings ltd inc energy oil gas cooperation affairs rights compliance verification control nationals abroad "
    "peninsula province region directorate division section presidium subcommittee mechanism delegation secretariat "
    "consultation consultations dialogue meeting implementation integration commerce diaspora tourism "
    "vision strategy doctrine compact formula roadmap framework charter statement communique".split()
)
# Words that are names of persons too, and words before them that make them dates.
_NAMESAKES = frozenset({"Sun", "Jan", "Jun", "June", "April", "May", "August"})
_DATING = frozenset(
    "in on by since until till last next this every early late mid from to before after during and of".split()
)
_MISTERS = frozenset({"mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms.", "lady", "dame", "sir"})
_ADDRESS = re.compile(r"H\.? ?E\.?|HRH|H\.R\.H\.?|H\.M\.?|Amb\.|Hon\.|Gen\.|Dr\.|Prof\.|Eng\.|Gov\.|Sen\.|Rep\.")
_LEADING = frozenset(
    "the a an in on at for from with by of to and but or if as it he she they we his her their this that these those "
    "mr mrs ms dr sir dame lord lady sheikh sheikha excellency highness majesty "
    "shri smt hon honourable honorable when while after before since last next both also "
    "however earlier later meanwhile according what who why how where there here our my your its no not now then "
    "photo read more related click share view see top breaking live update exclusive says said".split()
)


class Candidate(msgspec.Struct, frozen=True):
    """A capitalised run; ``certain`` is false where capitals say little (headlines, first words)."""

    start: int
    end: int
    words: tuple[str, ...]
    certain: bool


def candidates(
    sentences: Sequence[Sentence],
    covered: Sequence[tuple[int, int]],
    *,
    offices: Mapping[int, int] = MappingProxyType({}),
    lands: Set[int] = frozenset(),
) -> Iterator[Candidate]:
    """Candidates in all sentences, outside the ``covered`` stretches (ascending), in order.

    ``offices`` (start → end) and ``lands`` are where titles and names of states stand, which make a line an entry
    of a list; behind a title a name begins.
    """
    titled = {end + 1 for end in offices.values()}
    spans = iter(covered)
    current = next(spans, None)
    titles = [is_title_case(s.tokens) for s in sentences]
    bodies = [s for s, title in zip(sentences, titles, strict=True) if not title]
    known = _capitalised(bodies) if len(bodies) < len(titles) else frozenset()
    for sentence, title in zip(sentences, titles, strict=True):
        run: list[Token] = []
        entry = _entry_end(sentence, offices, lands)
        for index, token in enumerate(_with_names(sentence)):
            if not run and not token.text[0].isupper() and "-" not in token.text:
                continue  # as ``_cannot_begin``, said here for speed
            while current is not None and current[1] <= token.start:
                current = next(spans, None)
            taken = current is not None and token.start < current[1] and token.end > current[0]
            headline = title and bool(known) and token.start >= entry
            taken = taken or (headline and fold(token.text) not in known)
            named = not taken and not run and _is_namesake(sentence.tokens, index)
            if not taken and (named or _continues(token, run, index, title)):
                run.append(token)
            else:
                if run:
                    yield from _judged(run, sentence, title, titled)
                run = [token] if not taken and (named or _continues(token, (), index, title)) else []
        yield from _judged(run, sentence, title, titled)


def _with_names(sentence: Sentence) -> Sequence[Token]:
    """The tokens; in a person's name each is a proper noun: "Maged" is no verb where a name begins with it."""
    persons = [(n.start, n.end) for n in sentence.names if n.label == "person"]
    if not persons:
        return sentence.tokens
    named = (any(start <= token.start < end for start, end in persons) for token in sentence.tokens)
    return [
        msgspec.structs.replace(token, pos="PROPN") if is_name else token
        for token, is_name in zip(sentence.tokens, named, strict=True)
    ]


def _entry_end(sentence: Sentence, offices: Container[int], lands: Set[int]) -> int:
    """Where the name ends in an entry of a list, "Ambassador Ana Rao, Kenya"; no entry ends where it begins."""
    tokens = sentence.tokens
    comma = next((i for i, t in enumerate(tokens[:-1]) if t.text == ","), None)
    is_entry = comma is not None and sentence.start in offices and tokens[comma + 1].start in lands
    return tokens[comma].start if is_entry and comma is not None else sentence.start


def _judged(run: Sequence[Token], sentence: Sentence, title: bool, titled: Set[int]) -> Iterator[Candidate]:
    """A run as the language model sees it: cut to the persons in it, and doubtful where it holds none.

    A name that would begin inside a word or with "bin" begins where the run does, and so does the one behind a title:
    "Irit Ben-Abba Vitale", "Trade Secretary Silvestre Rao III".
    """
    if not run:
        return
    touched = [n for n in sentence.names if n.start < run[-1].end and n.end > run[0].start]
    persons = [n for n in touched if n.label == "person"]
    for person in persons:
        inside = [t for t in run if person.start < t.end and t.start < person.end]
        cut = inside[0].start < person.start or inside[0].text in _LINKING or run[0].start in titled
        whole = [t for t in run if t.start < person.end] if cut and person is persons[0] else inside
        yield from _candidate(whole, sentence, title)
    if not persons:
        found = _candidate(run, sentence, title)
        yield from (msgspec.structs.replace(c, certain=c.certain and not sentence.parsed) for c in found)


def _capitalised(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words, folded, that have a capital inside a sentence: in a headline only these can be of a name."""
    return frozenset(fold(t.text) for s in sentences for t in s.tokens[1:] if t.text[0].isupper())


def _continues(token: Token, run: Sequence[Token], index: int, title: bool) -> bool:
    word = token.text
    if not run and _cannot_begin(word):
        return False
    lower = word.lower().rstrip(".")
    if run and (lower in _PARTICLES or word in _SUFFIXES):
        return True
    if lower in _LEADING or lower in WEEKDAYS or (lower in MONTHS and not run):
        return False
    odd = token.pos in ("PUNCT", "X") and len(word) > 2  # "Khalil-ur-Rahman", to a parser that knows no such name
    if token.pos not in ("", "PROPN") and not odd and not (token.pos in ("ADJ", "NOUN") and (title or not index)):
        return False
    return word[0].isupper() or is_particle_name(word)


def _is_namesake(tokens: Sequence[Token], index: int) -> bool:
    """ "Sun Li" and "Jan Novak" begin with no weekday or month: a name follows, and no "on" or "last" goes before."""
    if tokens[index].text not in _NAMESAKES or index + 1 >= len(tokens):
        return False
    before = tokens[index - 1].text.lower() if index else ""
    if before in _MISTERS:
        return True  # "Mrs May"
    behind = tokens[index + 1].text
    return before not in _DATING and behind[0].isupper() and behind.lower().rstrip(".") not in CALENDAR_WORDS


def _cannot_begin(word: str) -> bool:
    return not word[0].isupper() and "-" not in word


def _behind_a_body(run: Sequence[Token]) -> list[Token]:
    """Of "Department of Ocean Affairs Hong Liang" what follows the last word of a body, where it may be a full name."""
    marks = [index for index, token in enumerate(run) if token.text.lower().rstrip(".") in NOT_PERSONS]
    rest = list(run[marks[-1] + 1 :]) if marks else list(run)
    return [] if marks and len(rest) < 2 else rest


def _candidate(run: Sequence[Token], sentence: Sentence, title: bool) -> Iterator[Candidate]:
    words = _behind_a_body(run)
    while words and words[-1].text.lower() in _PARTICLES:
        words.pop()
    while words and _ADDRESS.fullmatch(words[0].text):
        words.pop(0)
    if not words or len(words) > 6 or all(t.text.endswith(".") for t in words):
        return
    if len(words) == 1 and (len(words[0].text) < 2 or words[0].text.isupper() or words[0].text in classes()["region"]):
        return  # "Minister for Central Asia"
    first = words[0].start == sentence.start and len(words) == 1
    whole = words[0] is run[0] or _ADDRESS.fullmatch(run[0].text) is not None
    yield Candidate(words[0].start, words[-1].end, tuple(t.text for t in words), whole and not title and not first)
