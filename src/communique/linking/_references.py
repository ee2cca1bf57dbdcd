"""Words that point back: "his Chinese counterpart", "the two ministers", "he"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import takewhile

import msgspec

from communique.codebook import leading_offices, word_classes
from communique.linking._demonyms import compatriot, nationality
from communique.linking._genders import Gender
from communique.linking._mentions import OF_THE_TWO, place_of, state_of
from communique.linking._pairs import Pairs, last_two
from communique.linking._people import COUNTERPART, office_words
from communique.linking._records import Form, Mention
from communique.linking._spelling import slug
from communique.linking._titles import Phrase
from communique.parsing import Parse, Sentence, Token
from communique.types import Actor, Span

__all__ = ["counterparts", "lands", "main_subject", "references", "shared_titles"]

_SINGULAR = frozenset({"he", "she", "him", "his", "her"})
_FEMININE = frozenset({"she", "her"})
_PLURAL = frozenset({"they", "them", "their"})
_PRONOUNS = _SINGULAR | _PLURAL
_OPENERS = frozenset({"the", "both", "these", "those"})
_ARTICLES = frozenset({"the", "The"})
_LANDS = frozenset("country nation state neighbour neighbor capital government people".split())
_STATES = _LANDS | {"side", "party"}
_OPPOSED = frozenset({"rival", "neighbour", "neighbor", "foe", "arch-rival", "arch-foe", "adversary", "antagonist"})
_PERSONS = frozenset("leader minister president premier official man diplomat politician statesman envoy".split())
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
_POINTING = _PRONOUNS | _OPENERS | {"it"}
_SAYING_NOTHING = frozenset("be seem appear remain become take come mean follow happen turn".split())
"""Verbs whose "it" may be a matter or nothing at all: "it remains unclear", "it took an hour", "it follows a row"."""
_WINDOW = 60
_TO_COUNTRY = re.compile(
    r"\b(?:(?:travel|arriv|return|journey)\w*|fly|flies|flew|flown|flying|go|goes|going|gone|went|come|comes|came|trip|been"
    r"|visits?)(?: back| over)? (?:to|in|into) the country\b"
)
_STYLES = frozenset({"Highness", "Majesty", "Excellency", "Holiness", "Royal", "Eminence", "Majesties", "Excellencies"})
_OF_BOTH = re.compile(
    OF_THE_TWO
    + r" (?:countries|sides|nations|states|neighbou?rs|governments|rivals|foes|powers|allies|republics|capitals)\b"
)
_IN = re.compile(r"\bin $")
_OTHERS = re.compile(r"\b(?:with|to|from|met|told|received|hosted) (?:the )?$")
_BOTH = re.compile(r"\b(?:[Tt]heir|[Bb]oth|[Tt]he two)(?: respective)? $")
_SENDS = re.compile(r"(?:['’]s)?(?: [a-z-]+){0,2} delegation\b")
_SENT = re.compile(r"\bdelegation (?:from|of)(?: the)? $")
_PAIR = 2
_NEAR = 2  # persons named last among whom one known to be a woman is meant before one who may be
_REACH = 2
"""How many sentences back a reference may point: Hobbs (1978) found 98 % of antecedents within one, news
paragraphs of one sentence make it two."""


def counterparts(text: str, phrases: Sequence[Phrase], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "his Chinese counterpart" without a name: the unnamed holder of the same office there; also several."""
    for phrase in phrases:
        if phrase.name or not phrase.offices or phrase.offices[0].id != COUNTERPART:
            continue
        before = _person_before(phrase.start, mentions)
        states = [state for code in phrase.countries if (state := state_of(code)) is not None]
        if before is None or before.office is None or before.country in phrase.countries or not states:
            continue
        actors = tuple(_counterpart(state, before.office, mentions) for state in states)
        yield Mention(Span.of(text, phrase.start, phrase.end), "title", actors)


def lands(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "Will travel to the country this week": the state of which most was told before."""
    for found in _TO_COUNTRY.finditer(text) if "the country" in text else ():
        start = found.end() - len("the country")
        before = [m for m in mentions if m.span.end <= start and m.form in ("state", "place", "adjective")]
        codes = Counter(code for m in before if (code := _land_of(m)) is not None)
        (most, count), (_, next_count) = (*codes.most_common(2), ("", 0), ("", 0))[:2]
        state = state_of(most) if count > next_count else None
        if state is not None:
            yield Mention(Span.of(text, start, found.end()), "state", (state,), place_of(most))


def _land_of(mention: Mention) -> str | None:
    return mention.place.country if mention.place is not None else next((a.country for a in mention.actors), None)


def shared_titles(
    text: str, phrases: Sequence[Phrase], mentions: Sequence[Mention], starts: Sequence[int]
) -> Iterator[Mention]:
    """ "The foreign ministers of the two countries", "their foreign ministers": those of the two states told last.

    ``starts`` are the offsets at which sentences begin. "Their" is of the two of whom the sentence before tells alone.
    """
    taken = {m.span.start for m in mentions}
    for phrase in phrases:
        if phrase.name or phrase.countries or not (phrase.plural and phrase.offices) or phrase.start in taken:
            continue
        both = _OF_BOTH.match(text, phrase.end)
        here = bisect_right(starts, phrase.start) - 1
        owned = both is not None or _BOTH.search(text, max(0, phrase.start - 12), phrase.start) is not None
        first = 0 if both is not None else starts[max(0, here - _REACH)]
        near = [m for m in mentions if first <= m.span.start < phrase.start]
        if _OTHERS.search(text, max(0, phrase.start - 12), phrase.start):  # "Rao met leaders of the two countries"
            own = {a.country for m in near if m.span.start >= starts[here] for a in m.actors if a.kind == "person"}
            near = [m for m in near if own.isdisjoint(a.country for a in m.actors)]
        states = last_two(0, near, persons=False)
        countries = {a.country for m in near for a in m.actors if a.country}
        if owned and states and (both is not None or len(countries) == 2):
            office = office_words(phrase.offices, phrase.effects) or "official"
            wanted = (office, *leading_offices()) if office == "leader" else (office,)
            actors = tuple(_counterpart(state, office, mentions, wanted) for state in states)
            yield Mention(Span.of(text, phrase.start, both.end() if both else phrase.end), "title", actors)


def _counterpart(
    country: Actor, office: str, mentions: Sequence[Mention], told: Sequence[str | None] | None = None
) -> Actor:
    """The one person named who holds an office for a state, else its unnamed holder."""
    named = [m.actors[0] for m in mentions if m.form == "person" and m.actors[0].country == country.country
             and m.actors[0].office in (told or (office, None))]  # fmt: skip
    return named[0] if len(set(named)) == 1 else _unnamed(country, office)


def _unnamed(country: Actor, office: str) -> Actor:
    return Actor(slug(country.country, office), f"{office} of {country.name}", "person", country.country, office)


def _person_before(start: int, mentions: Sequence[Mention]) -> Actor | None:
    persons = [m for m in mentions if m.form in ("person", "title") and m.span.end <= start and len(m.actors) == 1]
    return persons[-1].actors[0] if persons else None


def references(parse: Parse, mentions: Sequence[Mention], genders: Mapping[str, Gender]) -> Iterator[Mention]:
    """Pronouns, and "the two …" and "the Slovak" in the sentences that were parsed, where one antecedent fits.

    ``genders`` says of ids of actors whether they are women or men; of who is not there it is unknown.
    """
    known = list(mentions)
    pairs = Pairs.of(parse.text, mentions)
    for index, sentence in enumerate(parse.sentences):
        for position, token in enumerate(sentence.tokens):
            lower = token.text.lower()
            if lower not in _POINTING:
                continue
            own = _it(parse.text, parse.sentences, index, position, known) if lower == "it" and index else None
            if own is not None:
                insort(known, own, key=_start)
                yield own
            pointing = lower in _PRONOUNS or (sentence.parsed and lower in _OPENERS)
            if pointing and not _is_style(sentence.tokens, position):
                before: Sequence[Mention] = _before(token, known)
                if sentence.parsed:
                    before = _without(_coordinated(sentence, position, known), before)
                if lower in _SINGULAR:
                    later = _named_later(sentence, position, mentions)
                    before = _of_the_sex(lower, _without(later, before), genders)
                told = parse.sentences[max(0, index - 1) : index + 1]
                ahead = _subject_ahead(parse.text, sentence, position, known) if lower in _SINGULAR else None
                subjects = _plural_subject(told, token, before)
                starts = [s.start for s in parse.sentences[max(0, index - _REACH) : index + 1]]
                word = _Word(parse.text, sentence, position, starts, before, subjects, pairs)
                found = ahead or _reference(word)
                if found is not None:
                    insort(known, found, key=_start)
                    yield found


def _it(
    text: str, sentences: Sequence[Sentence], index: int, position: int, known: Sequence[Mention]
) -> Mention | None:
    """ "Chile recalled its envoy. It also closed its embassy": the subject of a sentence is that of the one before.

    So it is of "In May it closed its embassy".
    """
    sentence, before = sentences[index], sentences[index - 1]
    token = sentence.tokens[position]
    verb = sentence.tokens[token.head]
    told = token.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in _SAYING_NOTHING
    main = sentence.parsed and sentence.tokens[verb.head].head == verb.head and verb.dep in ("root", "conj")
    if not told or not main:
        return None
    subject = main_subject(before)
    if bisect_left(known, token.start, key=_start) > bisect_left(known, sentence.start, key=_start):
        return None  # "In Lima it froze": the city may be meant
    held = [m for m in known if m.span.start <= subject.start < m.span.end and m.form not in ("adjective", "person")]
    actors = held[-1].actors if held else ()
    acts = len(actors) == 1 and actors[0].kind in ("state", "government", "organisation")
    return Mention(Span.of(text, token.start, token.end), "pronoun", actors) if acts else None


def main_subject(sentence: Sentence) -> Token:
    """The subject of a sentence; of one that was not parsed the first word behind "the"."""
    tokens = sentence.tokens
    roots = {i for i, t in enumerate(tokens) if t.head == i}
    subjects = (t for t in tokens if sentence.parsed and t.dep.startswith("nsubj") and t.head in roots)
    return next(subjects, tokens[tokens[0].text == "The" and len(tokens) > 1])


def _named_later(sentence: Sentence, position: int, mentions: Sequence[Mention]) -> Set[str]:
    """Ids of those whom the clause of a main subject names: "He met Rao" is not of Rao (principle C, Chomsky 1981)."""
    token = sentence.tokens[position]
    main = token.dep.startswith("nsubj") and sentence.tokens[token.head].dep == "root"
    if not (main if sentence.parsed else position == 0 and token.text in ("He", "She")):
        return set()
    first = bisect_left(mentions, token.end, key=_start)
    later = (m for m in mentions[first:] if m.form == "person")
    return {a.id for m in takewhile(lambda m: m.span.start < sentence.end, later) for a in m.actors}


def _is_style(tokens: Sequence[Token], position: int) -> bool:
    """ "His Highness", "Her Royal Highness": no pronoun but how somebody is addressed."""
    behind = tokens[position + 1].text if position + 1 < len(tokens) else ""
    return tokens[position].text.lower() in ("his", "her", "their") and behind in _STYLES


def _subject_ahead(text: str, sentence: Sentence, position: int, known: Sequence[Mention]) -> Mention | None:
    """ "Since his return to office, Rao has …": an opening phrase looks ahead to the subject of its sentence."""
    tokens = sentence.tokens
    if not sentence.parsed or tokens[0].pos not in ("ADP", "SCONJ") or tokens[position].dep.startswith("nsubj"):
        return None
    roots = {i for i, t in enumerate(tokens) if t.head == i}
    subject = next((t for t in tokens[position:] if t.dep.startswith("nsubj") and t.head in roots), None)
    comma = subject is not None and any(t.text == "," and t.end <= subject.start for t in tokens[position:])
    named = [] if subject is None else _named_by(sentence, subject, known)
    if not comma or not named or named[0].form != "person" or len(named[0].actors) != 1:
        return None
    return Mention(Span.of(text, tokens[position].start, tokens[position].end), "pronoun", named[0].actors)


def _of_the_sex(pronoun: str, before: Sequence[Mention], genders: Mapping[str, Gender]) -> Sequence[Mention]:
    """The mentions of those whom a pronoun may mean.

    A woman known as one among the persons named last is "she" before those of whom nothing is known: most persons in
    such news are men, so that "he" says less.
    """
    wanted: Gender = "women" if pronoun in _FEMININE else "men"
    other = {a.id for m in before for a in m.actors if genders.get(a.id, wanted) != wanted}
    fitting = _without(other, before)
    persons = [a.id for m in fitting if m.form == "person" for a in m.actors]
    near = list(dict.fromkeys(reversed(persons)))[:_NEAR]
    sure = wanted == "women" and any(identity in genders for identity in near)
    return _without({identity for identity in near if identity not in genders} if sure else set(), fitting)


def _start(mention: Mention) -> int:
    return mention.span.start


def _before(token: Token, known: list[Mention]) -> list[Mention]:
    """The mentions before a token, the last ``_WINDOW`` of them: what lies further back is forgotten."""
    place = bisect_left(known, token.start, key=_start)
    return [m for m in known[max(0, place - _WINDOW) : place] if m.span.end <= token.start]


class _Word(msgspec.Struct, frozen=True):
    """A word that points back: its sentence and place there, what is told before it, and the pairs of the text.

    ``starts`` are where the sentences in reach begin, this one's last; ``subjects`` the several told last.
    """

    text: str
    sentence: Sentence
    position: int
    starts: Sequence[int]
    before: Sequence[Mention]
    subjects: tuple[Actor, ...]
    pairs: Pairs

    @property
    def token(self) -> Token:
        return self.sentence.tokens[self.position]

    @property
    def free(self) -> Sequence[Mention]:
        """The mentions that the word may mean."""
        return _without_subject(self.sentence, self.position, self.before) if self.sentence.parsed else self.before

    def to(self, last: int, form: Form, actors: Sequence[Actor]) -> Mention | None:
        """The mention from this word to another of its sentence; none where nobody is meant."""
        end = self.sentence.tokens[last].end
        return Mention(Span.of(self.text, self.token.start, end), form, tuple(actors)) if actors else None


def _reference(word: _Word) -> Mention | None:
    lower = word.token.text.lower()
    if lower in _SINGULAR:
        return word.to(word.position, "pronoun", _one_person(word.starts, word.free))
    if lower in _PLURAL:
        return word.to(word.position, "pronoun", _they(word))
    return _the_delegation(word) or _counted(word) or _both(word) or _the_compatriot(word)


def _they(word: _Word) -> tuple[Actor, ...]:
    if _has_plural_subject(word.sentence, word.position, word.before):
        return ()
    free = word.free
    return word.subjects or _named_before(word.starts[-1], free) or last_two(word.starts[0], free, persons=True)


def _the_delegation(word: _Word) -> Mention | None:
    behind = word.sentence.tokens[word.position + 1 :][:1]
    if not behind or behind[0].text.lower() != "delegation":
        return None
    return _delegation(word.text, word.token.start, behind[0].end, word.before)


def _the_compatriot(word: _Word) -> Mention | None:
    """ "The Slovak", a person of whom one has told."""
    found = nationality(word.sentence.tokens, word.position) if word.token.text in _ARTICLES else None
    return found and word.to(found[0], "person", compatriot(found[1], word.text, word.starts, word.free))


def _counted(word: _Word) -> Mention | None:
    counted = _counted_phrase(word.sentence.tokens, word.position)
    return (
        None if counted is None else word.to(counted[0], "reference", _several(word.starts, word.before, *counted[1:]))
    )


def _both(word: _Word) -> Mention | None:
    """ "The two sides", "both ministers"; where no two persons are told of, two states, or on their behalf."""
    end = _pair_phrase(word.sentence.tokens, word.position)
    if end is None:
        return None
    last = word.sentence.tokens[end]
    persons = last.lemma.lower() not in _STATES | _OPPOSED and not (last.lemma == "both" and _states_before(word.free))
    bare = last.text.lower() in ("two", "both", "pair", "duo")
    actors = word.subjects if bare and len(word.subjects) == _PAIR else ()
    return word.to(
        end,
        "reference",
        actors
        or _two(word, persons, last.lemma.lower() in _LANDS, last.lemma.lower() == "leader")
        or last_two(word.starts[0], word.free, persons=False),
    )


def _two(word: _Word, persons: bool, lands: bool, lead: bool) -> tuple[Actor, ...]:
    """The only two of the sentence, else the pair joined last or most, else the last two of whom is told."""
    free, (first, *_, here) = word.free, (word.starts[0], *word.starts)
    free = _without(_speakers(word) | (_envoys(free) if lead else frozenset()), free) if persons else free
    told = {a.country for m in free if m.span.start >= here for a in m.actors if a.country}
    alone = last_two(here, free, persons) if len(told) == _PAIR else ()
    joined = word.pairs.near(first, word.token.start, persons) or word.pairs.most_told(word.token.start, persons)
    joined = () if lands and any(actor.kind == "organisation" for actor in joined) else joined
    if joined and not persons and _is_scene(word, alone, joined):
        return joined
    return alone or joined or last_two(first, free, persons) or last_two(0, free, persons)


def _envoys(mentions: Sequence[Mention]) -> frozenset[str]:
    """Ids of those who only speak for others: "both leaders" are none of them."""
    speaking = frozenset(word_classes()["speaking-for"])
    return frozenset(a.id for m in mentions for a in m.actors if not speaking.isdisjoint((a.office or "").split()))


def _speakers(word: _Word) -> frozenset[str]:
    """Ids of those who say what they say of "the two": they are none of them ("Rao said that the two ministers …")."""
    tokens = word.sentence.tokens
    verb = _verb_above(tokens, word.token.head)
    if tokens[verb].dep != "ccomp":
        return frozenset()
    subjects = [t for t in tokens if t.dep == "nsubj" and t.head == tokens[verb].head]
    return frozenset(a.id for t in subjects for m in word.before if m.span.overlaps(t) for a in m.actors)


def _is_scene(word: _Word, alone: Sequence[Actor], joined: Sequence[Actor]) -> bool:
    """Whether one of the two of a sentence only says where something is, and the text joins the other to a third.

    "Peru and Chile … Since the war in Chad Peru hopes that both nations …".
    """
    shared = {a.country for a in alone} & {a.country for a in joined}
    third = {a.country for a in alone} - shared
    here = [m for m in word.before if m.span.start >= word.starts[-1] and any(a.country in third for a in m.actors)]
    return len(shared) == 1 and all(_IN.search(word.text, max(0, m.span.start - 4), m.span.start) for m in here)


def _plural_subject(told: Sequence[Sentence], token: Token, before: Sequence[Mention]) -> tuple[Actor, ...]:
    """The several who are the subject told last: "Chad and Niger said that they …", "Chad and Niger agreed. They …"."""
    if token.text.lower() not in _PLURAL | _OPENERS:
        return ()
    for sentence in reversed(told):
        for place, subject in reversed(list(enumerate(sentence.tokens))):
            if subject.dep.startswith("nsubj") and subject.end <= token.start:
                pair = next((m.actors for m in before if m.span.overlaps(subject)), ())
                if len(pair) > 1:
                    return pair
                heads = [subject, *(t for t in sentence.tokens if t.dep == "conj" and t.head == place)]
                actors = [_at(head, before) for head in heads if head.end <= token.start]
                if len(actors) > 1 or subject.tag.endswith("S"):
                    return tuple(a for a in actors if a is not None) if len(actors) > 1 and None not in actors else ()
    return ()


def _at(token: Token, mentions: Sequence[Mention]) -> Actor | None:
    """The one actor whom a mention that holds a token names."""
    holding = (m for m in mentions if m.span.overlaps(token) and len(m.actors) == 1)
    return next((m.actors[0] for m in holding if m.form in ("state", "person", "title", "organisation", "place")), None)


def _delegation(text: str, start: int, end: int, before: Sequence[Mention]) -> Mention | None:
    """ "the delegation" behind "a Chinese delegation" or "a delegation from China": whose it is, of one told."""
    sent = [m.actors for m in before if len(m.actors) == 1 and _SENDS.match(text, m.span.end)]
    sent += [
        m.actors for m in before if len(m.actors) == 1 and _SENT.search(text, max(0, m.span.start - 30), m.span.start)
    ]
    return Mention(Span.of(text, start, end), "reference", sent[0]) if len(set(sent)) == 1 else None


def _has_plural_subject(sentence: Sentence, position: int, before: Sequence[Mention]) -> bool:
    """ "Leaders of the bloc agreed at their summit": nobody knows whom a plural subject means, and so "their"."""
    earlier = [t for t in sentence.tokens[:position] if t.dep.startswith("nsubj") and t.tag == "NNS"]
    return any(not any(m.span.overlaps(t) for m in before) for t in earlier)


def _states_before(before: Sequence[Mention]) -> bool:
    named = [m for m in before if m.form in ("state", "person")]
    return len(named) >= 2 and all(m.form == "state" for m in named[-2:])


def _without_subject(sentence: Sentence, position: int, before: Sequence[Mention]) -> Sequence[Mention]:
    """Mentions that an object may refer to: not its own clause's subject (principle B, Chomsky 1981)."""
    token = sentence.tokens[position]
    if token.dep.startswith("nsubj") or token.dep == "nmod:poss":
        return before
    verbs = _controllers(sentence.tokens, _verb_above(sentence.tokens, token.head))
    tokens = sentence.tokens
    heads = {i for i, t in enumerate(tokens) if t.dep == "nsubj" and t.head in verbs and t.start < token.start}
    subjects = [t for i, t in enumerate(tokens) if i in heads or (t.dep == "conj" and t.head in heads)]
    own = {a.id for s in subjects for m in _named_by(sentence, s, before) for a in m.actors}
    return _without(own, before)


def _named_by(sentence: Sentence, token: Token, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions at a word, or at the name that it opens: "Mr Rao"."""
    words = (token, *(t for t in sentence.tokens if t.dep == "flat" and sentence.tokens[t.head] is token))
    return [m for m in mentions if any(m.span.start <= word.start < m.span.end for word in words)]


def _without(ids: Set[str], mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions of others than those with these ids."""
    return [m for m in mentions if not ids & {a.id for a in m.actors}] if ids else mentions


def _verb_above(tokens: Sequence[Token], index: int) -> int:
    """A token if it is a verb, else the nearest verb above it, else the root."""
    while tokens[index].pos not in ("VERB", "AUX") and tokens[index].head != index:
        index = tokens[index].head
    return index


def _coordinated(sentence: Sentence, position: int, known: Sequence[Mention]) -> frozenset[str]:
    """Ids of those who stand beside a pronoun, and so are not meant by it: "He and Rao"."""
    tokens = sentence.tokens
    first = tokens[position].head if tokens[position].dep == "conj" else position
    beside = [
        t for i, t in enumerate(tokens) if i != position and (i == first or (t.dep == "conj" and t.head == first))
    ]
    return frozenset(a.id for t in beside for m in _named_by(sentence, t, known) for a in m.actors)


def _controllers(tokens: Sequence[Token], verb: int) -> set[int]:
    """A verb and those that lend it their subject: "plans to visit", "arrived and met"."""
    found = {verb}
    while _borrows(tokens, verb) and tokens[verb].head not in found:
        verb = tokens[verb].head
        found.add(verb)
    return found


def _borrows(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the subject of a verb is another's."""
    if tokens[verb].dep == "conj":
        return not any(t.head == verb and t.dep.startswith("nsubj") for t in tokens)
    return tokens[verb].dep == "xcomp"


def _pair_phrase(tokens: Sequence[Token], position: int) -> int | None:
    """Index of the last token of "the two foreign ministers", "both sides", "the pair"; None if it is none."""
    words = [t.text.lower() for t in tokens[position : position + 5]]
    lemmas = [t.lemma for t in tokens[position : position + 5]]
    if words[:2] in (["the", "pair"], ["the", "duo"], ["the", "two"]) and lemmas[1] != "two":
        return position + 1
    if words[:1] == ["the"] and (opposed := _opposed(tokens, position)) is not None:
        return opposed
    if words[:1] == ["both"] and (len(words) == 1 or tokens[position + 1].pos not in ("NOUN", "ADJ", "PROPN", "DET")):
        return position  # "plans to visit both"
    if words[:1] in (["these"], ["those"]):
        words[0] = "the" if words[1:2] == ["two"] else words[0]  # "a deal between these two"
    if words[:1] == ["both"] or words[:2] == ["the", "two"]:
        for offset in range(1, len(words)):
            if lemmas[offset] in _STATES | _PERSONS:
                return position + offset
            if tokens[position + offset].pos not in ("ADJ", "NUM", "NOUN"):
                break
        ending = (
            ("AUX", "VERB", "ADV")
            if tokens[position].text.lower() == "the"
            else ("AUX", "VERB", "ADV", "PART", "PUNCT")
        )
        if words[:2] == ["the", "two"] and (len(words) == 2 or tokens[position + 2].pos in ending):
            return position + 1
    return None


def _counted_phrase(tokens: Sequence[Token], position: int) -> tuple[int, int, bool] | None:
    """ "The three leaders", "the four states", "the three met": the last token, how many, whether persons."""
    number = tokens[position + 1] if position + 1 < len(tokens) else None
    count = _COUNTS.get(number.text.lower()) if number is not None else None
    if count is None or position + 2 >= len(tokens):
        return None
    if tokens[position + 2].pos in ("AUX", "VERB", "ADV"):
        return position + 1, count, True
    for place in range(position + 2, min(position + 5, len(tokens))):
        if tokens[place].lemma in _STATES | _PERSONS:
            behind = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
            return None if behind in ("of", "from") else (place, count, tokens[place].lemma in _PERSONS)
        if tokens[place].pos not in ("ADJ", "NOUN"):
            return None
    return None


def _several(starts: Sequence[int], before: Sequence[Mention], count: int, persons: bool) -> tuple[Actor, ...]:
    """So many persons, or states, if the sentences in reach name just them: of these the nearest that name enough."""
    for start in reversed(starts):
        told = [a for m in before if m.span.start >= start and m.form not in ("pronoun", "reference") for a in m.actors]
        named = [a for a in told if a.kind == "person"] if persons else [state_of(a.country or "") for a in told]
        found = tuple(dict.fromkeys(a for a in named if a is not None))
        if len(found) >= count:
            return found if len(found) == count else ()
    return ()


def _one_person(starts: Sequence[int], before: Sequence[Mention]) -> tuple[Actor, ...]:
    """The subject of the discourse: the first person of this sentence, else of the nearest one before.

    ``starts`` are the offsets at which the sentences in reach begin, this one's last.
    """
    persons = [m for m in before if _is_of_one(m)]
    for start in reversed(starts):
        first = next((m for m in persons if m.span.start >= start), None)
        if first is not None:
            return first.actors
    return ()


def _opposed(tokens: Sequence[Token], position: int) -> int | None:
    """ "The regional rivals", "the neighbours": nouns that in the plural mean two of whom one has told."""
    for place in range(position + 1, min(position + 4, len(tokens))):
        token = tokens[place]
        if token.lemma.lower() in _OPPOSED:
            owned = place + 1 < len(tokens) and tokens[place + 1].text.lower() in ("of", "in")
            return place if token.tag == "NNS" and not owned else None
        if token.pos != "ADJ":
            return None
    return None


def _is_of_one(mention: Mention) -> bool:
    """Whether a mention is of one person: by name, by a pronoun, or by an office."""
    told = mention.form in ("person", "pronoun", "title")
    return told and len(mention.actors) == 1 and mention.actors[0].kind == "person"


def _named_before(start: int, before: Sequence[Mention]) -> tuple[Actor, ...]:
    """Whom "the two sides" in the same sentence means: "they" behind it are the same."""
    last = next((m for m in reversed(before) if m.form != "place"), None)
    return last.actors if last is not None and last.form == "reference" and last.span.start >= start else ()
