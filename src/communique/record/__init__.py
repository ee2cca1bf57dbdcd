"""Codings in, events out, kept in one SQLite file: documents, claims, events, and every change.

``open_record`` opens the file, ``Record.add`` takes in what one document says, ``Record.resolve``
derives the events, and the other methods answer questions. Claims are stored as they were said; events
are a view over them that is rewritten where new claims touch it.
"""

from communique.record.actor import ActorSeen, OfficeSeen, OfficeTold, Portrait, Profile
from communique.record.claim import ToldEvent
from communique.record.course import Course, Point
from communique.record.figure import FigureFilter, ToldFigure
from communique.record.filter import Filter, StatementFilter
from communique.record.join import Doubt, Join, NearMiss
from communique.record.judgement import Judged, Standing
from communique.record.link import Linked, Links, Series
from communique.record.log import Changes, Entry, EventHit, Hit, Reading, Recoding
from communique.record.overview import Bin, Disputed, Line, Lines, Side, Sketch, Sketches, Slice
from communique.record.question import Doubtful, Question
from communique.record.record import Record, open_record
from communique.record.sequences import Actors, Claims, Events, Figures, Statements
from communique.record.version import Version
from communique.record.watchlist import Feed, Waiting, Watched, Watchlist

__all__ = [
    "ActorSeen",
    "Actors",
    "Bin",
    "Changes",
    "Claims",
    "Course",
    "Disputed",
    "Doubt",
    "Doubtful",
    "Entry",
    "EventHit",
    "Events",
    "Feed",
    "FigureFilter",
    "Figures",
    "Filter",
    "Hit",
    "Join",
    "Judged",
    "Line",
    "Lines",
    "Linked",
    "Links",
    "NearMiss",
    "OfficeSeen",
    "OfficeTold",
    "Point",
    "Portrait",
    "Profile",
    "Question",
    "Reading",
    "Recoding",
    "Record",
    "Series",
    "Side",
    "Sketch",
    "Sketches",
    "Slice",
    "Standing",
    "StatementFilter",
    "Statements",
    "ToldEvent",
    "ToldFigure",
    "Version",
    "Waiting",
    "Watched",
    "Watchlist",
    "open_record",
]
