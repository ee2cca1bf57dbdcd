"""A sentence's tree with the questions that coding asks of it.

The parse is put into the shape of the questions first: clauses with "be" in which "be" governs (``_copulas``), titled
persons in a row (``_titled``), names with their titles as one node (``_whole_names``).
"""

from __future__ import annotations

from communique.coding.tree._tree import Tree

__all__ = [
    "Tree",
]
