"""Acts in words that no frame of the codebook has, and who takes part in them.

News tells of one act in more ways than a codebook can list: "put pen to paper", "was shown the door", "drew a sharp
rebuke". A small transformer (MiniLM, taught by the worded acts and the passages of ``training``) reads the words of a
sentence (``_encoder``); from its vectors, ``_heads`` weighs which word tells of an act of which kind, and who that is
named has which part in it; ``_marks`` reads that off. So it also says who in the sentence likely has a part that the
clause of an act leaves open, whatever tells of the act. It wants the extra ``communique[marks]``; without it, or with
``COMMUNIQUE_MARKS=off``, nothing is marked, and the frames alone tell of acts.
"""

from __future__ import annotations

from communique.coding.marks._heads import distances
from communique.coding.marks._marks import Mark, Marked, marked_in, telling
from communique.coding.marks._model import SWITCH, Model, model

__all__ = ["SWITCH", "Mark", "Marked", "Model", "distances", "marked_in", "model", "telling"]
