"""PDF → pages. Needs the extra ``pdf`` (pypdfium2).

In comes a PDF file; out goes one ``Page`` with the text that its text layer holds, in the order in which people
read it, or an ``InputError`` where it has none. Files in reading order: ``_lines`` (a sheet → lines of text with their
boxes), ``_order`` (lines → the order in which they are read, column by column), ``_running`` (what is printed on
every sheet), ``_paragraphs`` (lines → paragraphs), ``_title`` (what the file is called), ``_file`` (all of it).
"""

from communique.sources.pdf._file import pdf_pages

__all__ = ["pdf_pages"]
