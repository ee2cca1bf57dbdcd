"""Bytes → pages.

In comes what a user names: a file (a text, a web page, a PDF, a message), a folder, an archive (WARC, zip, tar, a
mailbox, an export of a press database), a table (JSON, JSON Lines, CSV, TSV, Parquet), an address of the web, a list of
feeds or ``-`` for standard input. Out come ``Page`` records, one an article, in the order of the input, and
``InputError`` values for all that could not be read: each names its place, and the rest of the input is read.
``web_pages`` does the same for the bytes of one web page, wherever they come from; ``Web`` says how addresses are read.
What the web needs stands apart: ``fetching`` (addresses → bytes), ``feeds`` (bytes → lists), ``articles`` and
``addresses`` (both → pages).
"""

from communique.sources._columns import AS_NAMED, COLUMNS, Columns, columns_of
from communique.sources._pages import pages
from communique.sources._webpages import web_pages
from communique.sources.web import Web

__all__ = ["AS_NAMED", "COLUMNS", "Columns", "Web", "columns_of", "pages", "web_pages"]
