"""An actor for people: who it is, the offices it was seen in, its events."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from communique.cli._terminal import show
from communique.cli.events import print_events
from communique.record import OfficeSeen, Profile
from communique.types.words import counted

__all__ = ["print_actor"]


def print_actor(profile: Profile) -> None:
    """Prints the actor with the offices seen and its events."""
    actor = profile.actor
    known = (actor.id, actor.kind, actor.country)
    show(Text(actor.name, style="bold"), Text(" · ".join(value for value in known if value), style="dim"), "")
    if profile.offices:
        show(_offices(profile.offices), "")
    print_events(profile.events)


def _offices(offices: tuple[OfficeSeen, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    for office in offices:
        days = " to ".join(dict.fromkeys(day.isoformat() for day in (office.first, office.last) if day is not None))
        seen = f"in {counted(len(office.reports), 'report')}" + (f", {days}" if days else "")
        table.add_row(Text(office.office), Text(seen))
    return table
