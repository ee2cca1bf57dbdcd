"""Pages that hold no article, or not all of it: error pages, consent pages, lists, galleries, paywalls."""

from __future__ import annotations

import re
from collections import Counter

from communique.sources.html._boxes import Layout
from communique.sources.html._main import Main
from communique.sources.html._metadata import Metadata

__all__ = ["is_partial", "why_none"]

_ERROR = re.compile(
    r"(?:error\s)?\b(?:40[0-9]|410|429|50[0-4])\b"
    r"|(?:page|article|story|file) (?:not|cannot be|could not be|was not) found"
    r"|access (?:is |to this page (?:has been |is ))?(?:denied|restricted|blocked)"
    r"|forbidden|just a moment|attention required"
    r"|are you (?:a )?(?:robot|human)|verify(?:ing)? (?:that )?you are (?:a )?human"
    r"|captcha|security check|checking your browser"
    r"|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|too many requests|internal server error"
    r"|something went wrong|page (?:is )?(?:missing|no longer available|unavailable)",
    re.IGNORECASE,
)
# These two are of texts in lower case.
_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|\bpersonal(?:i[sz]ed)? (?:data|ads?|content|advertising)\b|\bprivacy\b|\bour partners\b"
    r"|\bgdpr\b|\blegitimate interest\b|\bdata protection\b"
)
_WALL = re.compile(
    r"(?:subscribe|sign (?:in|up)|log ?in|register|become a (?:member|subscriber)|start your (?:free )?trial)\b.{0,60}"
    r"\b(?:to (?:continue|read|keep reading|unlock|access|view|finish)|full access|for unlimited)"
    r"|(?:this|the) (?:article|story|content) is "
    r"(?:for|reserved for|exclusive to|only available to|available (?:only )?to|behind)"
    r"|already (?:a )?(?:subscriber|member)\b|(?:to )?(?:continue|keep) reading.{0,40}(?:subscribe|sign|log|register)"
    r"|(?:unlock|read) (?:the (?:full|rest of)|this) (?:article|story)|subscribers? only|you have reached your limit"
)
_ARTICLE_TYPES = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|og:article)$")
_LIST_TYPES = frozenset(("CollectionPage", "SearchResultsPage"))
_LITTLE = 800  # characters; the shortest news in brief are about as long, error pages shorter
_VERY_LITTLE = 300
_SHORT = 1500
_ONE_SENTENCE = 80
_TITLE = 25  # characters of a link that is a headline, not an entry of a menu
_FEWEST_TEASERS = 8
_FEWEST_PICTURES = 3
_CUT = re.compile(r"(?:…|\.\.\.)\W*$")


def why_none(main: Main, metadata: Metadata) -> str | None:
    """Why the page is no article that can be read; None where it is one."""
    amount = main.prose
    told = any(_ARTICLE_TYPES.match(kind) for kind in metadata.types)
    if amount < _LITTLE and _is_error(main, metadata):
        return "an error page, not an article; fetch it again or save it from a browser"
    if not told and _is_consent(main):
        return "a page that asks for consent to cookies, not an article; save the page that comes after it"
    if _is_list(main, metadata, told=told):
        return "a list of articles, not an article; read the articles themselves"
    if amount < _ONE_SENTENCE:
        if not _is_begun(main) and is_partial(main, metadata):
            return "a paywall hides the article; its page shows no more than the headline"
        if len(main.captions) >= _FEWEST_PICTURES:
            return f"a gallery of pictures: {len(main.captions)} captions and no text"
    return None if amount else "no text that could be an article was found in the page"


def _is_begun(main: Main) -> bool:
    """Whether the page shows prose of the article, not of its paywall alone."""
    return any(block.prose and not _WALL.search(block.text.lower()) for block in main.blocks)


def _is_error(main: Main, metadata: Metadata) -> bool:
    shown = (metadata.title, metadata.window, main.headline.text if main.headline else None)
    if any(text and _ERROR.search(text) for text in shown):
        return "og:article" not in metadata.types and not metadata.published
    return False


def _is_consent(main: Main) -> bool:
    """Whether half of the prose or more is about cookies and personal data."""
    if not 0 < main.prose < 4 * _SHORT:
        return False
    about = sum(block.prose for block in main.blocks if block.prose and _CONSENT.search(block.text.lower()))
    return about * 2 >= main.prose


def _is_list(main: Main, metadata: Metadata, *, told: bool) -> bool:
    """Whether the page shows the headlines of many articles and the text of none."""
    if told:
        return False
    titles = [b for b in main.others if b.linked >= _TITLE and b.linked * 5 >= len(b.text) * 4]
    if main.prose < _VERY_LITTLE and len(titles) >= _FEWEST_TEASERS:
        return True
    return bool(_LIST_TYPES & metadata.types) or _is_cards(main)


def _is_cards(main: Main) -> bool:
    """Whether most of the prose stands in boxes of one kind, one a teaser, each with a headline that is a link."""
    layout = main.layout
    linked = {block.box for block in main.others if block.linked >= _TITLE and layout.tag(block)[0] == "h"}
    cards = Counter(_kind(layout, layout.boxes[box].parent) for box in linked)
    kind, many = cards.most_common(1)[0] if cards else (("", ""), 0)
    if many < _FEWEST_TEASERS:
        return False
    within = sum(b.prose for b in main.blocks if any(_kind(layout, box) == kind for box in _around(layout, b.box)))
    return within * 2 > main.prose


def _kind(layout: Layout, box: int) -> tuple[str, str]:
    return layout.boxes[box].tag, layout.boxes[box].names.partition(" ")[0]


def _around(layout: Layout, box: int) -> list[int]:
    around = []
    while box > 0:
        around.append(box)
        box = layout.boxes[box].parent
    return around


def is_partial(main: Main, metadata: Metadata) -> bool:
    """Whether a paywall hides the rest of the article: signs of one, and little text or text that is cut."""
    last = main.blocks[-1].text if main.blocks else ""
    if main.prose >= _SHORT and not _CUT.search(last):
        return False
    return (
        metadata.free is False
        or any("paywall" in box.parts for box in main.layout.boxes)
        or any(_WALL.search(block.text.lower()) for block in (*main.others, *main.blocks))
    )
