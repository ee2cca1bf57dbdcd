"""A record in, web pages and an API out: what ``communique serve`` runs.

``application`` builds the ASGI application from ``Settings``. Each page asks the record through ``Record``, puts what
it finds into a small view, and a template of ``templates/`` writes it: text of articles is escaped there, and no page
needs a script to be read. ``static/`` holds the style sheet and the scripts, all shipped, none fetched.
"""

from communique.serving._application import application
from communique.serving._settings import Settings
from communique.serving._worker import hand_over

__all__ = ["Settings", "application", "hand_over"]
