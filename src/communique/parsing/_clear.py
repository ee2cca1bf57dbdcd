"""Trees in the CLEAR scheme of spaCy's English pipelines → trees in Universal Dependencies v2 as in UD English EWT.

In CLEAR a function word may govern (a preposition its object, "be" its predicate); in UD content words govern
and function words are leaves. So most of this moves the head of a phrase, and the rest is a table of labels.

Sources: Choi & Palmer, "Guidelines for the CLEAR Style Constituent to Dependency Conversion" (Institute of
Cognitive Science, University of Colorado, technical report 01-12, 2012), cited below as CLEAR with the label's
name; universaldependencies.org/u/dep and /en/dep, cited as UD; habits of UD English EWT 2.x were read from its
training part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from communique.codebook import sayings
from communique.codebook.calendar import CALENDAR_WORDS
from communique.parsing._forms import verb_forms
from communique.parsing._wording import TIME_NOUNS

__all__ = ["is_clear", "universal"]

_LABELS = MappingProxyType(
    {
        "ROOT": "parataxis",  # of a second root; the first becomes "root"
        "acl": "acl",
        "acomp": "xcomp",
        "advcl": "advcl",
        "advmod": "advmod",
        "agent": "obl",
        "amod": "amod",
        "appos": "appos",
        "attr": "xcomp",
        "aux": "aux",
        "auxpass": "aux:pass",
        "case": "case",
        "cc": "cc",
        "ccomp": "ccomp",
        "compound": "compound",
        "conj": "conj",
        "csubj": "csubj",
        "csubjpass": "csubj:pass",
        "dative": "iobj",
        "dep": "dep",
        "det": "det",
        "dobj": "obj",
        "expl": "expl",
        "intj": "discourse",
        "mark": "mark",
        "meta": "parataxis",
        "neg": "advmod",
        "nmod": "compound",
        "npadvmod": "obl:npmod",
        "nsubj": "nsubj",
        "nsubjpass": "nsubj:pass",
        "nummod": "nummod",
        "oprd": "xcomp",
        "parataxis": "parataxis",
        "pcomp": "advcl",
        "pobj": "obl",
        "poss": "nmod:poss",
        "preconj": "cc:preconj",
        "predet": "det:predet",
        "prep": "advmod",
        "prt": "compound:prt",
        "punct": "punct",
        "quantmod": "advmod",
        "relcl": "acl:relcl",
        "xcomp": "xcomp",
    }
)
"""CLEAR label → UD label of a word that stays where it is."""

_UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
_BE = frozenset("be am is are was were been being 's ’s 're ’re 'm ’m s re m ai".split())
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"})
_VERBAL = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_PREPOSITIONAL = frozenset({"prep", "agent", "dative", "pcomp"})
_CURRENCIES = frozenset({"$", "€", "£", "¥", "us$"})
_PLACES = frozenset("outside inside abroad here there where how why away back home together next".split())
_TIMES = TIME_NOUNS | frozenset("century time second moment summer winter spring autumn fall noon midnight".split())
_DETERMINERS = frozenset("all some both each any another either neither".split())
_COMPLEX = frozenset(
    {
        ("according", "to"),
        ("as", "for"),
        ("as", "of"),
        ("as", "opposed", "to"),
        ("as", "to"),
        ("because", "of"),
        ("due", "to"),
        ("instead", "of"),
        ("prior", "to"),
        ("rather", "than"),
        ("such", "as"),
    }
)
"""Prepositions of several words (UD English EWT: fixed, but "according to" as two ``case``)."""

_EXPRESSIONS = MappingProxyType(
    {words: "" for words in _COMPLEX if words != ("according", "to")}
    | {
        tuple(words.split()): label
        for words, label in {
            "as well as": "cc",
            "as well": "advmod",
            "at least": "advmod",
            "at most": "advmod",
            "of course": "advmod",
            "more than": "advmod",
            "less than": "advmod",
            "up to": "advmod",
            "in order": "mark",
            "so that": "mark",
            "whether or not": "mark",
        }.items()
    }
)
"""Fixed expressions of UD English EWT → their relation; ``""`` keeps that of the last word."""

_CONTROL = frozenset("able unable likely unlikely supposed sure certain bound ready willing due set".split())
_SEEMING = frozenset("seem seems seemed appear appears appeared turns turned".split())
_POSTMODIFIERS = frozenset({"appos", "acl", "acl:relcl"})
_TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir lady lord president minister premier chancellor king queen prince "
    "princess emir sultan sheikh shaikh ayatollah mullah pope bishop rabbi professor prof. senator sen. sens. "
    "governor gov. rep. congressman representative general gen. colonel col. major maj. captain capt. lieutenant lt. "
    "sgt. sergeant adm. admiral judge justice secretary ambassador chairman chairwoman commissioner spokesman "
    "spokeswoman prophet mayor envoy speaker director chief leader st. maulana professors senators presidents "
    "ministers rev. reverend".split()
)
_NAME_PARTICLES = frozenset("al el bin ibn van von der de da dos del".split())
_BODIES = frozenset(
    "council assembly commission union league party front army force court house senate congress parliament ministry "
    "department bank fund group corp corp. inc inc. ltd ltd. llc co. company university college school institute "
    "center centre street st road avenue lane river lake island sea ocean bay valley mountain city state county "
    "province district region republic kingdom empire war day act treaty office agency bureau board committee "
    "authority service press times post news network tv radio hotel hospital museum church airport station park "
    "bridge square hall tower white saudi sri north south east west greater hurricane hong costa sierra burkina tel "
    "addis phnom kuala buenos rio los las santa puerto cape fort security energy world trade human health football "
    "cup games club society foundation association brigade".split()
)
_BODY_ENDINGS = ("tion", "ment", "ity", "ship", "ism", "ence", "ance", "ics")
_ADJECTIVE_ENDINGS = ("ian", "ean", "ese", "ish", "ic", "al", "ican", "eral", "ive")
_NOUNS = frozenset(
    "julian vivian adrian christian gillian lillian damian fabian sebastian florian portugal senegal montreal bengal "
    "general capital hospital festival journal cardinal admiral marshal dominic frederic titanic atlantic pacific "
    "republic clinic traffic public initiative executive archive vatican mcmillan guardian librarian parish".split()
)
_NAME_ADJECTIVES = frozenset(
    "national international united new prime foreign federal royal central northern southern eastern western middle "
    "islamic muslim moslem christian jewish arab european african asian american israeli iraqi iranian russian "
    "chinese french british german turkish egyptian syrian lebanese saudi palestinian pakistani indian japanese korean "
    "spanish italian greek polish ukrainian canadian australian mexican brazilian republican democratic liberal "
    "conservative socialist communist labour grand supreme great upper lower high executive global public social "
    "economic political civil legal medical general tamil lankan soviet domestic nuclear atomic red black white "
    "green".split()
)
_WH_ADVERBS = frozenset({"when", "where", "how", "why", "whenever", "wherever"})
_PAIRS = MappingProxyType({"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "``": "''", "«": "»", '"': '"'})


def is_clear(labels: Iterable[str]) -> bool:
    """Whether a parser's labels are CLEAR: prepositions that govern (``prep``, ``pobj``), which UD never had."""
    return {"prep", "pobj"} <= set(labels)


@dataclass(slots=True)
class _Tree:
    """One sentence while it is rebuilt.

    ``was`` is the CLEAR label of the place in which a word stands: what takes a preposition's place inherits
    ``prep``. ``deps`` are the UD labels found so far.
    """

    forms: list[str]
    words: list[str]  # the forms in lower case
    pos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]
    was: list[str]

    def kids(self, index: int, *was: str) -> list[int]:
        """The dependents of a word in order, in places of these CLEAR labels where any are named."""
        found = [i for i, head in enumerate(self.heads) if head == index and i != index]
        return [i for i in found if self.was[i] in was] if was else found

    def promote(self, child: int, label: str) -> None:
        """A dependent takes its head's place and other dependents; the head becomes its ``label``: still a tree."""
        head = self.heads[child]
        for kid in self.kids(head):
            self.heads[kid] = child
        self.heads[child] = child if self.heads[head] == head else self.heads[head]
        self.deps[child], self.was[child] = self.deps[head], self.was[head]
        self.heads[head], self.deps[head], self.was[head] = child, label, ""


def universal(
    words: Sequence[str], pos: Sequence[str], tags: Sequence[str], heads: Sequence[int], deps: Sequence[str]
) -> tuple[list[str], list[int], list[str]]:
    """UPOS, heads and relations in UD of one sentence in CLEAR; a root is its own head on both sides.

    Total: heads out of range, circles and second roots are mended, and an unknown label becomes ``dep``.
    """
    lower = [word.lower().replace("’", "'") for word in words]
    labels = [_LABELS.get(dep, "dep") for dep in deps]
    tree = _Tree(list(words), lower, list(pos), list(tags), list(heads), labels, list(deps))
    for step in _STEPS:
        step(tree)
    _mend(tree)
    return tree.pos, tree.heads, tree.deps


def _mend(tree: _Tree) -> None:
    """One root, and every word below it: a second root hangs on the first, and a circle is cut at its first word."""
    heads, size = tree.heads, len(tree.heads)
    root = next((i for i, head in enumerate(heads) if head == i), 0)
    for index in range(size):
        if index == root or not 0 <= heads[index] < size or heads[index] == index:
            heads[index] = root
    sound = {root}
    for index in range(size):
        path: list[int] = []
        while index not in sound and index not in path:
            path.append(index)
            index = heads[index]
        if index not in sound:
            heads[index] = root
        sound.update(path)
    tree.deps = [("parataxis" if dep == "root" else dep) if i != root else "root" for i, dep in enumerate(tree.deps)]


def _particles(tree: _Tree) -> None:
    """CLEAR calls the infinitive's "to" an auxiliary (CLEAR aux); UD a marker (UD en/mark)."""
    for index, word in enumerate(tree.words):
        if tree.was[index] == "aux" and tree.tags[index] == "TO":
            tree.deps[index] = "mark"
        if word == "for" and tree.was[index] == "mark":
            tree.pos[index] = "SCONJ"


def _is_finite(tree: _Tree, index: int) -> bool:
    return any(tree.tags[i] in _FINITE for i in (index, *tree.kids(index, "aux", "auxpass")))


def _raise_objects(tree: _Tree) -> None:
    """ "wants him to go", "made him happy": CLEAR has one clause, UD an object and an ``xcomp`` (UD xcomp)."""
    for index, was in enumerate(tree.was):
        head = tree.heads[index]
        if was != "ccomp" or _is_finite(tree, index) or tree.pos[head] not in _VERBAL or tree.kids(index, "mark"):
            continue
        subjects = [i for i in tree.kids(index, "nsubj", "nsubjpass") if head < i < index]
        for subject in subjects:
            tree.heads[subject], tree.deps[subject], tree.was[subject] = head, "obj", "dobj"
        if subjects or (index > head and any(tree.tags[i] == "TO" for i in tree.kids(index, "aux"))):
            tree.deps[index] = "xcomp"


def _quantities(tree: _Tree) -> None:
    """ "$ 50": CLEAR puts the sign under the number, UD English the number under the sign."""
    for index in range(len(tree.words) - 1):
        number = tree.heads[index]
        before = number > index and tree.was[index] in ("nmod", "quantmod")
        if before and tree.words[index] in _CURRENCIES and tree.pos[number] == "NUM":
            inner = [i for i in tree.kids(number) if index < i < number]
            tree.promote(index, "nummod")
            for kid in inner:
                tree.heads[kid] = number


def _depth(tree: _Tree, index: int) -> int:
    depth = 0
    while tree.heads[index] != index:
        index, depth = tree.heads[index], depth + 1
    return depth


def _prepositions(tree: _Tree) -> None:
    """Each preposition goes below its object, which takes its place (CLEAR prep, pobj, pcomp; UD case, obl, nmod).

    The deepest first, so that in "from behind the wall" both prepositions end up below "wall".
    """
    for index in sorted(range(len(tree.words)), key=lambda i: -_depth(tree, i)):
        target = _object(tree, index)
        if target is not None:
            _lift(tree, index, target)


def _object(tree: _Tree, index: int) -> int | None:
    """What a preposition governs: its object, its clause, or what a preposition below it governed."""
    direct = tree.kids(index, "pobj") or tree.kids(index, "pcomp")
    if direct or not _is_preposition(tree, index):
        return direct[0] if direct else None
    return next((i for i in tree.kids(index, "prep") if "case" in map(tree.deps.__getitem__, tree.kids(i))), None)


def _is_preposition(tree: _Tree, index: int) -> bool:
    complex_ = any(tuple(tree.words[index : index + size]) in _COMPLEX for size in (2, 3))
    return complex_ or (tree.was[index] in _PREPOSITIONAL and tree.pos[index] in ("ADP", "SCONJ"))


def _lift(tree: _Tree, index: int, target: int) -> None:
    clause = tree.was[target] == "pcomp" and tree.pos[target] in _VERBAL
    tree.promote(target, "mark" if clause else "case")
    if clause and tree.pos[index] == "ADP":
        tree.pos[index] = "SCONJ"
    for bare in (i for i in tree.kids(target, "pcomp") if tree.pos[i] == "ADP" and not tree.kids(i)):
        tree.deps[bare], tree.was[bare] = "case", ""  # "because" with both "of" and its object below it
    if tree.was[target] in _PREPOSITIONAL:
        nominal = tree.pos[tree.heads[target]] in _NOMINAL
        tree.deps[target] = ("acl" if nominal else "advcl") if clause else ("nmod" if nominal else "obl")


def _copulas(tree: _Tree) -> None:
    """ "be" goes below its predicate (UD cop), but stays a verb of existence or before a clause (UD en/cop)."""
    for index, word in enumerate(tree.words):
        if word not in _BE or tree.pos[index] not in _VERBAL or tree.was[index] in ("aux", "auxpass", "case", "poss"):
            continue
        if any(tree.words[i] == "there" for i in tree.kids(index, "expl")):
            for subject in tree.kids(index, "attr"):
                tree.deps[subject], tree.was[subject] = "nsubj", "nsubj"
            tree.pos[index] = "VERB"
            continue
        predicate = _predicate(tree, index)
        if predicate is not None:
            tree.promote(predicate, "cop")
            tree.pos[index] = "AUX"
        elif tree.kids(index, "ccomp", "xcomp"):
            tree.pos[index] = "VERB"


def _predicate(tree: _Tree, index: int) -> int | None:
    """What "be" says of its subject: a noun or adjective, else a phrase of place or time behind the verb."""
    found = tree.kids(index, "attr", "acomp", "oprd")
    if found or not tree.kids(index, *_SUBJECTS):
        return found[0] if found else None
    if tree.kids(index, "ccomp", "xcomp"):
        return None
    after = [i for i in tree.kids(index, "prep", "npadvmod") if i > index]
    after += [i for i in tree.kids(index, "advmod") if tree.words[i] in _PLACES]
    return after[0] if after else None


def _coordination(tree: _Tree) -> None:
    """Conjuncts all hang on the first, and a conjunction or comma on the conjunct right behind it (UD conj, cc, punct).

    CLEAR chains the conjuncts and hangs what stands between two on the left one (CLEAR conj, cc).
    """
    for index, dep in enumerate(tree.deps):
        conjunct = next((i for i in tree.kids(tree.heads[index], "conj") if i > index), None)
        if conjunct is not None and (dep == "cc" or (dep == "punct" and _opens(tree, index, conjunct))):
            tree.heads[index] = conjunct
    for index, dep in enumerate(tree.deps):
        while dep == "conj" and tree.deps[tree.heads[index]] == "conj":
            tree.heads[index] = tree.heads[tree.heads[index]]


def _opens(tree: _Tree, mark: int, conjunct: int) -> bool:
    """Whether a mark stands behind the first conjunct and right before the next one or its conjunction."""
    between = range(mark + 1, conjunct)
    return mark > tree.heads[mark] and all(
        tree.was[i] == "cc" or _is_above(tree, conjunct, i) or _is_above(tree, i, conjunct) for i in between
    )


def _is_above(tree: _Tree, index: int, below: int) -> bool:
    while tree.heads[below] != below and below != index:
        below = tree.heads[below]
    return below == index


@cache
def _saying() -> frozenset[str]:
    """Forms of the codebook's verbs of saying that take a clause."""
    verbs = sayings().verbs("clause", "bare", "whether")
    return frozenset(form for verb in verbs for form, _ in verb_forms(verb)) | {"quoted", "according"}


def _run_ons(tree: _Tree) -> None:
    """ "The street is closed, troops guard it": CLEAR calls the first clause a ``ccomp``, UD English the root.

    What somebody says stays a complement of the verb of saying.
    """
    for index, was in enumerate(tree.was):
        head = tree.heads[index]
        if was != "ccomp" or index > head or tree.heads[head] != head or tree.words[head] in _saying():
            continue
        if _is_finite(tree, index) and not tree.kids(index, "mark"):
            tree.heads[index] = index
            tree.heads[head] = index
            tree.deps[index], tree.deps[head] = "root", "parataxis"


def _adverbial_nouns(tree: _Tree) -> None:
    """Nouns without a preposition (CLEAR npadvmod): ``tmod`` where they name a time, ``obl`` below verbs (UD en)."""
    for index, was in enumerate(tree.was):
        if was == "npadvmod" and tree.deps[index] == "obl:npmod":
            kind = "tmod" if _is_time(tree, index) else "npmod"
            place = "nmod" if tree.pos[tree.heads[index]] in _NOMINAL else "obl"
            compounded = kind == "npmod" and tree.was[tree.heads[index]] == "amod"
            tree.deps[index] = "compound" if compounded else f"{place}:{kind}"


def _is_time(tree: _Tree, index: int) -> bool:
    word = tree.words[index].rstrip(".")
    return word in CALENDAR_WORDS or word.rstrip("s") in _TIMES


def _names(tree: _Tree) -> None:
    """The first word of a person's name or the last of a title governs the rest as ``flat`` (UD flat)."""
    for last in range(len(tree.words)):
        run = _run(tree, last)
        first = _name_head(tree, run)
        if first is None:
            continue
        tree.promote(first, "flat")
        for index in run:
            if index > first:
                tree.heads[index], tree.deps[index] = first, "flat"


def _run(tree: _Tree, last: int) -> list[int]:
    """A proper noun and the words compounded with it, right before it."""
    first = last
    below = tree.kids(last, "compound", "nmod", "amod")
    while first - 1 in below:
        first -= 1
    return list(range(first, last + 1)) if tree.pos[last] == "PROPN" else []


def _name_head(tree: _Tree, run: list[int]) -> int | None:
    """The last title before a name, or the first word of a name that has no mark of a body or a place."""
    if len(run) < 2 or any(_is_body(tree, i) for i in run) or tree.words[run[-1]] in _TITLES:
        return None
    titles = [i for i in run[:-1] if tree.words[i] in _TITLES]
    if titles:
        return titles[-1]
    return (
        run[0] if all(_is_personal(tree, i, i == run[0]) for i in run[:-1]) and not tree.kids(run[-1], "det") else None
    )


def _is_personal(tree: _Tree, index: int, first: bool) -> bool:
    """Whether a word may stand before a surname: "Al" as the first word is an article, as in "Al Jazeera"."""
    word = tree.words[index]
    particle = word in _NAME_PARTICLES and word not in ("al", "el")
    capital = tree.forms[index][:1].isupper() and word not in _NAME_PARTICLES
    proper = tree.pos[index] == "PROPN" and tree.was[index] != "amod" and not _is_adjective(word)
    return proper and (capital or particle or not first)


def _is_body(tree: _Tree, index: int) -> bool:
    """Whether a word in capitals belongs to the name of a body or a place rather than of a person."""
    word = tree.words[index]
    return tree.tags[index] == "NNPS" or word in _BODIES or word.endswith(_BODY_ENDINGS)


def _is_adjective(word: str) -> bool:
    """Whether a word within a name is an adjective by its form: UD English tags "Iraqi" and "National" as such."""
    return word in _NAME_ADJECTIVES or (len(word) > 5 and word.endswith(_ADJECTIVE_ENDINGS) and word not in _NOUNS)


def _classes(tree: _Tree) -> None:
    """UPOS of UD English where spaCy's differs: adjectives in names, question adverbs, "be" as a verb."""
    for index, word in enumerate(tree.words):
        if tree.deps[index] == "compound" and tree.tags[index] == "NNP" and _is_adjective(word):
            tree.pos[index], tree.deps[index] = "ADJ", "amod"
        if tree.was[index] == "advmod" and word in _WH_ADVERBS:
            _wh_adverb(tree, index)
        if tree.pos[index] not in _UPOS:
            tree.pos[index] = "X"  # spaCy's SPACE
        if word in _DETERMINERS and tree.tags[index] == "DT":
            tree.pos[index] = "DET"
        if tree.was[index] == "prep" and tree.deps[index] == "advmod" and tree.tags[index] in ("IN", "TO"):
            tree.deps[index] = "obl"  # left behind by its object: "to deal with"
        if tree.pos[index] == "SCONJ" and tree.deps[index] == "case":
            tree.pos[index] = "ADP"


def _wh_adverb(tree: _Tree, index: int) -> None:
    """ "when" opens a clause as a marker, or asks as an adverb."""
    head = tree.heads[index]
    clause = tree.deps[head] not in ("root", "parataxis", "amod", "advmod", "det") and tree.deps[index] == "advmod"
    tree.pos[index] = "SCONJ" if clause else "ADV"
    if clause:
        tree.deps[index] = "mark"


def _expressions(tree: _Tree) -> None:
    """Words that together are one function word: the first governs the others as ``fixed`` (UD fixed)."""
    for expression, label in _EXPRESSIONS.items():
        size = len(expression)
        for start in range(len(tree.words) - size + 1):
            if tuple(tree.words[start : start + size]) == expression:
                _fix(tree, range(start, start + size), label)


def _fix(tree: _Tree, span: range, label: str) -> None:
    """Joins a span that hangs on one word outside it; such a word cannot hang on the span, so this closes no circle."""
    above = {tree.heads[i] for i in span if tree.heads[i] not in span}
    if len(above) != 1 or any(tree.heads[i] == i for i in span):
        return
    first, *others = span
    outer = max(i for i in span if tree.heads[i] in above)
    tree.deps[first] = label or tree.deps[outer]
    for index in others:
        for kid in tree.kids(index):
            tree.heads[kid] = first
    tree.heads[first] = above.pop()
    for index in others:
        tree.heads[index], tree.deps[index] = first, "fixed"


def _clauses(tree: _Tree) -> None:
    """Clauses behind adjectives: the subject in "it is vital to act" (UD expl, csubj), a modifier in "glad to go"."""
    for index, was in enumerate(tree.was):
        head = tree.heads[index]
        seeming = was == "ccomp" and tree.words[head] in _SEEMING
        if was not in ("xcomp", "ccomp") or head > index or not (seeming or tree.pos[head] in ("ADJ", "NOUN")):
            continue
        subject = next((i for i in tree.kids(head, "nsubj") if tree.words[i] == "it"), None)
        if subject is not None:
            tree.deps[subject], tree.deps[index] = "expl", "csubj"
        elif was == "xcomp" and tree.pos[head] == "ADJ" and tree.words[head] not in _CONTROL:
            tree.deps[index] = "advcl"


def _marks(tree: _Tree) -> None:
    """Where marks hang (UD punct): the last on the root, brackets and quotation marks on the head of what they enclose.

    A comma that closes an apposition or relative clause hangs on the head of the whole phrase's governor.
    """
    root = next((i for i, head in enumerate(tree.heads) if head == i), 0)
    last = len(tree.words) - 1
    while last > root and tree.deps[last] == "punct":
        tree.heads[last], last = root, last - 1
    for index, word in enumerate(tree.words):
        head = tree.heads[index]
        if word == "," and tree.deps[head] in ("nsubj", "nsubj:pass", "obl") and _closes(tree, index, head):
            tree.heads[index] = tree.heads[head]
        if tree.tags[index] == "HYPH" and index:
            tree.heads[index] = _joined(tree, index)
    for opening, closing in _enclosed(tree):
        inside = [i for i in range(opening + 1, closing) if not opening < tree.heads[i] < closing or tree.heads[i] == i]
        inside = [i for i in inside if tree.deps[i] != "punct"]
        if inside and tree.deps[opening] == tree.deps[closing] == "punct":
            tree.heads[opening] = tree.heads[closing] = inside[0]


def _joined(tree: _Tree, index: int) -> int:
    """The word that a hyphen joins to another: the one of its two neighbours that governs the other."""
    before, after = index - 1, index + 1
    if after < len(tree.words) and tree.heads[before] == after:
        return after
    return before if after < len(tree.words) and tree.heads[after] == before else tree.heads[index]


def _closes(tree: _Tree, mark: int, head: int) -> bool:
    kids = [i for i in tree.kids(head) if head < i < mark]
    return any(tree.words[i] == "," for i in kids) and any(tree.deps[i] in _POSTMODIFIERS for i in kids)


def _enclosed(tree: _Tree) -> Iterator[tuple[int, int]]:
    """Pairs of brackets and of quotation marks."""
    opened: list[tuple[str, int]] = []
    for index, word in enumerate(tree.forms):
        if opened and word == opened[-1][0]:
            yield opened.pop()[1], index
        elif word in _PAIRS:
            opened.append((_PAIRS[word], index))


_STEPS = (
    _mend,
    _particles,
    _raise_objects,
    _quantities,
    _prepositions,
    _copulas,
    _coordination,
    _run_ons,
    _expressions,
    _clauses,
    _adverbial_nouns,
    _names,
    _classes,
    _marks,
)
