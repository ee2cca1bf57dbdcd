"""Newsletters: what a message shows, who sent it and when, whatever it is made of and whatever is wrong with it."""

import base64
import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest

from communique.reading import read
from communique.sources import pages
from communique.types import InputError, Page

BODY = (
    "The foreign ministers of Kenya and Japan signed a memorandum in Nairobi on Tuesday.\n\n"
    "A joint committee will meet every six months, and a mission is to arrive in Mombasa in September, they said. "
    "The loan is to be repaid within thirty years, and the first ship is expected at the new quay in March.\n"
)
HTML = "<html><body><article><h1>Port works</h1>{}</article></body></html>".format(
    "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
)
HEAD = (
    "From: Calder Briefing <news@calder.example>\nSubject: Port works agreed\nDate: Tue, 14 May 2024 23:30:00 +0300\n"
)


def message(tmp_path: Path, content: str | bytes, name: str = "a.eml") -> list[Page | InputError]:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(pages(file))


def only(found: list[Page | InputError]) -> Page:
    [page] = found
    assert isinstance(page, Page), page
    return page


def test_a_message_has_its_subject_sender_and_day(tmp_path: Path) -> None:
    page = only(message(tmp_path, f"{HEAD}Archived-At: <https://calder.example/1>\n\n{BODY}"))
    assert (page.title, page.publisher, page.url) == (
        "Port works agreed",
        "Calder Briefing",
        "https://calder.example/1",
    )
    document = read(page)
    assert document.published is not None
    assert (document.published.edtf, document.published.basis) == ("2024-05-14", "stated")
    assert document.text.startswith("Port works agreed\n\nThe foreign ministers")


def test_a_message_without_a_date_has_no_day(tmp_path: Path) -> None:
    for date in ("", "Date: yesterday\n", "Date: Tue, 99 May 2024 25:99:99 +0300\n"):
        page = only(message(tmp_path, f"From: news@calder.example\nSubject: x\n{date}\n{BODY}"))
        assert (page.published, page.publisher) == (None, "calder.example")


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_encodings_and_character_sets(tmp_path: Path, encoding: str, charset: str) -> None:
    data = f"{BODY} Tromsø".encode(charset)
    if encoding == "base64":
        data = base64.encodebytes(data)
    elif encoding == "quoted-printable":
        data = quopri.encodestring(data)
    head = f"{HEAD}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    assert only(message(tmp_path, head.encode() + data)).text.rstrip().endswith("Tromsø")


def test_headers_in_encoded_words(tmp_path: Path) -> None:
    subject = "Subject: =?iso-8859-1?q?Troms=F8?= meets\n =?utf-8?q?_again?=\n"
    head = f"From: =?utf-8?b?w5hzdGxhbmRldA==?= <a@b.example>\n{subject}"
    page = only(message(tmp_path, f"{head}\n{BODY}"))
    assert (page.publisher, page.title) == ("Østlandet", "Tromsø meets again")


def newsletter(text: str, html: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = (
        "Calder <n@c.example>",
        "Port works",
        "Tue, 14 May 2024 08:00:00 +0000",
    )
    made.set_content(text)
    made.add_alternative(html, subtype="html")
    return made


def test_text_is_taken_where_it_tells_enough_else_the_web_page(tmp_path: Path) -> None:
    assert "memorandum" in only(message(tmp_path, newsletter(BODY, "<p>x</p>").as_bytes())).text
    page = only(message(tmp_path, newsletter("Open this in a browser.", HTML).as_bytes()))
    assert "memorandum" in page.text
    assert (page.publisher, page.title) == ("Calder", "Port works")


def test_attachments_are_no_part_of_the_text(tmp_path: Path) -> None:
    made = newsletter(BODY, HTML)
    made.add_attachment("A secret.", filename="a.txt")
    assert "secret" not in only(message(tmp_path, made.as_bytes())).text


FORWARDED = (
    "From: Colleague <me@desk.example>\nSubject: Fwd: Port works agreed\nDate: Fri, 17 May 2024 09:00:00 +0000\n\n"
    "FYI\n\n---------- Forwarded message ---------\nFrom: Calder Briefing <news@calder.example>\n"
    "Date: Tue, May 14, 2024 at 10:15 AM\nSubject: Port works agreed\nTo: <me@desk.example>\n\n" + BODY
)


def test_what_was_forwarded_has_its_own_sender_and_day(tmp_path: Path) -> None:
    page = only(message(tmp_path, FORWARDED))
    assert (page.publisher, page.title) == ("Calder Briefing", "Port works agreed")
    assert "FYI" not in page.text
    published = read(page).published
    assert published is not None
    assert published.edtf == "2024-05-14"


def test_messages_that_are_enclosed_are_pages(tmp_path: Path) -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = "me@desk.example", "Two for you"
    made.set_content("See below.")
    for _ in range(2):
        made.add_attachment(newsletter(BODY, HTML))
    found = message(tmp_path, made.as_bytes())
    assert [page.source.rpartition("#")[2] for page in found if isinstance(page, Page)] == ["1", "2"]
    assert [page.publisher for page in found if isinstance(page, Page)] == ["Calder", "Calder"]


def test_a_mailbox_is_its_messages(tmp_path: Path) -> None:
    mbox = "".join(
        f"From a@b.example Tue May 14 08:00:0{n} 2024\n{HEAD}\n{BODY}\n>From the port.\n\n" for n in range(3)
    )
    found = message(tmp_path, mbox, "news.mbox")
    assert [page.source.rpartition(":")[2] for page in found if isinstance(page, Page)] == ["1", "2", "3"]
    assert isinstance(found[0], Page)
    assert "\nFrom the port." in found[0].text
    assert [type(page) for page in message(tmp_path, mbox, "Inbox")] == [Page] * 3


def test_what_is_broken_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    empty = f"{HEAD}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n"
    nested = f"{HEAD}" + "".join(f"Content-Type: multipart/mixed; boundary={n}\n\n--{n}\n" for n in range(2000))
    start = "From a@b.example Tue May 14 08:00:00 2024\n"
    found = message(tmp_path, "".join(f"{start}{each}\n\n" for each in (empty, nested, f"{HEAD}\n{BODY}")), "a.mbox")
    assert [type(item) for item in found] == [InputError, InputError, Page]
    [error] = message(tmp_path, "", "b.mbox")
    assert isinstance(error, InputError)
    assert "no messages" in error.reason
