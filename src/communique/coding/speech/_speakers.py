"""Who speaks: the noun phrase before or behind a word of saying, and the actor that it stands for.

A phrase stands for the mention that it ends with. A voice or a document speaks for the body that it belongs to ("a
spokesman for the ministry", "the ministry's statement"); whoever else belongs to somebody ("Rao's wife", "an aide to
Rao") is nobody we know.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from communique.codebook import sayings
from communique.coding.speech._passages import Reader, Word
from communique.linking import Mention, given_name_gender
from communique.types import Actor, Span

__all__ = [
    "DETERMINERS",
    "Heard",
    "Speaker",
    "after",
    "before",
    "first_named",
    "opening_pronoun",
    "opening_subject",
    "read_phrase",
]

DETERMINERS = frozenset(
    "the a an one another its his her their our this that these those some several many two three both no all".split()
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "him", "her", "them"})
_SEXES = {"he": "men", "him": "men", "she": "women", "her": "women"}
_POSSESSIVES = frozenset({"its", "his", "her", "their"})
_PREPOSITIONS = frozenset("of for from at in to with by on near close".split())
_BOUNDS = frozenset(
    ", ; : — – -- - ( ) . ! ? and but that as because while if when where which what or so though although after "
    "before since until than whether how why".split()
)
_ENDS = frozenset(", ; . ! ? ) — – -- : who which whose that to in on at as when while after during before with and "
                  "but about later earlier yesterday today from over by ahead".split())  # fmt: skip
_MARKS = frozenset({",", ";", ".", "!", "?", ")", "—", "–", "--", ":", "who", "which", "whose"})
_FINITE = frozenset("is are was were has have had will would can could may might must should".split())
_STOPS = frozenset({".", ";", "?", "!"})
_LONGEST = 14
_NAME = 4
_APPOSITION = 24
_BRACKET = 5
_MISSIONS = frozenset({"embassy", "consulate", "mission", "delegation"})
_TO_WHOM = frozenset({"by", "with", "to", "against", "from"})


class Speaker(msgspec.Struct, frozen=True):
    """Words ``first``–``last`` of a passage name who speaks; ``actor`` is null where they do not tell who it is."""

    actor: Actor | None
    span: Span
    first: int
    last: int


class Heard(msgspec.Struct, frozen=True):
    """Who spoke last (``actor``, named at ``span``), and whether somebody else was told of since (``crossed``).

    ``topic`` is whom a sentence since then began with, ``issuer`` who put out the document that it tells of.
    """

    actor: Actor | None = None
    crossed: bool = False
    issuer: Actor | None = None
    topic: Actor | None = None
    span: Span | None = None

    @property
    def person(self) -> Actor | None:
        """Who goes on speaking as "he" or "she"."""
        if self.topic is not None and self.topic.kind == "person":
            return self.topic
        return self.actor if self.actor is not None and self.actor.kind == "person" and not self.crossed else None

    @property
    def body(self) -> Actor | None:
        """Who goes on speaking as "it"."""
        bodies = (actor for actor in (self.topic, self.actor) if actor is not None and actor.kind != "person")
        return self.issuer or next(bodies, None)


def before(reader: Reader, words: Sequence[Word], end: int, heard: Heard) -> Speaker | None:
    """The speaker whose phrase ends at the word ``end``; ``heard`` is who spoke before."""
    if end < 0 or words[end].quotation is not None:
        return None
    if words[end].lower == ",":
        return _with_apposition(reader, words, end, heard)
    if words[end].lower == ")":
        end = _before_bracket(words, end)  # "the Foreign Ministry (MFA) said"
    first = 0
    if words[end].lower == "who":
        end -= 1 + (end > 0 and words[end - 1].lower == ",")
        first = next((i + 1 for i in range(end - 1, max(-1, end - _LONGEST), -1) if words[i].lower in _TO_WHOM), 0)
    first = max(first, _phrase_start(reader, words, end))
    return read_phrase(reader, words, first, end, heard) if first <= end else None


def _before_bracket(words: Sequence[Word], end: int) -> int:
    """The last word before a short bracket that ends at the word ``end``."""
    opening = next((i for i in range(end - 1, max(0, end - _BRACKET), -1) if words[i].lower == "("), end + 1)
    return opening - 1


def after(reader: Reader, words: Sequence[Word], start: int, heard: Heard) -> Speaker | None:
    """The speaker behind an inverted verb: "said Rao, who …"; None where the phrase goes on as a clause."""
    end = start
    while end < len(words) and end - start < _LONGEST and words[end].quotation is None:
        mention = reader.starting.get(words[end].start)
        if mention is not None:
            end = _word_after(words, end, mention.span.end)
        elif end > start and (words[end].lower in ("of", "for") or _goes_on_to(words, start, end)):
            end += 1
        elif words[end].lower in _ENDS or words[end].start in reader.times:
            break
        elif words[end].lower in _FINITE:
            return None  # "said his government was ready"
        else:
            end += 1
    if end == start or not _is_closed(reader, words, start, end):
        return None
    speaker = read_phrase(reader, words, start, end - 1, heard)
    return _named_behind(reader, words, speaker) if speaker is not None else None


def _goes_on_to(words: Sequence[Word], start: int, end: int) -> bool:
    """ "Said an adviser to the president", "a diplomat in Oslo": whom or where a voice serves."""
    served = words[end].lower in ("to", "in", "at", "from", "with", "close", "familiar")
    return served and words[start].lower in DETERMINERS and words[end - 1].lower in sayings().servants


def _is_closed(reader: Reader, words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a phrase behind an inverted verb ends at ``end``; one without a name may be the subject of a clause."""
    if end >= len(words) or words[end].quotation is not None or words[end].start in reader.times:
        return True
    named = bool(reader.mentions(words[start:end])) or words[start].lower in _PRONOUNS
    named = named or words[end - 1].lower in sayings().documents
    return words[end].lower in _MARKS or (named and words[end].lower in _ENDS)


def _named_behind(reader: Reader, words: Sequence[Word], speaker: Speaker) -> Speaker:
    """ "said the minister, Ana Silva,": the person named in the apposition."""
    comma = speaker.last + 1
    if comma + 1 >= len(words) or words[comma].lower != ",":
        return speaker
    mention = reader.starting.get(words[comma + 1].start)
    if mention is None and (speaker.actor is None or speaker.actor.kind != "person"):
        return _apposed_name(reader, words, speaker, comma)
    if mention is None or mention.form != "person" or (speaker.actor is not None and speaker.actor.kind == "person"):
        return speaker
    last = _word_after(words, comma + 1, mention.span.end) - 1
    return Speaker(mention.actors[0], mention.span, speaker.first, last)


def _apposed_name(reader: Reader, words: Sequence[Word], speaker: Speaker, comma: int) -> Speaker:
    """ "Said an adviser, Ana Silva.": the name up to the next mark, that nobody linked."""
    end = next((i for i in range(comma + 1, len(words)) if words[i].lower in _MARKS), len(words))
    name = _bare_name(reader, words, comma + 1, end)
    return msgspec.structs.replace(name, first=speaker.first) if name is not None else speaker


def _with_apposition(reader: Reader, words: Sequence[Word], end: int, heard: Heard) -> Speaker | None:
    """ "Rao, the foreign minister, said": the phrase before the comma that opens the apposition."""
    mention = reader.ending.get(words[end - 1].end)
    if mention is not None and "," in mention.span.text:
        return before(reader, words, end - 1, heard)
    opening = next((i for i in range(end - 1, max(-1, end - _APPOSITION), -1) if words[i].lower == ","), None)
    relative = opening is not None and _is_relative(words, opening)
    if not relative and (opened := opening_subject(reader, words, end)) is not None:
        return msgspec.structs.replace(opened, last=end - 1)
    if opening is None or opening == 0 or any(w.quotation for w in words[opening:end]):
        return None
    found = before(reader, words, opening - 1, heard) if words[opening - 1].lower != "," else None
    inner = [m for _, m in reader.mentions(words[opening + 1 : end]) if m.form == "person"]
    unnamed = found is not None and (found.actor is None or found.actor.kind != "person")
    if found is not None and unnamed and inner and words[opening + 1].start == inner[0].span.start:
        return Speaker(inner[0].actors[0], inner[0].span, found.first, end - 1)
    if found is not None and unnamed and (name := _bare_name(reader, words, opening + 1, end)) is not None:
        return msgspec.structs.replace(name, first=found.first)
    return msgspec.structs.replace(found, last=end - 1) if found is not None else None


def _is_relative(words: Sequence[Word], opening: int) -> bool:
    """ "Peru left, and Chile, which stayed, said": whether a relative clause opens in the second of two clauses."""
    joined = any(a.lower == "," and b.lower in ("and", "but", "while") for a, b in pairwise(words[:opening]))
    return joined and words[opening + 1].lower in ("who", "which", "whose")


def first_named(reader: Reader, words: Sequence[Word], heard: Heard) -> Speaker | None:
    """Who begins a sentence, as the subject of its participles: "Rao left early, saying that …"."""
    if words and words[0].lower in _PRONOUNS:
        return read_phrase(reader, words, 0, 0, heard)
    start = _behind_adverbial(reader, words)
    found = [(i, m) for i, m in reader.mentions(words[start : start + 3]) if m.form not in ("adjective", "pronoun")]
    if not found or not (found[0][0] == 0 or _leads(reader, words[start])):
        return None
    index, mention = found[0]
    return Speaker(_only(mention), mention.span, start, _word_after(words, start + index, mention.span.end) - 1)


def _behind_adverbial(reader: Reader, words: Sequence[Word]) -> int:
    """ "A few days after the vote, Rao": the first word behind the comma, where nobody is named before it."""
    comma = next((i for i, word in enumerate(words[:_LONGEST]) if word.lower == ","), None)
    if comma is None or reader.mentions(words[:comma]) or any(word.quotation is not None for word in words[:comma]):
        return 0
    behind = words[comma + 1].start if comma + 1 < len(words) else -1
    return comma + 1 if behind in reader.starting and reader.starting[behind].form == "person" else 0


def opening_subject(reader: Reader, words: Sequence[Word], end: int) -> Speaker | None:
    """The speaker named at the start of a sentence and parted by a comma from the verb behind the comma at ``end``."""
    start = next((i + 1 for i in range(end - 1, -1, -1) if words[i].lower in (".", ";", "?", "!")), 0)
    name = _plain_name(reader, words, start, end)
    if name is not None:
        return name
    for first in range(start, min(start + 2, end)):
        mention = reader.starting.get(words[first].start)
        if mention is not None and (first == start or _leads(reader, words[start])):
            last = _word_after(words, first, mention.span.end) - 1
            if (
                words[last + 1].lower == ","
                and (last + 1 < end or "," in mention.span.text)
                and mention.form not in ("adjective", "pronoun")
            ):
                return Speaker(_only(mention), mention.span, start, last)
            return None
    return None


def _plain_name(reader: Reader, words: Sequence[Word], start: int, end: int) -> Speaker | None:
    """A name that nobody linked, two to four words in capitals up to the first comma: "Ana Silva, a lawyer, said"."""
    comma = next((i for i in range(start, min(start + 5, end)) if words[i].lower == ","), None)
    return _bare_name(reader, words, start, comma) if comma is not None else None


def _bare_name(reader: Reader, words: Sequence[Word], start: int, end: int) -> Speaker | None:
    """Two to four words in capitals that nobody linked, up to ``end``: "a permanent secretary, Ana Silva, said"."""
    name = words[start:end]
    if not 2 <= len(name) <= _NAME or reader.mentions(name):
        return None
    if any(word.quotation is not None or not reader.text[word.start].isupper() for word in name):
        return None
    actor = reader.surnames.get(name[-1].lower)
    return Speaker(actor, reader.span(name[0].start, name[-1].end), start, end - 1)


def _leads(reader: Reader, word: Word) -> bool:
    """Whether a word may stand before the mention that begins a sentence: an article, a title, the rest of a name."""
    return word.lower in DETERMINERS or (word.quotation is None and reader.text[word.start].isupper())


def _phrase_start(reader: Reader, words: Sequence[Word], end: int) -> int:
    """The first word of the phrase that ends at ``end``: behind the nearest boundary outside a mention."""
    first = end + 1
    while first > 0 and end - first < _LONGEST:
        mention = reader.ending.get(words[first - 1].end)
        if mention is not None:
            first = next(i for i in range(first) if words[i].end > mention.span.start)
            continue
        if words[first - 1].quotation is not None or words[first - 1].lower in _BOUNDS:
            break
        first -= 1
    return first


def read_phrase(reader: Reader, words: Sequence[Word], first: int, last: int, heard: Heard) -> Speaker | None:
    """The speaker that words ``first``–``last`` name."""
    if words[last].lower in _PRONOUNS:
        actor = _of_pronoun(reader, words[last], heard)
        return Speaker(actor, _unnamed(reader, words, last, heard, actor), last, last)
    inside = [(first + i, m) for i, m in reader.mentions(words[first : last + 1])]
    for index, mention in reversed(inside):
        final = _word_after(words, index, mention.span.end) - 1
        if final == last and mention.form != "adjective" and not _belongs(words, first, index):
            actor = _only(mention) or (
                _described(reader, words, index, last, inside, heard) if mention.form == "title" else None
            )
            return Speaker(actor, mention.span, first, last)
    if inside and inside[0][0] == first and _serves(words, inside[0][1]):
        return Speaker(_only(inside[0][1]), inside[0][1].span, first, last)
    begins = _trimmed(reader, words, first, last)
    if begins > last or not (_is_nominal(words, begins, last, bool(inside)) or _is_name(reader, words, begins, last)):
        return None
    named = reader.surnames.get(words[last].lower) if _is_name(reader, words, begins, last) else None
    actor = (
        named
        or _spoken_for(reader, words, begins, last, inside, heard)
        or _described(reader, words, begins, last, inside, heard)
    )
    return Speaker(actor, reader.span(words[begins].start, words[last].end), first, last)


def opening_pronoun(reader: Reader, words: Sequence[Word], heard: Heard) -> Actor | None:
    """The person whom a sentence that begins with "he" or "she" goes on telling of."""
    if not words or words[0].lower not in ("he", "she"):
        return None
    return _of_pronoun(reader, words[0], heard)


def _unnamed(reader: Reader, words: Sequence[Word], place: int, heard: Heard, actor: Actor | None) -> Span:
    """The words that tell who a pronoun is: of somebody unnamed who goes on speaking those that told of him before."""
    lower = words[place].lower
    goes_on = actor is None and heard.actor is None and heard.span is not None and not heard.crossed
    if not goes_on or heard.span is None or not _may_be(lower, heard):
        return reader.span(words[place].start, words[place].end)
    return heard.span


def _may_be(pronoun: str, heard: Heard) -> bool:
    """Whether a pronoun may stand for the unnamed speaker: by number, or for two sides the document that they wrote."""
    words = heard.span.text.lower().split() if heard.span is not None else [""]
    if pronoun == "they":
        return (words[-1].endswith("s") and words[-1] not in sayings().documents | {"reports"}) or words[0] == "joint"
    return heard.topic is None and not words[-1].endswith("s")


def _serves(words: Sequence[Word], mention: Mention) -> bool:
    """ "Rao of the foreign ministry": somebody named, with whom she serves."""
    behind = next((word.lower for word in words if word.start >= mention.span.end), "")
    return mention.form == "person" and behind in ("of", "from", "at", "with")


def _of_pronoun(reader: Reader, word: Word, heard: Heard) -> Actor | None:
    """Who a pronoun is: whoever spoke last goes on speaking, else whom linking found."""
    mention = reader.starting.get(word.start)
    meant = _only(mention) if mention is not None else None
    goes_on = {"he": heard.person, "she": heard.person, "it": heard.body, "i": heard.actor, "we": heard.actor}.get(
        word.lower
    )
    return meant if goes_on is None or _is_of_other_sex(word.lower, goes_on) else goes_on


def _is_of_other_sex(pronoun: str, actor: Actor) -> bool:
    """Whether somebody's given name tells that "he" or "she" is another."""
    sex = given_name_gender(actor.name.split()[0]) if actor.kind == "person" else None
    return sex is not None and sex != _SEXES.get(pronoun, sex)


def _only(mention: Mention) -> Actor | None:
    return mention.actors[0] if len(mention.actors) == 1 else None


def _belongs(words: Sequence[Word], first: int, index: int) -> bool:
    """Whether a mention hangs on a noun before it: "a spokesman for the ministry"."""
    place = index - 1
    while place > first and words[place].lower in DETERMINERS:
        place -= 1
    return place > first and words[place].lower in _PREPOSITIONS


def _trimmed(reader: Reader, words: Sequence[Word], first: int, last: int) -> int:
    """The first word of the phrase without an adverbial before it: "On Monday the palace said", "In Oslo it said"."""
    if words[first].lower not in _PREPOSITIONS:
        return first
    opening = words[min(first + 1, last)].start
    place = reader.starting.get(opening)
    end = reader.times.get(opening) or (place.span.end if place is not None and place.form == "place" else None)
    behind = _word_after(words, first, end) if end is not None else last + 1
    if behind <= last:
        return behind
    return next((i for i in range(last, first, -1) if words[i].lower in DETERMINERS), last + 1)


def _is_nominal(words: Sequence[Word], first: int, last: int, mentioned: bool) -> bool:
    """Whether words can name a speaker: with an article, a possessor, a noun that speaks, or a bare plural."""
    lower = {word.lower for word in words[first : last + 1]}
    speaking = lower & (sayings().voices | sayings().documents | sayings().media)
    return bool(lower & DETERMINERS or speaking or mentioned or words[last].lower.endswith("s")) and last - first < 12


def _is_name(reader: Reader, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether all words have capitals: "KCNA", "Benedetti"."""
    return last - first < 3 and all(reader.text[words[i].start].isupper() for i in range(first, last + 1))


def _described(
    reader: Reader, words: Sequence[Word], first: int, last: int, inside: Sequence[tuple[int, Mention]], heard: Heard
) -> Actor | None:
    """Who "the minister", "the ministry" or "the Frenchman" is: the last one told of who is that."""
    titled = bool(inside) and _covers(inside[-1][1], words[last]) and inside[-1][1].form == "title"
    if not titled and (words[first].lower != "the" or last - first > 2):
        return None
    country = next((m.actors[0].country for _, m in inside if m.form == "adjective" and m.actors), None)
    noun = None if inside and _covers(inside[-1][1], words[last]) and not titled else words[last].lower
    for actor in (heard.person, heard.topic, *map(_only, reader.latest(words[first].start))):
        if actor is None or (country is not None and actor.country != country):
            continue
        named = actor.office or "" if actor.kind == "person" else actor.name
        called = {noun, *sayings().epithets.get(noun or "", ())}
        if (noun is None and actor.kind == "person") or not called.isdisjoint(named.lower().split()):
            return actor
    return None


def _covers(mention: Mention, word: Word) -> bool:
    return mention.span.start <= word.start < mention.span.end


def _spoken_for(
    reader: Reader, words: Sequence[Word], first: int, last: int, inside: Sequence[tuple[int, Mention]], heard: Heard
) -> Actor | None:
    """The body or person for whom a voice or a document speaks."""
    lower = [word.lower for word in words[first : last + 1]]
    document = bool(set(lower) & sayings().documents)
    if not document and not set(lower) & sayings().voices:
        return None
    if lower[0] in _POSSESSIVES and not inside:
        mention = reader.starting.get(words[first].start)
        told = _told_of_here(reader, words, first) if lower[0] == "its" else None
        owner = told or (heard.body if lower[0] == "its" or mention is None else _only(mention))
    elif document and not inside:
        owner = heard.body
    else:
        post = not _MISSIONS.isdisjoint(lower)  # "the embassy in Bern" is not of who governs there
        owners = (m for i, m in inside if not (post and words[i - 1].lower in ("in", "to", "at")))
        owner = next((a for m in owners if (a := _only(m)) is not None), None)
    return owner if owner is not None and (document or owner.kind != "person") else None


def _told_of_here(reader: Reader, words: Sequence[Word], end: int) -> Actor | None:
    """ "China is pleased, its ministry said": the state or body with which the sentence before ``end`` begins."""
    start = next((i + 1 for i in range(end - 1, -1, -1) if words[i].lower in _STOPS), 0)
    opening = [
        m for i, m in reader.mentions(words[start : min(end, start + 2)]) if m.form not in ("adjective", "pronoun")
    ]
    actor = _only(opening[0]) if opening else None
    return actor if actor is not None and actor.kind != "person" and end - start > 2 else None


def _word_after(words: Sequence[Word], index: int, end: int) -> int:
    """The first word from ``index`` on that begins at the character ``end`` or later."""
    while index < len(words) and words[index].start < end:
        index += 1
    return index
