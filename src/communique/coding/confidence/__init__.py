"""How likely it is that a claim tells of an event, and of one of its family.

``_signs`` reads off how the document tells it; ``_weighing`` adds up what each sign says, by weights that were fitted
on labelled texts (``weights.json``; `python -m evaluation.reliability --fit` makes it).
"""

from __future__ import annotations

from communique.coding.confidence._signs import Signed, signed
from communique.coding.confidence._weighing import LEAST, WEIGHTS, Weights, confidence, weighed, weights

__all__ = ["LEAST", "WEIGHTS", "Signed", "Weights", "confidence", "signed", "weighed", "weights"]
