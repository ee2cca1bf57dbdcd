"""How addresses of the web are read as sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from communique.types import UsageError

if TYPE_CHECKING:
    from communique.sources.fetching import Fetcher

__all__ = ["Web"]

_NO_EXTRA = "reading the web needs {}; run: pip install 'communique[feeds]'"


def _none_known(id: str) -> bool:
    return False


class Web:
    """The manners in which addresses are read, and the fetcher that has them.

    ``allow_private`` lets addresses of this machine and its network be read, ``user_agent`` is the name to ask under,
    ours where it is null; without ``robots`` no ``robots.txt`` is heeded. ``discover`` reads of a web page the feed
    that it names, in place of the page. ``known`` tells which articles of a list need not be fetched, by the id that
    their document would have.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        user_agent: str | None = None,
        robots: bool = True,
        discover: bool = False,
        known: Callable[[str], bool] = _none_known,
    ) -> None:
        self._allow_private = allow_private
        self._user_agent = user_agent
        self._robots = robots
        self.discover = discover
        self.known = known
        self.passed_over = 0

    def needs(self, id: str) -> bool:
        """Whether an article of a list is to be fetched; those that are not are counted in ``passed_over``."""
        known = self.known(id)
        self.passed_over += known
        return not known

    @cached_property
    def fetcher(self) -> Fetcher:
        """Made when it is asked for: files need none. ``UsageError`` where the extra ``feeds`` is not installed."""
        try:
            from communique.sources.fetching import Fetcher, Manner, default_agent
        except ImportError as error:
            raise UsageError(_NO_EXTRA.format(error.name)) from None
        agent = self._user_agent or default_agent()
        return Fetcher(Manner(allow_private=self._allow_private, robots=self._robots, user_agent=agent))
