"""docs/codebook.md is what the codebook says today; `make codebook` writes it."""

from scripts.codebook_page import PAGE, page

from communique.codebook import codebook


def test_the_page_is_in_step() -> None:
    assert PAGE.read_text("utf-8") == page(), "run make codebook"


def test_every_kind_has_a_row_and_an_entry() -> None:
    lines = page().splitlines()
    for kind in codebook().kinds:
        assert sum(line.startswith(f"| [{kind.kind}](#{kind.kind}) |") for line in lines) == 1
        assert lines.count(f"### {kind.kind}") == 1
        assert all(any(line.startswith(f"- {example.text} → ") for line in lines) for example in kind.examples)
