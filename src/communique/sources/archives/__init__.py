"""Archives → pages.

In come files that hold many articles: web archives (WARC), zip and tar archives, packed files. Out go the pages of what
is in them, one member after the other and none held longer than it is read, and an ``InputError`` for each part that
cannot be read. Files in reading order: ``_window`` (bytes that can be looked at again), ``_frames`` (the
records of a WARC, each whole or told of as lost), ``_seen`` (what was read already), ``_warc`` (records → pages);
``_allowance`` (how much an archive may unfold to), ``_members`` (which members are read), ``_packed``, ``_zip`` and
``_tar`` (one form a file). What a member holds is read by the function that the caller gives.
"""

from communique.sources.archives._allowance import Allowance
from communique.sources.archives._members import ReadMember, seekable
from communique.sources.archives._packed import PACKED, packed_pages
from communique.sources.archives._seen import Seen
from communique.sources.archives._tar import is_tar, tar_pages
from communique.sources.archives._warc import is_packed_warc, warc_pages
from communique.sources.archives._zip import zip_pages

__all__ = [
    "PACKED",
    "Allowance",
    "ReadMember",
    "Seen",
    "is_packed_warc",
    "is_tar",
    "packed_pages",
    "seekable",
    "tar_pages",
    "warc_pages",
    "zip_pages",
]
