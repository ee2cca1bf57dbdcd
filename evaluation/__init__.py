"""Measures the coder on the gold set of `evaluation/gold`: `python -m evaluation`.

In come labelled texts (`gold`); each is coded (`predict`), what the coder found is aligned with what
the annotator found (`align`, with `names` and `days`), counted (`scores`, `joins`) and shown
(`report`) or held against the pinned floors of `floors.toml` (`gate`). How each figure is counted is
told in `docs/metrics.md`.
"""
