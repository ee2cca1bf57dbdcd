"""Measures the coder on labelled texts: `communique evaluate GOLD`.

In come labelled texts (`gold`, `loading`); each is coded (`predict`), what the coder found is aligned with what
the annotator found (`align`, with `names` and `days`), counted (`scores`, `joins`, `quotes`, `published`,
`measure`) and shown (`report`). How each figure is counted is told in `docs/metrics.md`. What measures on data
that lies outside the package, and the gate, are in `evaluation/` beside it.
"""
