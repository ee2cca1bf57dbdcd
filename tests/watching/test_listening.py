"""Those who want to know: told of what fits, once, by the way that they chose, and again where it failed."""

import base64
import email
import email.policy
import hashlib
import hmac
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from lxml import etree
from tests.site import Site

from communique.record import Record
from communique.types import Coding, EventClaim, UsageError
from communique.watching import Journal, Note, listeners, read_settings
from communique.watching._webhook import signature
from communique.watching.listening import Telling
from communique.watching.settings import seconds_of

Put = Callable[..., None]


@pytest.fixture
def put(record: Record, claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Put:
    """Puts a report of a visit into the record."""

    def make(id: str, country: str, day: str = "2024-05-13", **more: str) -> None:
        visit = claim("visit", f"visitor Wanjiru {id.title()} {country}", "host =Japan JPN", start=day, **more)
        text = f"A guest of {country} came on {day}, and {id} told of it. {' '.join(more.values())}"
        record.keep([coding(id, text, visit, url=f"https://n.example/{id}")])

    return make


@pytest.fixture
def telling(record: Record, notes: list[Note], tmp_path: Path) -> Callable[[str], Telling]:
    def make(settings: str) -> Telling:
        (tmp_path / "desk.toml").write_text(settings)
        channels = read_settings(tmp_path / "desk.toml").notify
        return Telling(record, list(listeners(channels, record)), Journal(notes.append))

    return make


def test_a_webhook_is_sent_what_fits_signed(
    site: Site, put: Put, telling: Callable[[str], Telling], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = b"0123456789abcdef0123"
    monkeypatch.setenv("DESK", f"whsec_{base64.b64encode(key).decode()}")
    site.shows("/hook", "")
    put("old", "KEN")
    kenya = telling(
        f'[[notify]]\nname = "kenya"\ncountry = "KEN"\nwebhook = "{site.url("/hook")}"\nsecret_env = "DESK"'
    )
    put("one", "KEN")
    put("two", "PER")
    kenya.tell()
    kenya.tell()
    [(headers, body)] = site.server.bodies
    sent = msgspec.json.decode(body)
    assert [event["title"] for event in sent["data"]["new"]] == ["Wanjiru One visits Japan"]
    assert sent["data"]["changed"] == []
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"
    put("one", "KEN", end="2024-05-15")
    kenya.tell()
    changed = msgspec.json.decode(site.server.bodies[1][1])["data"]
    assert (len(changed["new"]), len(changed["changed"])) == (0, 1)


def test_the_signature_is_that_of_the_standard() -> None:
    """The example of https://github.com/standard-webhooks/standard-webhooks, libraries/python."""
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'
    given = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert given == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert signature("whsec_no base64", "m", 1, b"") != signature("other", "m", 1, b"")


def test_what_was_not_taken_is_sent_again(
    site: Site,
    put: Put,
    telling: Callable[[str], Telling],
    notes: list[Note],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("communique.watching.listening._FIRST_PAUSE", 0.0)
    monkeypatch.setenv("DESK", "secret")
    settings = f'[[notify]]\nname = "all"\nwebhook = "{site.url("/hook")}"\nsecret_env = "DESK"'
    all_of_it = telling(settings)
    put("one", "KEN")
    all_of_it.tell()
    all_of_it.tell()
    telling(settings).tell()  # the program was started again
    site.shows("/hook", "")
    all_of_it.tell()
    all_of_it.tell()
    ids = {headers["webhook-id"] for headers, _ in site.server.bodies}
    assert (len(site.server.bodies), len(ids)) == (4, 1)
    assert [note.event for note in notes] == ["not told", "not told", "told again"]


class Postbox:
    """A mail server's handler that keeps what it is given."""

    def __init__(self) -> None:
        self.letters: list[Envelope] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.letters.append(envelope)
        return "250 OK"


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, int]]:
    box = Postbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


def test_mail_is_sent(put: Put, telling: Callable[[str], Telling], postbox: tuple[Postbox, int]) -> None:
    box, port = postbox
    desk = telling(
        '[[notify]]\nname = "desk"\nkind = "visit"\n'
        f'mail = {{to = ["a@x.example", "b@x.example"], sender = "watch@y.example", host = "127.0.0.1", port = {port}}}'
    )
    put("one", "KEN")
    desk.tell()
    [envelope] = box.letters
    assert isinstance(envelope.content, bytes)
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert envelope.rcpt_tos == ["a@x.example", "b@x.example"]
    assert letter["Subject"] == "[desk] 1 new event: Wanjiru One visits Japan"
    text = letter.get_content()
    assert "2024-05-13" in text
    assert "https://n.example/one" in text


def test_a_mail_server_that_is_away_is_told(put: Put, telling: Callable[[str], Telling], notes: list[Note]) -> None:
    desk = telling(
        '[[notify]]\nname = "desk"\nmail = {to = ["a@x.example"], sender = "w@y.example", host = "127.0.0.1", port = 1}'
    )
    put("one", "KEN")
    desk.tell()
    desk.tell()
    assert [(note.event, note.place) for note in notes] == [("not told", "desk")]


def test_an_atom_file_is_kept(put: Put, telling: Callable[[str], Telling], tmp_path: Path) -> None:
    path = tmp_path / "kenya.atom"
    kenya = telling(f'[[notify]]\nname = "kenya"\ncountry = "KEN"\natom = "{path}"')
    put("one", "KEN")
    put("two", "PER")
    kenya.tell()
    titles = etree.fromstring(path.read_bytes()).xpath("//*[local-name()='entry']/*[local-name()='title']/text()")
    assert titles == ["New: Wanjiru One visits Japan"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("feeds = 3", "Expected `array`"),
        ("fedes = []", "fedes"),
        ("[[notify]]", "name"),
        ('[[notify]]\nname = "a"', "needs one of webhook, atom and mail, and has none"),
        ('[[notify]]\nname = "a"\natom = "x"\nwebhook = "y"', "has webhook, atom"),
        ('[[notify]]\nname = "a"\nwebhook = "y"', "no secret_env"),
        ('[[notify]]\nname = "a"\nwebhook = "y"\nsecret_env = "NOT_SET_AT_ALL"', "NOT_SET_AT_ALL is not set"),
        ('[[notify]]\nname = "a"\natom = "x"\nfrom = "soon"', "soon is no date"),
        ("= 3", "desk.toml"),
    ],
)
def test_settings_that_are_wrong_are_told_with_their_place(tmp_path: Path, settings: str, words: str) -> None:
    (tmp_path / "desk.toml").write_text(settings)
    with pytest.raises(UsageError) as caught:
        read_settings(tmp_path / "desk.toml")
    assert words in str(caught.value)
    assert "desk.toml" in str(caught.value)


@pytest.mark.parametrize(("span", "seconds"), [("90s", 90), ("15m", 900), ("15", 900), ("2H", 7_200), ("1 d", 86_400)])
def test_spans(span: str, seconds: float) -> None:
    assert seconds_of(span) == seconds


@pytest.mark.parametrize("span", ["", "0m", "-5m", "soon", "5w"])
def test_no_spans(span: str) -> None:
    with pytest.raises(UsageError, match="no span of time"):
        seconds_of(span)
