"""Made-up copies with known truth: stories, what desks make of them, and what only looks like a copy.

Stories are put together from sentences of the example reports, of the labelled texts and of the collected
wordings, with names and numbers of their own; moulds are templates of our own. The same seed gives the same texts.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

__all__ = ["Made", "made"]

ROOT = Path(__file__).parents[1]
_TEXTS = ("examples/reports/*.txt", "evaluation/gold/texts/*.txt")
_WORDINGS = ROOT / "evaluation" / "wordings" / "wordings.jsonl"
_SENTENCE = re.compile(r"(?<=[a-z)\"”][.!?])\s+|\n+")
_VALUE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|\b\d+\b")
_LOWER = re.compile(r"^[a-z]+$")
_SHORTEST, _LENGTHS = 6, (8, 28)
_COPIES_OF_ONE, _OTHERS = 6, 3
_SITES, _SITES_PER_TEXTS = 80, 4_000
"""So many sites, and a ministry and series with moulds of their own, write so many texts; others write the next."""
_AGENCIES = (None, None, "Reuters", "Xinhua", "AFP")

_STARTS = "Ab Bel Cor Dar El Fen Gor Hal Is Jor Kas Lem Mar Nor Os Pel Quin Ras Sol Tam Ur Vel Wes Yar Zan"
_ENDS = "ado ana berg dine ek ford gar hami ino kov lund mir nez onte pura rick stan ton ule vic wen zaki"
_NAMES = tuple(start + end for start in _STARTS.split() for end in _ENDS.split())
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_TOPICS = "trade, fisheries, railways, visas, river water, grain, ports, students, tourism, customs".split(", ")
_MONTHS = "January February March April May June July August September October November December".split()


class _Moulds(msgspec.Struct, frozen=True):
    """``moulds.yaml``."""

    furniture: tuple[str, ...]
    ministry: tuple[str, ...]
    bulletins: tuple[str, ...]


_MOULDS = msgspec.yaml.decode((Path(__file__).parent / "moulds.yaml").read_bytes(), type=_Moulds)


class Made(msgspec.Struct, frozen=True):
    """A text; ``story`` is the same for copies of each other, and ``sort`` tells what was done to it."""

    id: str
    text: str
    site: str
    agency: str | None
    story: str
    sort: str


def made(count: int, *, seed: int = 1) -> Iterator[Made]:
    """``count`` texts: seven in ten a story or a copy of one, the others alike and no copies."""
    chance = random.Random(seed)
    pool = _pool()
    sites: list[_Site] = []
    moulds = _MOULDS
    number = 0
    while True:
        if number >= len(sites) // _SITES * _SITES_PER_TEXTS:
            first = len(sites)
            sites += [_Site(chance, f"site{first + n}") for n in range(_SITES)]
            moulds = _reworded(chance, pool)
        for text in _family(_Story(chance, pool, moulds), sites[-_SITES:], f"s{number}"):
            if number == count:
                return
            yield msgspec.structs.replace(text, id=f"d{number:06}")
            number += 1


def _family(story: _Story, sites: list[_Site], name: str) -> Iterator[Made]:
    """A story, six copies of it, and three texts that are none."""
    chance = story.chance
    agency = chance.choice(_AGENCIES)
    sorts = ["original", *chance.sample(list(_COPIES), _COPIES_OF_ONE)]
    for sort, site in zip(sorts, chance.sample(sites, len(sorts)), strict=True):
        kept = _COPIES[sort](story) if sort != "original" else story.sentences
        credit = agency if sort in ("original", _REWRITTEN) or chance.random() < 0.7 else None
        if sort == _REWRITTEN and not agency:
            kept = story.sentences
        yield Made("", site.page(kept), site.name, credit, name, sort)
    for sort in chance.sample(list(_APART), _OTHERS):
        site = sites[0] if sort in _OF_ONE_SITE else chance.choice(sites)
        yield Made("", site.page(_APART[sort](story)), site.name, chance.choice(_AGENCIES), f"{name} {sort}", sort)


def _pool() -> tuple[str, ...]:
    """Sentences to make stories of, in a fixed order."""
    texts = [path.read_text(encoding="utf-8") for glob in _TEXTS for path in sorted(ROOT.glob(glob))]
    texts += [json.loads(line)["text"] for line in _WORDINGS.read_text(encoding="utf-8").splitlines()]
    sentences = dict.fromkeys(sentence for text in texts for sentence in _SENTENCE.split(text))
    return tuple(sentence for sentence in sentences if len(sentence.split()) >= _SHORTEST)


def _reworded(chance: random.Random, pool: tuple[str, ...]) -> _Moulds:
    """The moulds of another ministry and of other series: one word in six is another."""
    words = [word for sentence in pool for word in sentence.split() if _LOWER.match(word)]

    def reword(mould: str) -> str:
        return " ".join(
            chance.choice(words) if _LOWER.match(word) and chance.random() < 1 / 6 else word for word in mould.split()
        )

    return _Moulds(
        furniture=_MOULDS.furniture,
        ministry=tuple(map(reword, _MOULDS.ministry)),
        bulletins=tuple(map(reword, _MOULDS.bulletins)),
    )


class _Story:
    """A headline and sentences in which each name and number of the pool has become one of this story.

    One word of each is another too: stories that have nothing to do with each other share no whole sentences.
    """

    def __init__(self, chance: random.Random, pool: tuple[str, ...], moulds: _Moulds) -> None:
        self.chance = chance
        self.moulds = moulds
        self._pool = pool
        self._values: dict[str, str] = {}
        self.sentences = self.more(chance.randint(*_LENGTHS))

    def more(self, count: int) -> list[str]:
        """Other sentences of the same persons and places."""
        return [self._own(_VALUE.sub(self._value, sentence)) for sentence in self.chance.sample(self._pool, count)]

    def _own(self, sentence: str) -> str:
        words = sentence.split()
        places = [place for place, word in enumerate(words) if _LOWER.match(word)]
        if places:
            words[self.chance.choice(places)] = self.word()
        return " ".join(words)

    def word(self) -> str:
        """Any word in small letters."""
        words = [word for word in self.chance.choice(self._pool).split() if _LOWER.match(word)]
        return self.chance.choice(words or ["also"])

    def _value(self, found: re.Match[str]) -> str:
        old = found[0]
        return self._values.setdefault(old, self.other(old))

    def other(self, old: str) -> str:
        """Another value of the same sort: a number, a weekday, a month or a name."""
        if old.isdigit():
            return str(self.chance.randint(2, 10 ** len(old)))
        kinds = (kind for kind in (_DAYS, _MONTHS) if old in kind)
        return self.chance.choice([value for value in next(kinds, _NAMES) if value != old])


class _Site:
    """An outlet: what it puts above and below each article, little or much."""

    def __init__(self, chance: random.Random, name: str) -> None:
        self.name = name
        above, below = chance.randint(0, 1), chance.choice((0, 1, 2, 4, 7))
        lines = [
            line.format(name.capitalize(), chance.choice(_NAMES), chance.choice(_NAMES))
            for line in chance.sample(_MOULDS.furniture, above + below)
        ]
        self._above, self._below = lines[:above], lines[above:]

    def page(self, sentences: list[str]) -> str:
        """The article in paragraphs of three sentences, with what the site adds."""
        paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
        return "\n\n".join([*self._above, *paragraphs, *self._below])


def _resigned(story: _Story) -> list[str]:
    """The same words with other quotation marks, dashes and case of the headline."""
    first, *rest = story.sentences
    return [first.upper(), *(s.replace('"', "”").replace("'", "’").replace(" - ", " — ") for s in rest)]


def _edited(story: _Story) -> list[str]:
    """One to five words in a hundred replaced, left out or put in."""
    return _touched(story, story.sentences, story.chance.uniform(0.01, 0.05))


def _touched(story: _Story, sentences: list[str], rate: float) -> list[str]:
    chance = story.chance

    def touch(word: str) -> str:
        if chance.random() > rate or not _LOWER.match(word):
            return word
        return chance.choice([story.word(), "", f"{word} {story.word()}"])

    return [" ".join(filter(None, map(touch, sentence.split()))) for sentence in sentences]


def _cut(story: _Story) -> list[str]:
    """The beginning: a quarter to three quarters, three sentences at least."""
    kept = max(3, round(len(story.sentences) * story.chance.uniform(0.25, 0.75)))
    return story.sentences[:kept]


def _excerpt(story: _Story) -> list[str]:
    """A new first sentence, then the story from its second or third sentence on, less its end."""
    whole = story.sentences
    return [*story.more(1), *whole[story.chance.randint(1, 2) : max(4, round(len(whole) * 0.8))]]


def _rearranged(story: _Story) -> list[str]:
    """Another headline, one sentence in six left out, one or two put in."""
    chance = story.chance
    kept = [sentence for sentence in story.sentences[1:] if chance.random() > 1 / 6]
    for sentence in story.more(chance.randint(1, 2)):
        kept.insert(chance.randint(0, len(kept)), sentence)
    return [*story.more(1), *kept]


def _pasted_twice(story: _Story) -> list[str]:
    return story.sentences * 2


def _value_edited(story: _Story) -> list[str]:
    """One or two names, dates or numbers are others."""
    chance = story.chance
    found = sorted({value for sentence in story.sentences for value in _VALUE.findall(sentence)})
    changed = {old: story.other(old) for old in chance.sample(found, min(len(found), chance.randint(1, 2)))}
    return [_VALUE.sub(lambda value: changed.get(value[0], value[0]), sentence) for sentence in story.sentences]


def _rewritten(story: _Story) -> list[str]:
    """Three in four sentences of the story, and two in five of the outlet's own; the agency is credited."""
    own = story.more(max(2, round(len(story.sentences) * 0.4)))
    kept = [sentence for sentence in story.sentences if story.chance.random() < 0.75]
    return [own[0], *kept, *own[1:]]


def _all_at_once(story: _Story) -> list[str]:
    """Another headline, the end cut off, and words edited."""
    cut = _cut(story)
    return [*story.more(1), *_touched(story, cut, 0.02)]


def _retold(story: _Story) -> list[str]:
    """Another telling of the happening: the same persons and places, and one sentence quoted by both."""
    told = story.more(max(5, len(story.sentences) - story.chance.randint(0, 4)))
    told.insert(2, story.chance.choice(story.sentences))
    return told


def _followed_up(story: _Story) -> list[str]:
    """The next day's report, a quarter of it background that stood in the first."""
    size = len(story.sentences)
    background = story.chance.sample(story.sentences, max(1, round(size * 0.25)))
    return [*story.more(size - len(background)), *background]


def _filled(story: _Story, mould: str) -> list[str]:
    """A mould with values of its own in every place, each letter the same value throughout."""
    chance = story.chance
    values = {letter: chance.choice(_NAMES) for letter in "abcdefg"}
    fresh: dict[str, Callable[[], str]] = {
        "n": lambda: str(chance.randint(2, 300)),
        "day": lambda: chance.choice(_DAYS),
        "month": lambda: chance.choice(_MONTHS),
        "topic": lambda: chance.choice(_TOPICS),
    }

    def fill(slot: re.Match[str]) -> str:
        return fresh[slot[1]]() if slot[1] in fresh else values[slot[1]]

    return re.split(r"(?<=[a-z][.]) ", re.sub(r"{(\w+)}", fill, mould))


def _release(story: _Story) -> list[str]:
    return _filled(story, story.chance.choice(story.moulds.ministry))


def _bulletin(story: _Story) -> list[str]:
    return _filled(story, story.chance.choice(story.moulds.bulletins))


_REWRITTEN = "rewritten, credited"
_COPIES: dict[str, Callable[[_Story], list[str]]] = {
    "other signs and case": _resigned,
    "words edited": _edited,
    "cut short": _cut,
    "excerpt": _excerpt,
    "sentences changed": _rearranged,
    "pasted twice": _pasted_twice,
    "names or dates changed": _value_edited,
    _REWRITTEN: _rewritten,
    "headline, cut and edits": _all_at_once,
}
_APART: dict[str, Callable[[_Story], list[str]]] = {
    "another telling": _retold,
    "follow-up": _followed_up,
    "ministry's mould": _release,
    "mould of many sites": _release,
    "bulletin of a series": _bulletin,
}
_OF_ONE_SITE = frozenset({"ministry's mould"})
