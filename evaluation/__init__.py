"""Measures the coder on the gold set of `evaluation/gold`: `python -m evaluation`.

The measuring itself is `communique.evaluation`; here are the gold set (`corpus`), the pinned floors that its figures
are held to (`gate`, `floors.toml`), the reliability of confidences, and measures on other data. How each figure is
counted is told in `docs/metrics.md`.
"""
