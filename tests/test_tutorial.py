"""The tutorial runs from top to bottom on this machine, whatever Jupyter is set to, and shows what it says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from scripts.tutorial import NOTEBOOK, ROOT, read


@pytest.fixture(scope="module")
def saved() -> NotebookNode:
    return read()


def test_it_is_saved_with_what_it_shows(saved: NotebookNode) -> None:
    nbformat.validate(saved)
    shown = [cell for cell in saved.cells if cell.cell_type == "code"]
    assert len(shown) > 10
    assert all(cell.outputs for cell in shown), "run make tutorial"
    assert [cell.execution_count for cell in shown] == list(range(1, len(shown) + 1)), "run make tutorial"


def test_it_runs(tmp_path: Path) -> None:
    (tmp_path / "jupyter_config.py").write_text("raise RuntimeError('the settings of the user')")
    settings = {"JUPYTER_CONFIG_DIR": str(tmp_path), "JUPYTER_DATA_DIR": str(tmp_path), "HOME": str(tmp_path)}
    # In a process of its own: what Jupyter leaves open would be another test's warning.
    command = [sys.executable, "-m", "scripts.tutorial", "--check"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def test_its_links_lead_to_files(saved: NotebookNode) -> None:

    text = "\n".join(cell.source for cell in saved.cells if cell.cell_type == "markdown")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    assert targets
    assert [target for target in targets if not (NOTEBOOK.parent / target).exists()] == []
