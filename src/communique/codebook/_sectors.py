"""What actors are in the terms of CAMEO and PLOVER: government, military, parliament, international body."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

import msgspec

from communique.codebook._body import BodyKind, bodies
from communique.codebook._office import offices
from communique.codebook._organisation import Organisation, OrganisationKind, organisations
from communique.codebook._tables import yaml_value
from communique.types import Actor

__all__ = ["Sectors", "known_group", "sector", "sectors"]


class Sectors(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``sectors.yaml``, whose head names the sources and says what the tables hold."""

    cameo: frozenset[str]
    bodies: dict[BodyKind, str]
    body_ids: dict[str, tuple[str, ...]]
    offices: dict[str, tuple[str, ...]]
    organisations: dict[OrganisationKind, str]
    groups: dict[str, str]


@cache
def sectors() -> Sectors:
    """The tables."""
    return msgspec.convert(yaml_value("sectors.yaml"), Sectors)


def sector(actor: Actor) -> str | None:
    """PLOVER's sector of an actor, such as ``GOV`` or ``MIL``; null where neither office nor kind tell it.

    A state as a whole has none: PLOVER codes it by its country alone.

    >>> sector(Actor("wang-yi-chn", "Wang Yi", "person", "CHN", "foreign minister"))
    'GOV'
    """
    if actor.kind == "organisation":
        return _organisation_sectors().get(actor.id)
    if actor.kind == "government":
        return _body_sectors().get(actor.id) or _body_sectors().get(_without_country(actor))
    if actor.country is not None and actor.office is not None:
        return _office_sectors().get(actor.office)
    return None


def known_group(actor: Actor) -> str | None:
    """CAMEO's code of an organisation that it knows by name."""
    return sectors().groups.get(actor.id) if actor.kind == "organisation" else None


def _without_country(actor: Actor) -> str:
    """The codebook's id of a body that every state has: ``rus-armed-forces`` → ``armed-forces``."""
    return actor.id.removeprefix(f"{(actor.country or '').lower()}-")


@cache
def _body_sectors() -> MappingProxyType[str, str]:
    by_kind = {body.id: sectors().bodies[body.kind] for body in bodies() if body.kind in sectors().bodies}
    return MappingProxyType(by_kind | {body: code for code, ids in sectors().body_ids.items() for body in ids})


@cache
def _office_sectors() -> MappingProxyType[str, str]:
    """By name, as actors have their office."""
    codes = {office: code for code, ids in sectors().offices.items() for office in ids}
    return MappingProxyType({office.name: codes[office.id] for office in offices() if office.id in codes})


@cache
def _organisation_sectors() -> MappingProxyType[str, str]:
    kinds = sectors().organisations
    known = {o.id: kinds[o.kind] for o in organisations() if o.kind in kinds and not _is_national(o)}
    return MappingProxyType(known)


def _is_national(organisation: Organisation) -> bool:
    """Whether a body that would be intergovernmental by its kind belongs to one country."""
    return organisation.country is not None and sectors().organisations[organisation.kind] == "IGO"
