"""Page → document.

In comes a page: the raw text of an article with all that a site puts around it. Out goes a ``Document``:
the text that is coded (headline, subtitle, dateline, body, in the order of the page), the facts that stand
around it (title, byline, agency, dateline, publication date, language), and a map from every stretch of
the text back to the raw text. Files in reading order: ``_plain``, ``_lines``, ``_wraps``, ``_repeats``,
``_front``, ``_related``, ``_furniture``, ``_assembly``, ``_document``.
"""

from communique.reading._document import read

__all__ = ["read"]
