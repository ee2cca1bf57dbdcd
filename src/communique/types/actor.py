"""Who acts: persons, states, government bodies, organisations and groups."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Actor", "ActorKind"]

ActorKind = Literal["person", "state", "government", "organisation", "group"]


class Actor(msgspec.Struct, frozen=True):
    """One actor, as one report shows it.

    ``id`` is the Wikidata id where the codebook knows it, else a slug minted from name and country;
    ``country`` is ISO 3166-1 alpha-3 (Kosovo ``XKX``), null for international bodies; ``office`` is
    the office in the codebook's words ("foreign minister"): the one that the report names, else the one that the
    codebook knows the person held on the day of publication, else null.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    office: str | None = None

    @property
    def unnamed(self) -> bool:
        """Whether a person is known by office alone: "foreign minister of Peru"."""
        alone = self.office is not None and (self.name == self.office or self.name.startswith(f"{self.office} of "))
        return self.kind == "person" and alone

    def is_group_of(self, other: Actor) -> bool:
        """Whether both are one group of officials: of one state and office, told with the same number or without.

        >>> six = Actor("6-can-diplomat-group", "six Canadian diplomats", "group", "CAN", "diplomat")
        >>> six.is_group_of(Actor("can-diplomat-group", "Canadian diplomats", "group", "CAN", "diplomat"))
        True
        """
        groups = self.kind == other.kind == "group" and self.office is not None
        alike = groups and (self.country, self.office) == (other.country, other.office)
        return alike and (self.id == other.id or self.id.endswith(f"-{other.id}") or other.id.endswith(f"-{self.id}"))
