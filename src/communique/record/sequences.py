"""What a record answers: sequences that are read one by one, and turned into tables whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, SupportsIndex, TypeVar, overload

from communique.record._showing import table_html
from communique.record.actor import ActorSeen
from communique.record.claim import ToldEvent
from communique.record.figure import ToldFigure
from communique.record.tables import ACTORS, CLAIMS, EVENTS, FIGURES, STATEMENTS, Table, arrow_table
from communique.types import Event, Said, UsageError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = ["Actors", "Claims", "Events", "Figures", "Records", "Statements"]

T = TypeVar("T")


class Records(tuple[T, ...]):
    """A tuple of records that can be had as a table as well: Arrow, pandas, polars, or HTML in a notebook.

    The columns are those of docs/sql.md. ``UsageError`` names the package that is missing.
    """

    __slots__ = ()
    table: ClassVar[Table[Any]]

    @overload
    def __getitem__(self, place: SupportsIndex, /) -> T: ...
    @overload
    def __getitem__(self, place: slice, /) -> Self: ...
    def __getitem__(self, place: SupportsIndex | slice, /) -> T | Self:
        """One record, or some of them as a sequence of the same type."""
        found = super().__getitem__(place)
        return type(self)(found) if isinstance(place, slice) else found  # type: ignore[arg-type, return-value]

    def to_arrow(self) -> pyarrow.Table:
        """A ``pyarrow.Table``, a row a record."""
        return arrow_table(self.table, self)

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas ``DataFrame``; days are ``datetime64``, so that they can be grouped by month or year."""
        _needed("pandas")
        return self.to_arrow().to_pandas(date_as_object=False)

    def to_polars(self) -> polars.DataFrame:
        """A polars ``DataFrame``."""
        _needed("polars")
        from polars import DataFrame

        return DataFrame(self.to_arrow())

    def __repr__(self) -> str:
        return f"<{len(self)} {self.table.name}>"

    def _repr_html_(self) -> str:
        return table_html(self.table, self)


class Events(Records[Event]):
    """Events, by date, undated ones last."""

    __slots__ = ()
    table = EVENTS


class Claims(Records[ToldEvent]):
    """Claims of events, by document."""

    __slots__ = ()
    table = CLAIMS


class Statements(Records[Said]):
    """Statements, by the day of their report."""

    __slots__ = ()
    table = STATEMENTS


class Figures(Records[ToldFigure]):
    """Figures, by document."""

    __slots__ = ()
    table = FIGURES


class Actors(Records[ActorSeen]):
    """Actors, those with the most events first."""

    __slots__ = ()
    table = ACTORS


def _needed(package: str) -> None:
    try:
        __import__(package)
    except ImportError as error:
        raise UsageError(f"{package} is not installed; run: pip install {package}") from error
