"""Events in, bytes out: the record in the forms that other programs read, one format a file.

``formats`` lists what there is, each with what it loses; ``find_format`` gives one by name, whose ``write`` takes
events one by one and a ``Context`` with what it needs beyond them; ``output_to`` is where the bytes go, a file
that is there whole or not at all. A module of a format is imported when it is asked for, and the libraries that it
needs when it writes. ``metrics`` are figures of the record itself.
"""

from communique.exporting._format import Context, Format, Option
from communique.exporting._metrics import metrics
from communique.exporting._output import output_to
from communique.exporting._registry import FORMAT_NAMES, find_format, formats
from communique.exporting._text import spreadsheet_safe

__all__ = [
    "FORMAT_NAMES",
    "Context",
    "Format",
    "Option",
    "find_format",
    "formats",
    "metrics",
    "output_to",
    "spreadsheet_safe",
]
