"""The options by which addresses are read, the same for every command that does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from cyclopts import Parameter

__all__ = ["Discovery", "Reach", "manners"]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Reach:
    """How addresses of the web are read.

    Parameters
    ----------
    allow_private
        Read also addresses of this machine and its network.
    user_agent
        The name to ask sites under, best with an address to write to: "Desk/1 (desk@example.org)".
    ignore_robots
        Read also what robots.txt asks programs not to read, where the site has allowed it to you.
    """

    allow_private: Annotated[bool, Parameter(negative="")] = False
    user_agent: str | None = None
    ignore_robots: Annotated[bool, Parameter(negative="")] = False


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Discovery(Reach):
    """The same, and what of a page is read.

    Parameters
    ----------
    discover
        Of a web page read the feed that it names, in place of the page.
    """

    discover: Annotated[bool, Parameter(negative="")] = False


def manners(reach: Reach | None) -> dict[str, Any]:
    """The options as ``Web`` takes them."""
    if reach is None:
        return {}
    told: dict[str, Any] = {
        "allow_private": reach.allow_private,
        "user_agent": reach.user_agent,
        "robots": not reach.ignore_robots,
    }
    return told | ({"discover": reach.discover} if isinstance(reach, Discovery) else {})
