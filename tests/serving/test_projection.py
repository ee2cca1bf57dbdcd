"""Points fall where the land is drawn: the figures are d3-geo's for the same drawing."""

import pytest

from communique.serving._projection import HEIGHT, WIDTH, project


@pytest.mark.parametrize(
    ("lat", "lon", "point"),
    [
        (0, 0, (480.0, 233.6)),
        (48.86, 2.35, (485.2, 69.9)),
        (0, 180, (960.0, 233.6)),
        (90, 0, (480.0, 0.0)),
        (-90, 0, (480.0, 467.2)),
    ],
)
def test_points(lat: float, lon: float, point: tuple[float, float]) -> None:
    assert project(lat, lon) == pytest.approx(point, abs=0.1)


def test_the_drawing_has_the_shape_of_the_projection() -> None:
    assert pytest.approx(2.0548, abs=0.001) == WIDTH / HEIGHT
