"""The record that the examples make."""

from pathlib import Path

import pytest

import communique

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="session")
def record_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("examples") / "r.db"
    communique.read([str(EXAMPLES)], path)
    return path
