"""What fills each kind of slot."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from training.genre._cast import Cast
from training.genre._offices import OPENERS, capitalised, is_short, titles
from training.genre._tables import organisation_names
from training.genre._token import DASHES, Filler, Token, changed
from training.genre._trees import flat_tree, forms_of, is_adjective, labelled, name_tree, takes_article
from training.genre._words import ABBREVIATION, plain, usable, word_lists

__all__ = ["MAKERS", "SHORT_MONTHS"]

_COMMON_NOUN = re.compile(
    r"\b(Republic|Kingdom|Principality|Commonwealth|Sultanate|Duchy|Emirates?|Union|Federation|States?|Confederation|Islands|"
    r"Territor\w+) ?(of|$)|\b(Republic|Kingdom|Union|Federation|Confederation)\b"
)


def _country(cast: Cast, key: str) -> Filler:
    name = _country_name(cast, key)
    return name_tree(f"the {name}" if _takes_article(name) else name, "LOC")


def _takes_article(name: str) -> bool:
    return takes_article(name) or _COMMON_NOUN.search(name) is not None


def _country_name(cast: Cast, key: str) -> str:
    country = cast.country(key)
    usual = country.names[0]
    others = [n for n in country.names if n[0].isupper() and n.split()[-1][0].isupper() and usable(n)]
    return usual if cast.some(0.7) else cast.choice([*others, usual])


def _country_bare(cast: Cast, key: str) -> Filler:
    names = cast.country(key).names
    short = [name for name in names if not re.search(r" of | and |^[Tt]he |&", name)]
    return name_tree((short or list(names))[0] if cast.some(0.8) else cast.choice(short or names), "LOC")


def _demonym(cast: Cast, key: str) -> Filler:
    country = cast.country(key)
    word = country.adjectives[0] if cast.some(0.8) else cast.choice(country.adjectives)
    if word in country.names or not is_adjective(word.split()[-1]):
        return _noun_for_adjective(name_tree(word, "NORP" if word not in country.names else "LOC"))
    return _adjectives(word)


def _adjectives(word: str) -> Filler:
    """``South Korean``: the last word governs."""
    forms, spaces = forms_of(word)
    last = len(forms) - 1
    tokens = [
        Token(form, form, *_adjective_tags(form), last, "punct" if form in DASHES else "amod", space)
        for form, space in zip(forms, spaces, strict=True)
    ]
    tokens[last] = changed(tokens[last], head=-1, dep="root")
    return labelled(tuple(tokens), "NORP")


def _adjective_tags(form: str) -> tuple[str, str]:
    return ("PUNCT", "HYPH") if form in DASHES else ("ADJ", "JJ")


def _noun_for_adjective(tokens: Filler) -> Filler:
    """A country's name where an adjective is looked for ("New Zealand troops") is a compound."""
    return tuple(changed(token, dep="compound") if token.head < 0 else token for token in tokens)


def _people(cast: Cast, key: str) -> Filler:
    demonyms = [d for d in cast.country(key).demonyms if d.endswith("s") and " " not in d and "-" not in d]
    word = cast.choice(demonyms) if demonyms else "Europeans"
    return (Token(word, word.removesuffix("s"), "PROPN", "NNPS", -1, "root", name="B-NORP"),)


def _combining(cast: Cast, key: str) -> Filler:
    halves = ("Sino", "Russo", "Franco", "Anglo", "Indo", "Greco", "Afro", "Euro", "Luso", "Austro")
    word = cast.choice(cast.country(key).combining or halves)
    return (Token(word, word, "X", "AFX", -1, "root", name="B-NORP"),)


def _capital(cast: Cast, key: str) -> Filler:
    country = cast.country(key)
    name = country.capital or cast.city(key)
    return _place(cast, name if " in " not in name else cast.city(key))


def _city(cast: Cast, key: str) -> Filler:
    return _place(cast, cast.city(key))


def _place(cast: Cast, name: str) -> Filler:
    """A city; with or without its accents. "San Antonio" is flat in EWT, "Buenos Aires" is not."""
    if cast.some(0.5):
        name = plain(name)
    return flat_tree(name, "LOC") if name.startswith(("San ", "St. ", "Saint ")) else name_tree(name, "LOC")


def _capitals(make: Callable[[Cast, str], Filler]) -> Callable[[Cast, str], Filler]:
    """The same in capitals, for the head of a report."""
    return lambda cast, key: tuple(
        changed(token, form=token.form.upper(), lemma=token.form.upper()) for token in make(cast, key)
    )


def _organisation(cast: Cast, key: str) -> Filler:
    name = cast.choice(organisation_names())
    article = cast.some(0.6) if ABBREVIATION.match(name) else not _goes_without_article(name)
    return name_tree(f"the {name}" if article else name, "ORG")


def _goes_without_article(name: str) -> bool:
    """Hamas, Amnesty International; but the Quartet, the Institute for Peace."""
    if name in ("Quartet", "Treasury", "Pentagon", "Commonwealth", "Taliban", "Congress"):
        return False
    if " of " in name or " for " in name:
        return name == "Doctors for Peace"
    return len(name.split()) == 1 or name.endswith(("International", "Watch", "Frontiers", "Frontières", "Shield"))


def _organisation_bare(cast: Cast, key: str) -> Filler:
    return name_tree(cast.choice(organisation_names()), "ORG")


def _alliance_long(cast: Cast, key: str) -> Filler:
    return name_tree(f"the {cast.alliance(key)[0]}", "ORG")


def _acronym(cast: Cast, key: str) -> Filler:
    return name_tree(cast.alliance(key)[1], "ORG")


def _listed(what: str, label: str) -> Callable[[Cast, str], Filler]:
    return lambda cast, key: name_tree(cast.choice(word_lists()[what]), label)


def _office(cast: Cast, key: str) -> Filler:
    return name_tree(cast.office(key), None, proper=False)


def _title(cast: Cast, key: str) -> Filler:
    short = [title for title in titles(cast.country(key).code) if is_short(title)]
    return name_tree(capitalised(cast.choice(short)), None)


def _title_of(cast: Cast, key: str) -> Filler:
    long = [t for t in titles(cast.country(key).code) if not is_short(t) and t.startswith(OPENERS)]
    return name_tree(capitalised(cast.choice(long)), None)


def _person(cast: Cast, key: str) -> Filler:
    return flat_tree(cast.person(key).full, "PER")


def _person_last(cast: Cast, key: str) -> Filler:
    return flat_tree(cast.person(key).family, "PER")


def _person_first(cast: Cast, key: str) -> Filler:
    name = cast.person(key)
    return flat_tree((name.given or name.family).split()[0], "PER")


def _person_initials(cast: Cast, key: str) -> Filler:
    name = cast.person(key)
    letters = [part[0].upper() for part in re.split(r"[ -]", name.given) if part[0].isalpha()] or ["J"]
    glue = cast.choice((". ", "."))
    return flat_tree(f"{glue.join(letters)}. {name.family}", "PER")


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

SHORT_MONTHS: Mapping[str, str] = MappingProxyType({
    "Jan.": "January", "Feb.": "February", "Aug.": "August", "Sept.": "September", "Oct.": "October",
    "Nov.": "November", "Dec.": "December",
})  # fmt: skip

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", *SHORT_MONTHS,
)  # fmt: skip

_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "14", "17", "23", "35",
)  # fmt: skip

_ORDINALS = ("10th", "20th", "25th", "30th", "40th", "50th", "60th", "75th", "fifth", "tenth", "fiftieth")


def _word(draw: Callable[[Cast], str], upos: str, xpos: str) -> Callable[[Cast, str], Filler]:
    def make(cast: Cast, key: str) -> Filler:
        form = draw(cast)
        return (Token(form, form if upos in ("PROPN", "NUM") else form.lower(), upos, xpos, -1, "root"),)

    return make


def _figure(cast: Cast) -> str:
    thousands = f"{cast.chance.randint(1, 60)},{cast.chance.randint(0, 9)}00"
    return cast.choice((thousands, str(cast.chance.randint(60, 950))))


def _decimal(cast: Cast) -> str:
    return cast.choice((str(cast.chance.randint(2, 900)), f"{cast.chance.randint(1, 30)}.{cast.chance.randint(1, 9)}"))


MAKERS: Mapping[str, Callable[[Cast, str], Filler]] = MappingProxyType({
    "COUNTRY": _country, "COUNTRY_BARE": _country_bare, "DEMONYM": _demonym, "PEOPLE": _people, "COMBINING": _combining,
    "CAPITAL": _capital, "CITY": _city, "CAPITAL_CAPS": _capitals(_capital), "CITY_CAPS": _capitals(_city),
    "ORG": _organisation, "ORG_BARE": _organisation_bare, "ORG_LONG": _alliance_long, "ACRONYM": _acronym,
    "MINISTRY_NAME": _listed("ministries", "ORG"), "AGENCY_BARE": _listed("agencies", "ORG"),
    "VENUE_NAME": _listed("venues", "LOC"), "REGION_NAME": _listed("regions", "LOC"),
    "OFFICE": _office, "TITLE": _title, "TITLE_ALSO": _title, "TITLE_OF": _title_of,
    "PERSON": _person, "PERSON_LAST": _person_last, "PERSON_FIRST": _person_first, "PERSON_INITIALS": _person_initials,
    "WEEKDAY": _word(lambda cast: cast.choice(_WEEKDAYS), "PROPN", "NNP"),
    "MONTH": _word(lambda cast: cast.choice(_MONTHS), "PROPN", "NNP"),
    "DAY": _word(lambda cast: str(cast.later("day", 1, 31)), "NUM", "CD"),
    "YEAR": _word(lambda cast: str(cast.later("year", 1946, 2026)), "NUM", "CD"),
    "NUMBER": _word(lambda cast: cast.choice(_NUMBERS), "NUM", "CD"),
    "ORDINAL": _word(lambda cast: cast.choice(_ORDINALS), "ADJ", "JJ"),
    "FIGURE": _word(_figure, "NUM", "CD"), "DECIMAL": _word(_decimal, "NUM", "CD"),
})  # fmt: skip
