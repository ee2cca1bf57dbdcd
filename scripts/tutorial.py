"""Runs docs/tutorial.ipynb from top to bottom and saves what it shows: `make tutorial`.

The notebook runs in a kernel of this very Python in a temporary folder in which ``examples/`` lies, without the
user's settings of Jupyter and IPython, so that it shows the same everywhere.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from traitlets.config import Config

__all__ = ["NOTEBOOK", "read", "run"]

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "tutorial.ipynb"
_KERNEL = "communique-tutorial"
_SECONDS = 300


def read() -> NotebookNode:
    """The notebook as it is saved."""
    text = NOTEBOOK.read_text(encoding="utf-8")
    notebook: NotebookNode = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def run(notebook: NotebookNode) -> NotebookNode:
    """The notebook with the outputs of a fresh run; ``nbclient.CellExecutionError`` where a cell fails."""
    with TemporaryDirectory(prefix="communique-") as folder, _own_jupyter(Path(folder) / "jupyter"):
        work = Path(folder) / "work"
        shutil.copytree(ROOT / "examples", work / "examples")
        # Sockets in the file system: the kernel listens on no port.
        sockets = Config(KernelManager={"transport": "ipc", "connection_file": str(Path(folder) / "kernel.json")})
        place = {"metadata": {"path": str(work)}}
        client = NotebookClient(notebook, config=sockets, kernel_name=_KERNEL, timeout=_SECONDS, resources=place)
        done = client.execute()
    for cell in done.cells:
        cell.metadata.pop("execution", None)  # the times of the run
        for output in cell.get("outputs", ()):
            if "text/html" in output.get("data", {}):  # the same in other words, and long
                output.data.pop("text/plain", None)
    return done


@contextmanager
def _own_jupyter(folder: Path) -> Iterator[None]:
    """Jupyter's folders in ``folder``, with one kernel: this Python."""
    kernel = folder / "kernels" / _KERNEL
    kernel.mkdir(parents=True)
    start = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (kernel / "kernel.json").write_text(json.dumps({"argv": start, "display_name": _KERNEL, "language": "python"}))
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    with patch.dict(os.environ, dict.fromkeys(names, str(folder))):
        yield


def main() -> None:
    """Run the notebook and save it, or with ``--check`` only run it."""
    done = run(read())
    if "--check" not in sys.argv[1:]:
        NOTEBOOK.write_text(nbformat.writes(done), encoding="utf-8")  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
