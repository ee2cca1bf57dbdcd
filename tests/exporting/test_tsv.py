"""Tab-separated lines that every reader takes apart alike."""

import csv

from communique.exporting._tsv import tsv_line


def test_cells_stay_cells() -> None:
    line = tsv_line(['a\t"b"\n c', None, -1.5, 42, "=1+1", "", "\x00"]).decode()
    cells = ["a 'b' c", "", "-1.5", "42", "'=1+1", "", "\ufffd"]
    assert line.removesuffix("\n").split("\t") == cells
    assert next(csv.reader([line], delimiter="\t")) == cells
