"""Judgements given in the browser: each is a form, and leads back to the page of what was judged."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from litestar import Request, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect, Template

from communique.record import open_record
from communique.serving._session import COOKIE, session_cookie, signed_in
from communique.serving._settings import Settings

__all__ = ["JUDGING"]

_Request = Request[None, None, State]
_SEE_OTHER: Literal[303] = 303
_Words = Annotated[str, msgspec.Meta(max_length=500)]


class Credentials(msgspec.Struct, frozen=True):
    """The fields of the form by which a reader signs in."""

    name: Annotated[str, msgspec.Meta(max_length=80)]
    token: Annotated[str, msgspec.Meta(max_length=500)]


class Decision(msgspec.Struct, frozen=True):
    """The fields of a form that judges an event; ``other`` is a second event, or a document to be set apart."""

    verdict: Literal["same", "different", "reject", "keep", "set"]
    other: _Words = ""
    field: _Words = ""
    value: _Words = ""
    note: _Words = ""


@get("/sign-in", name="sign-in", sync_to_thread=False, include_in_schema=False)
def sign_in_page(request: _Request, settings: NamedDependency[Settings]) -> Template:
    """The form; or who is signed in."""
    if settings.token is None:
        raise NotFoundException("This record is only read: the server was started without a token.")
    return Template("sign-in.html", context={"name": signed_in(request, settings), "wrong": False})


@post("/sign-in", sync_to_thread=False, status_code=200, include_in_schema=False)
def sign_in(
    data: Annotated[Credentials, Body(media_type=RequestEncodingType.URL_ENCODED)],
    settings: NamedDependency[Settings],
) -> Template | Redirect:
    """Sets the cookie of who knows the token."""
    cookie = session_cookie(settings, data.name.strip(), data.token)
    if cookie is None:
        return Template("sign-in.html", context={"name": None, "wrong": True}, status_code=401)
    return Redirect("/", status_code=_SEE_OTHER, cookies=[cookie])


@post("/sign-out", sync_to_thread=False, status_code=_SEE_OTHER, include_in_schema=False)
def sign_out() -> Redirect:
    """Takes the cookie away."""
    answer = Redirect("/", status_code=_SEE_OTHER)
    answer.delete_cookie(COOKIE)
    return answer


@post("/events/{id:str}/judge", sync_to_thread=True, status_code=_SEE_OTHER, include_in_schema=False)
def judge(
    id: FromPath[str],
    data: Annotated[Decision, Body(media_type=RequestEncodingType.URL_ENCODED)],
    settings: NamedDependency[Settings],
    judge: NamedDependency[str],
    back: FromQuery[Literal["event", "review"]] = "event",
) -> Redirect:
    """Takes in what a reader decides of an event, and leads back to it or to the queue."""
    events = (id, data.other.strip()) if data.verdict in ("same", "different") else (id,)
    given = {"field": data.field, "value": data.value.strip() or None} if data.verdict == "set" else {}
    with open_record(settings.record) as record:
        record.judge(data.verdict, *events, who=judge, note=data.note.strip() or None, **given)
    return Redirect("/review" if back == "review" else f"/events/{id}", status_code=_SEE_OTHER)


@post("/judgements/{number:int}/undo", sync_to_thread=True, status_code=_SEE_OTHER, include_in_schema=False)
def undo(number: FromPath[int], settings: NamedDependency[Settings], judge: NamedDependency[str]) -> Redirect:
    """Revokes a judgement."""
    with open_record(settings.record) as record:
        undone = record.undo(number, who=judge).judgement
        first = next((j.judgement.events for j in record.judgements() if j.judgement.number == undone.revokes), ())
    return Redirect(f"/events/{first[0]}" if first else "/judgements", status_code=_SEE_OTHER)


JUDGING = (sign_in_page, sign_in, sign_out, judge, undo)
