"""A record's file in, its faults out: what is damaged, where, and what to do about it.

``check`` looks in this order: SQLite's own pages, references and full-text indexes; documents, whose spans must quote
their text, and their earlier versions; what comparing texts made, and which are copies; claims, which must be those of
their documents and belong to one event each; events, which must be what their claims derive to; redirects and the
change log. ``repair`` derives anew what can be derived. Whatever
cannot be read is a fault, not an end.
"""

from communique.record.checking._checks import Checked, check
from communique.record.checking._repair import repair
from communique.record.checking._sqlite import word_indexes
from communique.record.checking.fault import Fault, Remedy

__all__ = ["Checked", "Fault", "Remedy", "check", "repair", "word_indexes"]
