"""Exports of press databases, as text → pages.

In comes the text of a file in which a database wrote many articles, each with its headline, source, day and body, as
Factiva ("Article", with or without indexing) and Nexis (of old and Nexis Uni) do. Out goes a page for each, or null
where the text is no such export. Files in reading order: ``_entry`` (one article of an export), ``_days`` (how they
write days), ``_factiva`` and ``_nexis`` (one database a file), ``_export`` (which of them it is).
"""

from communique.sources.press._export import export_pages

__all__ = ["export_pages"]
