"""Notebooks show events and documents; whatever the texts hold, it is text."""

from collections.abc import Callable
from xml.etree import ElementTree

import msgspec

from communique.resolving import event
from communique.types import Coding, EventClaim, Report, Span, Statement

TEXT = 'Otieno <script>alert("1")</script> went to Osaka, & said: "We agree."'


def test_an_event(report: Callable[..., Report]) -> None:
    people = ("visitor Wanjiru <i>Otieno (foreign minister) KEN", "host =Japan JPN")
    reports = [
        report("a", "visit", *people, start="2024-05-13", end="2024-05-14", words="went <b>there"),
        report("b", "visit", *people, start="2024-05-13", end="2024-05-15"),
    ]
    found = event(reports, "e1")
    page = found._repr_html_()
    ElementTree.fromstring(page)
    assert "went &lt;b&gt;there" in page
    assert "≠ end: 2024-05-14 / 2024-05-15" in page


def test_a_document_marks_its_words(coding: Callable[..., Coding], claim: Callable[..., EventClaim]) -> None:
    told = msgspec.structs.replace(claim("visit", "visitor Otieno KEN"), evidence=Span.of(TEXT, 0, 48))
    span = Span.of(TEXT, 43, 48)
    said = Statement(speaker=None, kind="direct", text=span.text, evidence=span)
    found = msgspec.structs.replace(coding("a", TEXT, told), statements=(said,))
    page = ElementTree.fromstring(found._repr_html_())
    marks = [(mark.text, mark.get("title")) for mark in page.iter("mark")][3:]
    assert "".join(text or "" for text, _ in marks) == TEXT[:48]
    assert ("Osaka", "somebody says; visit, happened") in marks
    assert "".join(page[3].itertext()) == TEXT
    assert not list(page.iter("script"))
