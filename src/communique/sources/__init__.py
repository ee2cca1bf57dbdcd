"""Bytes → pages.

In comes what a user names: a text file, a folder, a table (JSON Lines, CSV, TSV, Parquet) or ``-`` for
standard input. Out come ``Page`` records, one an article, in the order of the input, and ``InputError``
values for all that could not be read: each names its place, and the rest of the input is read.
"""

from communique.sources._pages import pages

__all__ = ["pages"]
