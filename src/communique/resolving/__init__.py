"""Reports in, events out: which reports tell of one happening, and what they tell together.

``group`` joins reports, ``origins`` tells which documents copy each other, and ``event`` derives from
the reports of one happening what is believed and what is in dispute; ``sister_date`` tells when a report
without a date was published from dated ones of its happenings, ``tied_figures`` which figures of a document
go with which happening, and ``compare`` why two reports are of one happening or are not. All are pure; the
record calls the parts of ``group`` (``gather`` and ``settle``) on the reports that new ones touch.
"""

from communique.resolving._names import plain
from communique.resolving.comparison import Comparison, Reason, compare
from communique.resolving.disagreement import disagreements
from communique.resolving.fusion import event
from communique.resolving.grouping import Group, Keys, Traits, canonical, gather, group, keys, settle, traits
from communique.resolving.independence import Wording, fingerprint, origins
from communique.resolving.sisters import sister_date
from communique.resolving.ties import tied_figures

__all__ = [
    "Comparison",
    "Group",
    "Keys",
    "Reason",
    "Traits",
    "Wording",
    "canonical",
    "compare",
    "disagreements",
    "event",
    "fingerprint",
    "gather",
    "group",
    "keys",
    "origins",
    "plain",
    "settle",
    "sister_date",
    "tied_figures",
    "traits",
]
