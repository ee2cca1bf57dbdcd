"""Web addresses → bytes, safely and politely. Needs the extra ``feeds`` (httpx, protego).

In comes an address that a user or a web page names; out comes a ``Fetched`` with status, headers and body, or a
``FetchError`` that names the address and says why. No address can make the program ask a machine of the private
network, read without end, or wait for ever, and no site is asked against its ``robots.txt``, twice at a time, or before
it wants to be asked again. Files in reading order: ``manner`` (how to behave), ``fetched`` (what comes back),
``_address`` (which addresses are), ``_public`` and ``_network`` (which machines are), ``_inflating`` (bodies
that are packed), ``_exchange`` (one request, one answer), ``_retry_after``, ``_turns`` (whose turn it is), ``_robots``,
``fetcher`` (all of it), ``_schedule`` (many addresses at once), ``posting`` (what is sent).
"""

from communique.sources.fetching._address import address_of, host_of, shown
from communique.sources.fetching._inflating import gunzip
from communique.sources.fetching._schedule import each_in_turn
from communique.sources.fetching.fetched import Fetched, FetchError, Validators
from communique.sources.fetching.fetcher import Fetcher
from communique.sources.fetching.manner import Manner, default_agent
from communique.sources.fetching.posting import post

__all__ = [
    "FetchError",
    "Fetched",
    "Fetcher",
    "Manner",
    "Validators",
    "address_of",
    "default_agent",
    "each_in_turn",
    "gunzip",
    "host_of",
    "post",
    "shown",
]
