"""Made-up news in ordinary words: the same seed gives the same articles, on every machine.

The sentences are templates of our own. Diplomatic ones carry events of the kinds that are coded;
the others are what fills a newspaper, with names, dates and places that a coder has to pass over.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

__all__ = ["article", "articles"]

_FIRST_DAY = date(2022, 1, 3)
_DAYS = 1200

_SLOTS: dict[str, tuple[str, ...]] = {
    "country": tuple("Peru Chile Kenya Ghana Japan Vietnam Norway Poland Egypt Oman India Nepal Brazil Turkey".split()),
    "capital": tuple("Lima Santiago Nairobi Accra Tokyo Hanoi Oslo Warsaw Cairo Muscat Delhi Brasilia Ankara".split()),
    "person": tuple(
        f"{given} {family}"
        for given in "Ana Ben Carla Dmitri Elif Farid Grace Hiro".split()
        for family in "Solano Ferrer Okoye Tanaka Novak Haddad Lindqvist Mensah".split()
    ),
    "office": (
        "Foreign Minister",
        "President",
        "Prime Minister",
        "Defence Minister",
        "Deputy Foreign Minister",
    ),
    "topic": ("trade", "border security", "energy supplies", "fisheries", "the debt crisis", "water rights"),
    "town": tuple("Harwick Eastmere Port Calder Stonebridge Lowfield Ashcombe".split()),
    "firm": ("Brightwater", "Calder Mills", "Northgate Foods", "Helio Motors", "Tern Airlines"),
    "number": tuple(str(n) for n in range(3, 98)),
}

_DIPLOMATIC = (
    "{office} {person} of {country} arrived in {capital} on {weekday} for a two-day visit to {country}.",
    "{person} held talks with {office} {person} in {capital} on {day} about {topic}.",
    "The two ministers met in {capital} on {weekday} and discussed {topic} and {topic}.",
    "{country}'s {office} {person} will visit {country} next week, the Foreign Ministry in {capital} said.",
    "{person} spoke by telephone with {office} {person} on {weekday}, according to a statement.",
    "A summit of the leaders of {country} and {country} is planned for {day} in {capital}.",
    "{office} {person} postponed a trip to {capital} that had been scheduled for {weekday}.",
    "Officials from {country} and {country} concluded a round of negotiations on {topic} in {capital}.",
    "During the visit, {person} was received by {office} {person} in {capital}.",
    "The {office} last visited {capital} in {month}, when the two sides talked about {topic}.",
    "{capital} has said that it would welcome a meeting with {country} on {topic}.",
)
_ORDINARY = (
    "{firm} said on {weekday} that profits rose by {number} per cent in the quarter to {month}.",
    "Police in {town} are looking for a driver who failed to stop after a crash on {day}.",
    "Rain is expected in the north on {weekday}, with winds of up to {number} kilometres an hour.",
    "The museum in {town} will open {number} new rooms in {month}, its director {person} said.",
    "{town} beat {town} by {number} points in front of a full stadium on {weekday} evening.",
    "A study of {number} schools found that pupils who walk to class are less often late.",
    "{person}, who has run the bakery for {number} years, plans to hand it to her daughter.",
    "Shares in {firm} fell in early trading after the company cut its forecast for the year.",
    "Tickets for the festival sold out within {number} minutes, and more will go on sale in {month}.",
    "Doctors at the hospital in {town} visited {number} patients at home in the first week of the trial.",
    "The council met on {weekday} to talk about parking, and a decision was put off once more.",
    "Visitors to the park may call the warden if they see one of the {number} storks.",
    "A court in {capital} heard the case of {person}, a former accountant at {firm}.",
    "Bread, milk and rent cost {number} per cent more than a year ago, the statistics office reported.",
)

_DIPLOMATIC_SHARE = 0.45
"""Sentences of a diplomatic article that tell of diplomacy; the rest is background, as in real reports."""


def articles(count: int, words: int, *, diplomatic: float, seed: int = 1) -> Iterator[str]:
    """``count`` articles of about ``words`` words; ``diplomatic`` is the share that is about diplomacy."""
    chance = random.Random(seed)
    for number in range(count):
        about = int((number + 1) * diplomatic) > int(number * diplomatic)
        yield article(chance, words, diplomatic=about)


def article(chance: random.Random, words: int, *, diplomatic: bool) -> str:
    """One article: a headline, a dateline and paragraphs of four sentences, ``words`` words in all."""
    published = _day(chance)
    capital = chance.choice(_SLOTS["capital"])
    dateline = f"{capital.upper()}, {published:%B} {published.day}, {published.year} — "
    headline = _sentence(chance, published, diplomatic).rstrip(".")
    body = _body(chance, published, words - len(f"{headline} {dateline}".split()), diplomatic)
    return f"{headline}\n\n{dateline}{body}\n"


def _body(chance: random.Random, published: date, words: int, diplomatic: bool) -> str:
    share = _DIPLOMATIC_SHARE if diplomatic else 0.0
    told: list[str] = []
    written = 0
    while written < words:
        told.append(_sentence(chance, published, chance.random() < share))
        written += len(told[-1].split())
    return "\n\n".join(" ".join(told[start : start + 4]) for start in range(0, len(told), 4))


def _sentence(chance: random.Random, published: date, diplomatic: bool) -> str:
    template = chance.choice(_DIPLOMATIC if diplomatic else _ORDINARY)
    parts = template.split("{")
    filled = (_fill(chance, published, part) for part in parts[1:])
    return parts[0] + "".join(filled)


def _fill(chance: random.Random, published: date, part: str) -> str:
    """The part of a template after a brace, with its slot filled, each slot anew."""
    slot, rest = part.split("}", 1)
    near = published + timedelta(days=chance.randint(-6, 6))
    dates = {"weekday": f"{near:%A}", "day": f"{near:%B} {near.day}", "month": f"{_day(chance):%B}"}
    return (dates[slot] if slot in dates else chance.choice(_SLOTS[slot])) + rest


def _day(chance: random.Random) -> date:
    return _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
