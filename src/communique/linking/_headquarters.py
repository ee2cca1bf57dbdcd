"""Where organisations sit."""

from __future__ import annotations

from functools import cache

from communique.codebook import City, cities, organisations
from communique.linking._mentions import city_place
from communique.types import Place, Span

__all__ = ["headquarters"]


def headquarters(organisation: str, span: Span) -> Place | None:
    """The city where the organisation with an id sits, called so by ``span``; null where the tables do not tell."""
    city = _seats().get(organisation)
    return city_place(city, span) if city is not None else None


@cache
def _seats() -> dict[str, City]:
    by_name = {city.name: city for city in reversed(cities()) if city.kind == "city"}
    return {body.id: by_name[body.seat] for body in organisations() if body.seat in by_name}
