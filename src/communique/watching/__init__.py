"""Feeds → the record, again and again, and word of what is new. Needs the extra ``feeds``.

In come the feeds, lists of feeds and sitemaps that a user names; their articles go through all other rooms into a
record, and those who asked are told which events came and changed. What waits to be read and who was told what
stands in the record, so that a watch that was stopped, or killed, goes on where it was. Files in reading order:
``settings`` (what is asked for), ``_roots`` (the feeds that are meant), ``journal`` (what is said meanwhile),
``_while`` (for how long), ``_feeds`` (feeds → articles that wait), ``_articles`` (articles that wait → the record),
``message`` (what is told), ``_webhook``, ``_mail`` and ``_atom`` (how), ``listening`` (to whom), ``watcher`` (all
of it).
"""

from communique.watching._roots import roots
from communique.watching.journal import Journal, Note
from communique.watching.listening import Listener, listeners
from communique.watching.message import Message
from communique.watching.settings import Channel, Mail, Settings, read_settings, seconds_of
from communique.watching.watcher import Watcher

__all__ = [
    "Channel",
    "Journal",
    "Listener",
    "Mail",
    "Message",
    "Note",
    "Settings",
    "Watcher",
    "listeners",
    "read_settings",
    "roots",
    "seconds_of",
]
