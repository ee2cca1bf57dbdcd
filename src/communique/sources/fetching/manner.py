"""How the program behaves towards the sites that it asks."""

from __future__ import annotations

from importlib.metadata import version

import msgspec

__all__ = ["Manner", "default_agent"]


def default_agent() -> str:
    """The name under which the program asks: what it is, and no browser's."""
    return f"Communique/{version('communique')} (news reader that keeps a record of diplomacy)"


class Manner(msgspec.Struct, frozen=True, kw_only=True):
    """Limits and courtesies of fetching.

    ``user_agent`` is what sites read in their logs: its first word, up to a slash, is the name that ``robots.txt`` may
    address. ``allow_private`` lets addresses of the own machine and network be asked. ``size`` is the most bytes
    of a body, as sent and unpacked; ``seconds`` the longest that an address may take, all redirects included, without
    the time spent waiting for its turn; ``redirects`` how often it may lead on. ``gap`` is the least time between
    two requests to a host, in seconds, where its ``robots.txt`` asks for no longer one; ``patience`` how
    long a caller waits for a host that asks to be left alone, in seconds, before that is a failure.
    """

    user_agent: str = msgspec.field(default_factory=default_agent)
    allow_private: bool = False
    robots: bool = True
    size: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 10
    gap: float = 1.0
    patience: float = 30.0

    @property
    def token(self) -> str:
        """The name that ``robots.txt`` knows the program by (RFC 9309, section 2.2.1)."""
        return self.user_agent.split("/")[0].split()[0] if self.user_agent.strip() else "*"
