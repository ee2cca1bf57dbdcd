"""Here the marks are what is tested."""

import pytest

from communique.coding.marks import SWITCH, Model, model


@pytest.fixture(autouse=True)
def by_frames_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "on")


@pytest.fixture
def shipped() -> Model:
    pytest.importorskip("onnxruntime", reason="communique[marks] is not installed")
    found = model()
    assert found is not None
    return found
