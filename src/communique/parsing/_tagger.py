"""Word classes by lexicon, form and neighbours: the tagger of the shallow parser.

It is right where coding needs it: which word is the verb of a clause, which is a noun, what is a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from communique.codebook.calendar import CALENDAR_WORDS
from communique.parsing._lexicon import ADJECTIVE_ENDINGS, AUXILIARIES, CLOSED, MODALS, POSSESSIVES, verbs
from communique.parsing._records import Token

__all__ = ["is_particle_name", "is_title_case", "tag"]

_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "POSS"})
_SUBJECT_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "there"})
_OBJECT_VERBS = frozenset({"hold", "send", "bring", "make", "lay", "lead"})  # never without an object
# Base forms that are nouns more often than verbs where only their neighbours tell.
_BASE_AS_NOUN = frozenset({"talk", "call", "visit", "trip", "head", "host", "plan", "end", "state", "tour", "trade"})


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether a line is a headline in title case, where capitals say nothing about names."""
    if len(tokens) > 25 or tokens[-1].text == ".":
        return False
    words = [t.text for t in tokens if t.text[0].isalpha() and len(t.text) > 3]
    return len(words) >= 3 and all(w[0].isupper() or w in CLOSED for w in words)


def tag(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of one sentence with lemma, Universal POS and, for verbs, Penn tag."""
    title = is_title_case(tokens)
    tagged: list[Token] = []
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        beyond = tokens[index + 2].text if index + 2 < len(tokens) else ""
        lemma, pos, penn = _classify(token, tagged, following, title)
        if lemma == "to" and pos == "ADP" and following is not None and _object_follows(following, beyond):
            pos = "PART"
        if tagged and tagged[-1].pos == "PART" and tagged[-1].lemma == "to" and pos == "NOUN":
            lemma, pos, penn = token.text.lower(), "VERB", "VB"
        tagged.append(Token(token.text, token.start, token.end, lemma, pos, penn, index, ""))
    return _reduced_participles(tagged)


def _classify(token: Token, before: Sequence[Token], following: Token | None, title: bool) -> tuple[str, str, str]:
    word = token.text
    fixed = _fixed(word)
    if fixed is not None:
        return fixed
    lower = word.lower()
    first = not before or _only_marks(before)
    if lower in ("'s", "’s", "s’", "'", "’") and before and before[-1].pos in ("NOUN", "PROPN", "ADV"):
        return "'s", "POSS", ""
    if lower == "to":
        return "to", _to_class(before, following, title), ""
    if lower in AUXILIARIES and not (word == "May" and before):
        return AUXILIARIES[lower], "AUX", _auxiliary_tag(lower)
    if lower == "there" and not (following is not None and following.text.lower() in AUXILIARIES):
        return lower, "ADV", ""
    if first and lower in ("late", "early") and following is not None and CLOSED.get(following.text) in ("ADP", "DET"):
        return lower, "ADV", ""
    if lower in ("first", "last") and not (before and before[-1].tag == "MD"):
        return lower, "ADV" if following is not None and _verbal(following) else "ADJ", ""
    if lower in CLOSED and (word[0].islower() or first or title or lower in POSSESSIVES):
        return lower, "DET" if lower in POSSESSIVES else CLOSED[lower], ""
    if (word[0].isupper() and not first and not title) or is_particle_name(word):
        return word, "PROPN", ""
    readings = () if following is not None and _finite_auxiliary(following) else verbs().get(lower, ())
    if readings and (verb := _verb_reading(lower, readings, before, following)):
        return *verb[:1], "VERB", verb[1]
    if word[0].isupper() and not _common(lower) and not title:
        return word, "PROPN", ""
    lemma, pos, penn = _open_class(lower)
    if penn == "VBN" and before and before[-1].pos in ("NOUN", "PROPN") and not _by_follows(following):
        penn = "VBD"
    return lemma, pos, penn


@lru_cache(maxsize=1 << 16)
def _fixed(word: str) -> tuple[str, str, str] | None:
    """The class of a word that its neighbours do not change, else None."""
    lower = word.lower()
    if not any(c.isalnum() for c in word) and word not in ("'", "’"):
        return word, "PUNCT", ""
    if word[0].isdigit():
        return lower, "NUM", ""
    if lower in ("n't", "n’t", "not"):
        return "not", "PART", ""
    if lower in AUXILIARIES and word not in ("May", "'s", "’s"):
        return AUXILIARIES[lower], "AUX", _auxiliary_tag(lower)
    if lower in POSSESSIVES:
        return lower, "DET", ""
    if word in CLOSED and word not in ("to", "there"):
        return word, CLOSED[word], ""
    return None


def _finite_auxiliary(token: Token) -> bool:
    """A word before "is" or "will" is no finite verb: "talks are planned"."""
    return token.text.lower() in AUXILIARIES and not token.text.startswith(("'", "’"))


def _verbal(token: Token) -> bool:
    readings = {tag for _, tag in verbs().get(token.text.lower(), ())}
    return bool(readings) and not readings <= {"VB", "VBZ"}


def is_particle_name(word: str) -> bool:
    """ "al-Sisi", "d'Ivoire": a name that begins with its article."""
    return word[:3].lower() in ("al-", "el-", "as-", "ad-", "an-", "ar-", "ul-") and word[3:4].isupper()


def _auxiliary_tag(lower: str) -> str:
    if lower in MODALS or lower in ("'ll", "’ll", "'d", "’d", "wo", "ca"):
        return "MD"
    return {
        "was": "VBD",
        "were": "VBD",
        "had": "VBD",
        "did": "VBD",
        "be": "VB",
        "been": "VBN",
        "being": "VBG",
    }.get(lower, "VBZ")


def _to_class(before: Sequence[Token], following: Token | None, title: bool) -> str:
    """``to`` is the infinitive's particle before a base form, else a preposition."""
    if following is None:
        return "ADP"
    word = following.text.lower()
    base = word in ("be", "have", "do") or any(t == "VB" for _, t in verbs().get(word, ()))
    base = base or word.endswith(("ify", "ise", "ize"))
    noun_before = bool(before) and before[-1].lemma in ("visit", "trip", "tour", "travel", "journey")
    return "PART" if base and (title or following.text[0].islower()) and not noun_before else "ADP"


def _only_marks(tokens: Sequence[Token]) -> bool:
    return len(tokens) < 4 and all(t.pos == "PUNCT" for t in tokens)


def _object_follows(following: Token, beyond: str) -> bool:
    """An unlisted verb: "to nominate a", "to oversee its", "to wish Peru" (a noun would end its phrase)."""
    word = following.text
    plain = word.isalpha() and word.islower() and word not in CLOSED and not word.endswith(("s", "ing"))
    determined = CLOSED.get(beyond) == "DET" or beyond in POSSESSIVES or beyond[:1].isupper()
    return plain and determined


def _verb_reading(
    lower: str, readings: Sequence[tuple[str, str]], before: Sequence[Token], following: Token | None
) -> tuple[str, str] | None:
    """The verb reading that the left neighbour allows, or None where the word is a noun or adjective."""
    tags = {t: lemma for lemma, t in readings}
    previous = _previous(before)
    if previous is None or _only_marks(before):
        return _initial(tags, following)
    if previous.pos == "PART" or previous.tag == "MD" or previous.lemma == "do":
        return (tags["VB"], "VB") if "VB" in tags else None
    if previous.lemma in ("be", "have") and previous.pos == "AUX":
        return next(((tags[t], t) for t in ("VBN", "VBG") if t in tags), None)
    if previous.pos == "NUM" and "VBD" in tags and not lower.endswith("ed"):
        return tags["VBD"], "VBD"  # "the two held talks"
    if previous.pos in ("DET", "ADJ", "NUM", "POSS", "ADP"):
        return _after_nominal(tags, previous, following)
    if _is_reduced(tags, previous, following):
        return tags["VBN"], "VBN"
    return _finite(tags, previous, following)


def _is_reduced(tags: dict[str, str], previous: Token, following: Token | None) -> bool:
    """A form that is past tense and participle: "the envoy, sent by Mali,", "talks held in Doha"."""
    if "VBD" not in tags or "VBN" not in tags or following is None:
        return False
    agent = previous.text == "," and following.text.lower() in ("by", "to", "from")
    plain = tags["VBN"] in _OBJECT_VERBS and previous.pos in ("NOUN", "PROPN")
    return agent or (plain and CLOSED.get(following.text) == "ADP")


def _previous(before: Sequence[Token]) -> Token | None:
    """The nearest token to the left that is no adverb and no quotation mark."""
    for token in reversed(before):
        if token.pos != "ADV" and token.text not in ('"', "“", "”", "‘", "'"):
            return token
    return None


def _initial(tags: dict[str, str], following: Token | None) -> tuple[str, str] | None:
    for penn in ("VBG", "VBN"):
        if penn in tags and following is not None and following.text.lower() not in ("of", "is", "was"):
            return tags[penn], penn
    return None


def _after_nominal(tags: dict[str, str], previous: Token, following: Token | None) -> tuple[str, str] | None:
    """After a determiner, adjective, possessive or preposition only a gerund is a verb ("after meeting Wang")."""
    if previous.pos == "ADP" and previous.lemma != "with" and "VBG" in tags and following is not None:
        nominal = following.text.lower() in ("of", "in", "on", "at", "between") or not following.text[0].isalnum()
        return None if nominal else (tags["VBG"], "VBG")
    return None


def _finite(tags: dict[str, str], previous: Token, following: Token | None) -> tuple[str, str] | None:
    """After a noun, name, pronoun, verb, comma or conjunction."""
    if "VBD" in tags:
        return tags["VBD"], "VBD"
    if "VBN" in tags:
        return tags["VBN"], "VBN"
    if "VBG" in tags:
        if tags["VBG"] == "meet" and previous.pos == "NOUN":
            return None  # "a working meeting"
        return None if _noun_follows_badly(previous, following) else (tags["VBG"], "VBG")
    pronoun = previous.text.lower() in _SUBJECT_PRONOUNS
    if "VBZ" in tags and (previous.pos in ("PROPN", "NOUN") or pronoun or previous.text == ","):
        return None if _plural_noun(tags["VBZ"], previous, following) else (tags["VBZ"], "VBZ")
    if "VB" in tags and _plural_before(previous):
        return None if tags["VB"] in _BASE_AS_NOUN and previous.pos != "NOUN" else (tags["VB"], "VBP")
    if "VB" in tags and previous.pos in ("CCONJ", "PUNCT") and following is not None:
        return None if tags["VB"] in _BASE_AS_NOUN or _ends_phrase(following) else (tags["VB"], "VBP")
    if "VB" in tags and tags["VB"] in ("meet", "hold", "discuss", "agree", "speak", "begin", "sign"):
        return tags["VB"], "VBP"
    return None


def _plural_noun(lemma: str, previous: Token, following: Token | None) -> bool:
    """Whether a form in -s is a noun: "peace talks", "the Monday talks", "that talks failed"."""
    if _ends_phrase(following) or (following is not None and _past(following)):
        return True
    aimed = following is not None and following.text.lower() in ("to", "with")
    if lemma in ("talk", "head", "end", "state", "report", "visit") and not aimed:
        return previous.pos == "NOUN" or previous.text.lower() == "that" or previous.text.lower() in CALENDAR_WORDS
    return False


def _past(token: Token) -> bool:
    """A form in -ed or a listed past tense: what stands before it is its subject ("talks resumed")."""
    return token.text.endswith("ed") or any(tag == "VBD" for _, tag in verbs().get(token.text.lower(), ()))


def _noun_follows_badly(previous: Token, following: Token | None) -> bool:
    return previous.pos in ("VERB",) or (previous.pos in ("NOUN", "PROPN") and _ends_phrase(following))


def _ends_phrase(following: Token | None) -> bool:
    return following is None or following.text in (".", ",", ";", ":", ")", "”", '"')


def _plural_before(previous: Token) -> bool:
    if previous.text.lower() in ("they", "we", "who", "which", "that"):
        return True
    return previous.pos == "NOUN" and previous.text.endswith("s") and not previous.text.endswith("ss")


def _common(lower: str) -> bool:
    """Whether a sentence-initial word is an ordinary one, whose capital is only the sentence's."""
    plain = lower.rstrip("s")
    return lower in _COMMON or plain in _COMMON or lower.endswith(("ing", "tion", "ly", "ment", "ed"))


_COMMON = frozenset(
    "talk meeting visit summit trip call leader minister official delegation president source analyst relation trade "
    "state side party both country nation government ministry army force war peace people year month week day today "
    "last next earlier later former top senior foreign prime bilateral diplomatic negotiation agreement sanction "
    "ambassador envoy economic military high official new more two three four five many some several little".split()
)


def _by_follows(following: Token | None) -> bool:
    return following is not None and following.text.lower() in ("by", "to", "in", "on", "at")


def _open_class(lower: str) -> tuple[str, str, str]:
    if lower.endswith("ly") and len(lower) > 4:
        return lower, "ADV", ""
    if lower.endswith("ed") and len(lower) > 4:
        return lower, "VERB", "VBN"
    if "-" in lower and lower.split("-")[0] in CLOSED:
        return lower, "ADJ", ""
    if lower in _ADJECTIVES or (lower.endswith(ADJECTIVE_ENDINGS) and lower not in _NOUNS_LIKE_ADJECTIVES):
        return lower, "ADJ", ""
    return _singular(lower), "NOUN", ""


_ADJECTIVES = frozenset(
    "new old high low top key good big great large small major foreign prime joint high-level senior first second "
    "third fourth fifth next previous recent former current acting deputy chief direct tense broad rare brief short "
    "long private formal close closed special extra separate main early late two-day three-day four-day one-day "
    "face-to-face much-anticipated so-called northern southern eastern western sideline surprise".split()
)
_NOUNS_LIKE_ADJECTIVES = frozenset(
    "capital arrival official proposal approval journal general principal rival festival referendum secretary "
    "dictionary topic traffic fabric republic public music clinic public table cable executive initiative "
    "representative objective archive detective narrative deal goal signal mail trial withdrawal removal refusal "
    "renewal terminal animal metal hospital material criminal ocean anniversary adversary beneficiary commentary "
    "territory boundary january february".split()
)


def _singular(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses", "xes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3:
        return lower[:-1]
    return lower


def _reduced_participles(tagged: list[Token]) -> list[Token]:
    """A VBD right before a noun, after a determiner, is an adjective ("the planned visit")."""
    result = list(tagged)
    for index, token in enumerate(tagged[:-1]):
        before = result[index - 1] if index else None
        if token.pos == "VERB" and token.tag in ("VBD", "VBN") and before is not None:
            nominal = before.pos in ("DET", "POSS", "ADJ") and before.text.lower() not in _SUBJECT_PRONOUNS
            if nominal and tagged[index + 1].pos in ("NOUN", "ADJ", "PROPN"):
                result[index] = msgspec.structs.replace(token, pos="ADJ", tag="")
    return result
