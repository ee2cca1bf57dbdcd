"""A site that misbehaves, and fetchers that lose patience soon."""

from collections.abc import Callable, Iterator

import pytest
from tests.site import Site

from communique.sources.fetching import Fetcher, Manner


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as opened:
        yield opened


@pytest.fixture
def fetcher() -> Iterator[Callable[..., Fetcher]]:
    """Makes a fetcher that may ask loopback and leaves no gap, unless told otherwise."""
    made: list[Fetcher] = []

    def make(**manner: object) -> Fetcher:
        defaults: dict[str, object] = {"allow_private": True, "gap": 0.0, "seconds": 2.0, "patience": 0.0}
        made.append(Fetcher(Manner(**{**defaults, **manner})))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()
