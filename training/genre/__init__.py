"""Templates of diplomatic news (``*.conllu``), lists of words (``*.yaml``), and what fills the slots."""
