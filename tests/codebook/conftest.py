"""The codebook's examples say what its frames tell, without what a network adds."""

import pytest

from communique.coding.marks import SWITCH


@pytest.fixture(autouse=True)
def by_frames_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "off")
