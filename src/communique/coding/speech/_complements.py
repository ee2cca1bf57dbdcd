"""What stands behind a verb of saying: whom it was said to, and where the content begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from communique.codebook import sayings
from communique.coding.speech._cues import Cue
from communique.coding.speech._passages import Reader, Word, is_title
from communique.coding.speech._speakers import DETERMINERS
from communique.types import Actor, Span

__all__ = ["Complement", "complement", "skip_adjuncts"]

_PREPOSITIONS = frozenset(
    "in on at during after through via by from before following ahead under alongside when as while".split()
)

_ADVERBS = frozenset("here there again later earlier today yesterday tonight recently also then afterwards too once so "
                     "meanwhile likewise however early late last first publicly".split())  # fmt: skip
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "there", "you"})
_OBJECTS = frozenset({"him", "her", "them", "us", "me", "it", "you", "himself", "herself", "everyone", "this", "that"})
_HOLLOW = frozenset("yes no so otherwise nothing little more something this goodbye much".split())
_FOLLOWING = frozenset("is was has had will would can could may might must should are were does did".split())
_CLOSERS = frozenset(", . ; : ! ? ) — – -- and but or as when while who which".split())
_MARKED = ("of", "for", "as", "against")
_OBJECT = 9
"""Words of an object and the first of what it is called."""
_REACH = 16
"""Words between a verb and the "that" of its clause."""


class Complement(msgspec.Struct, frozen=True):
    """The content begins at the word ``start``; it is ``loose`` where a comma parts it from the verb."""

    start: int
    loose: bool = False
    addressee: Span | None = None
    actor: Actor | None = None


def complement(reader: Reader, words: Sequence[Word], cue: Cue) -> Complement | None:
    """Where the content behind a verb begins; None where none stands there."""
    place = skip_adjuncts(reader, words, cue.last + 1)
    addressee: Span | None = None
    actor: Actor | None = None
    if "complement" in cue.verb.takes and not cue.verb.addressee:
        return _of_object(reader, words, cue, place)
    spoken_to = place < len(words) and words[place].lower == "to" and "infinitive" not in cue.verb.takes
    if cue.verb.addressee or spoken_to:
        first = place + spoken_to
        last = _addressee(reader, words, first)
        if last is not None and last >= first:
            addressee = reader.span(words[first].start, words[last].end)
            mention = next((m for _, m in reversed(reader.mentions(words[first : last + 1]))), None)
            actor = mention.actors[0] if mention is not None and len(mention.actors) == 1 else None
            place = skip_adjuncts(reader, words, last + 1)
    start = _start(reader, words, cue, place, addressee is not None)
    return None if start is None else msgspec.structs.replace(start, addressee=addressee, actor=actor)


def skip_adjuncts(reader: Reader, words: Sequence[Word], place: int) -> int:
    """The first word behind adverbs and expressions of time."""
    while place < len(words):
        word = words[place]
        ahead = words[place + 1].start if place + 1 < len(words) else -1
        if word.start in reader.times:
            end = reader.times[word.start]
        elif word.lower in ("on", "in", "at", "late", "early", "earlier", "later") and ahead in reader.times:
            end = reader.times[ahead]
        elif (
            word.lower == "there" and place + 1 < len(words) and words[place + 1].lower in _FOLLOWING | {"are", "were"}
        ):
            return place  # "said there was no way"
        elif word.lower in _ADVERBS or (word.lower.endswith("ly") and len(word.lower) > 4):
            end = word.end
        else:
            return place
        while place < len(words) and words[place].start < end:
            place += 1
    return place


def _of_object(reader: Reader, words: Sequence[Word], cue: Cue, place: int) -> Complement | None:
    """ "called it a mistake"; "what he called a mistake"."""
    if place >= len(words) or any(
        a.lower in ("is", "was") and b.lower == "what" for a, b in pairwise(words[: cue.first])
    ):
        return None
    if _asked_for_what(words, cue.before) and words[place].lower not in _CLOSERS:
        return Complement(place)
    if (
        words[place].lower in _OBJECTS
        and place + 1 < len(words)
        and words[place + 1].lower not in _CLOSERS | _PREPOSITIONS
    ):
        return Complement(place + 1)
    return _behind_object(reader, words, place)


def _behind_object(reader: Reader, words: Sequence[Word], place: int) -> Complement | None:
    """ "Called the strike a crime", "called Rao's plan 'absurd'": what stands behind the object."""
    if words[place].lower in ("a", "an") or not _opens_object(reader, words[place]):
        return None
    for index in range(place + 1, min(len(words) - 1, place + _OBJECT)):
        word = words[index]
        if word.quotation is not None or (word.lower in ("a", "an") and word.start not in reader.times):
            return Complement(index)
        if word.lower in _CLOSERS | _PREPOSITIONS or word.start in reader.times:
            return None
    return None


def _opens_object(reader: Reader, word: Word) -> bool:
    return word.lower in DETERMINERS or word.start in reader.starting


def _asked_for_what(words: Sequence[Word], before: int) -> bool:
    return any(word.lower == "what" for word in words[max(0, before - 8) : before + 1])


def _addressee(reader: Reader, words: Sequence[Word], first: int) -> int | None:
    """The last word of the noun phrase that begins at ``first``, where it can be spoken to."""
    if first >= len(words):
        return None
    thing = words[first].lower in ("it", "this", "that")
    behind = words[first + 1].lower if first + 1 < len(words) else ""
    if words[first].lower in _OBJECTS and (not thing or behind == "that"):  # "told it that"; "told it was late"
        return first
    place = first
    while place < min(len(words), first + 10):
        mention = reader.starting.get(words[place].start)
        if mention is not None and mention.form != "pronoun":
            last = max(i for i in range(place, len(words)) if words[i].start < mention.span.end)
            if mention.form != "adjective" and words[last + 1 : last + 2] and words[last + 1].lower not in ("'s", "’s"):
                return last
            place = last + 1
            continue
        if words[place].lower in sayings().audiences:
            return _group(words, place)
        if words[place].quotation is not None or words[place].lower in _CLOSERS | _SUBJECTS | {"to", "that", "of"}:
            break
        place += 1
    named = place < len(words) and words[place].lower in ("to", "that", "of", ":") and words[place].quotation is None
    return (
        place - 1
        if named and place > first and words[first].lower in DETERMINERS | _plurals(words, place - 1)
        else None
    )


def _group(words: Sequence[Word], place: int) -> int:
    """ "an audience of young people": the last word of the phrase."""
    if place + 1 < len(words) and words[place + 1].lower == "of":
        place += 1
        while place + 1 < len(words) and words[place + 1].lower not in _CLOSERS | _PREPOSITIONS | {"that", "to", ""}:
            place += 1
    return place


def _plurals(words: Sequence[Word], last: int) -> frozenset[str]:
    """A bare plural is one word, or an adjective and one."""
    return frozenset(w.lower for w in words[last - 1 : last + 1]) if words[last].lower.endswith("s") else frozenset()


def _start(reader: Reader, words: Sequence[Word], cue: Cue, place: int, addressed: bool) -> Complement | None:
    takes = cue.verb.takes
    if place >= len(words):
        return None
    lower = words[place].lower
    quotation = words[place].quotation
    if quotation is not None:
        return None if cue.verb.addressee and is_title(reader.text, quotation) else Complement(place)
    if lower == ":" and place + 1 < len(words):
        return Complement(place + 1)
    if lower == "that" and {"clause", "bare"} & takes:
        return Complement(place + 1)
    if lower in ("whether", "if") and "whether" in takes:
        return Complement(place)
    if lower == "to" and "infinitive" in takes and addressed == cue.verb.addressee:
        return Complement(place)
    if lower == "," and place + 1 < len(words) and cue.verb.parenthetical and {"clause", "bare", "whether"} & takes:
        return Complement(_behind_aside(words, place) or place + 1, loose=True)
    marked = _marked(words, cue, place, addressed)
    if marked is not None or "object" in takes:
        return marked or _quoting(words, place)
    if lower in _HOLLOW and place + 1 < len(words) and words[place + 1].lower in _CLOSERS | _PREPOSITIONS:
        return None
    lone = place + 1 >= len(words) or words[place + 1].lower in (".", ",", "and")  # "told France Info."
    bare = "bare" in takes and not lone and _opens_clause(lower, addressed, cue)
    if bare or ("clause" in takes and _is_subject(words, place)):
        return Complement(place)
    return _behind_phrase(words, cue, place) if lower in _PREPOSITIONS and {"clause", "bare"} & takes else None


def _behind_aside(words: Sequence[Word], comma: int) -> int | None:
    """ "Wrote, also on Twitter, that …": the word behind "that", where an aside stands before it."""
    closing = next((i for i in range(comma + 1, min(len(words), comma + _OBJECT)) if words[i].lower == ","), None)
    told = closing is not None and closing + 2 < len(words) and words[closing + 1].lower == "that"
    return closing + 2 if told and closing is not None else None


def _is_subject(words: Sequence[Word], place: int) -> bool:
    """Whether a pronoun opens a clause; "it" and "you" do before a verb only."""
    lower = words[place].lower
    ahead = words[place + 1].lower if place + 1 < len(words) else ""
    return lower in _SUBJECTS and (lower not in ("it", "you") or ahead in _FOLLOWING)


def _opens_clause(lower: str, addressed: bool, cue: Cue) -> bool:
    return (
        lower not in _CLOSERS | _PREPOSITIONS | {"to", "of", "about", "with", "for"} and addressed == cue.verb.addressee
    )


def _marked(words: Sequence[Word], cue: Cue, place: int, addressed: bool) -> Complement | None:
    """The content behind "of" or "as", an object in between: "accused Rao of …", "described the deal as …"."""
    wanted = [mark for mark in _MARKED if mark in cue.verb.takes]
    for index in range(place, min(len(words), place + 12)):
        if words[index].quotation is not None or words[index].lower in (",", ";", ":", ".", "that"):
            return None
        if words[index].lower in wanted and index + 1 < len(words) and _holds(words, index, index > place or addressed):
            return Complement(index + 1)
    return None


def _holds(words: Sequence[Word], index: int, distant: bool) -> bool:
    """Whether "of" or "for" opens the content: "accused Rao of …", "praised Rao for coming"; not "the accused of …"."""
    lower, ahead = words[index].lower, words[index + 1]
    if lower == "for":
        return ahead.quotation is not None or (ahead.lower.endswith("ing") and len(ahead.lower) > 4)
    return distant or lower != "of"


def _quoting(words: Sequence[Word], place: int) -> Complement | None:
    """ "spoke of a 'first step'": the quotation in the object."""
    for index in range(place, min(len(words), place + 8)):
        if words[index].quotation is not None:
            return Complement(index)
        if words[index].lower in _CLOSERS - {"and"}:
            return None
    return None


def _behind_phrase(words: Sequence[Word], cue: Cue, place: int) -> Complement | None:
    """ "said in a statement that …", "said in Oslo: …", "said in a statement, …"."""
    for index in range(place, min(len(words) - 1, place + _REACH)):
        if words[index].quotation is not None:
            return Complement(index)
        if words[index].lower in ("that", ":"):
            return Complement(index + 1)
        if words[index].lower in _FOLLOWING | {";", ".", "who", "which"} and words[place].lower not in (
            "when",
            "as",
            "while",
        ):
            return None
        if words[index].lower == ",":
            return Complement(index + 1, loose=True) if cue.verb.parenthetical else None
    return None
