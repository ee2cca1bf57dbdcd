"""Reports in, events out: which reports tell of one happening, and what they tell together.

``group`` joins reports, and ``event`` derives from the reports of one happening what is believed and what is
in dispute; ``sister_date`` tells when a report without a date was published from dated ones of its
happenings, ``tied_figures`` and ``framing_words`` which figures and words of a document go with which
happening, and ``compare`` why two reports are of one happening or are not. ``wording``, which is imported by
itself because it loads NumPy, tells which texts are copies of each other. All are pure; the record calls the
parts of ``group`` (``gather`` and ``settle``) on the reports that new ones touch. Persons
outrank all of it: ``constrain`` makes constraints of their judgements, by which ``part`` parts and unites the
groups, and ``locate`` finds judged claims again.
"""

from communique.resolving._countries import country_name, is_country
from communique.resolving._names import plain
from communique.resolving.anchors import locate
from communique.resolving.comparison import Comparison, Reason, compare
from communique.resolving.constraints import UNCONSTRAINED, Bound, Constraints, constrain, part
from communique.resolving.disagreement import disagreements
from communique.resolving.framing import framing_words
from communique.resolving.fusion import event
from communique.resolving.grouping import (
    Candidate,
    Group,
    Keys,
    Settled,
    Traits,
    bonds,
    canonical,
    core,
    event_traits,
    fits,
    gather,
    group,
    keys,
    mates,
    may_be_one,
    near_keys,
    offers,
    seeks,
    settle,
    traits,
)
from communique.resolving.independence import copies_among, fingerprint, site_of
from communique.resolving.sisters import copied_date, sister_date
from communique.resolving.ties import tied_figures
from communique.resolving.values import check_value, settable
from communique.resolving.versions import claim_before

__all__ = [
    "UNCONSTRAINED",
    "Bound",
    "Candidate",
    "Comparison",
    "Constraints",
    "Group",
    "Keys",
    "Reason",
    "Settled",
    "Traits",
    "bonds",
    "canonical",
    "check_value",
    "claim_before",
    "compare",
    "constrain",
    "copied_date",
    "copies_among",
    "core",
    "country_name",
    "disagreements",
    "event",
    "event_traits",
    "fingerprint",
    "fits",
    "framing_words",
    "gather",
    "group",
    "is_country",
    "keys",
    "locate",
    "mates",
    "may_be_one",
    "near_keys",
    "offers",
    "part",
    "plain",
    "seeks",
    "settable",
    "settle",
    "sister_date",
    "site_of",
    "tied_figures",
    "traits",
]
