"""The whole measurement of a gold set: code its texts, keep them together, compare, count."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from communique.evaluation.extents import names_found
from communique.evaluation.gold import Clusters, GoldDocument
from communique.evaluation.measure import Measurement, measure
from communique.evaluation.predict import code_gold, keep_together, link_gold, published_in_text
from communique.evaluation.published import score_published

__all__ = ["evaluate"]


def evaluate(
    documents: Sequence[GoldDocument],
    clusters: Clusters,
    *,
    model: str | None = None,
    coded: Callable[[], object] = lambda: None,
) -> Measurement:
    """What the coder makes of ``documents``; ``model`` is a spaCy pipeline to be used instead of ours.

    ``coded`` is called whenever one more text has been coded.
    """
    codings = []
    for document in documents:
        codings.append(code_gold(document, model))
        coded()
    together = keep_together(codings, model)
    inferred = {coding.document.id: coding.document.published for coding in together.codings}
    stated = {document.id: published_in_text(document) for document in documents}
    published = score_published(documents, inferred, stated)
    linked = [link_gold(coding, model) for coding in together.codings]
    names = names_found(documents)
    return measure(documents, together.codings, linked, together.events, together.ids, clusters, names, published)
