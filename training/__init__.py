"""Makes the language model that the package ships: ``make model``, or ``python -m training``.

Treebanks, corpora of names and a pretrained encoder come in; a small spaCy pipeline and its model card go
out to ``src/communique/parsing/model``. Read in this order: ``_annotated`` (what a sentence is),
``_treebank``, ``_names``, ``_genre`` (where sentences come from), ``_teacher``, ``_silver`` (how newswire
gets trees), ``_mix``, ``_vectors``, ``_student`` (how the small model learns), ``_measure``, ``_card``.
"""
