"""The command line: one file a command. Data goes to stdout, talk to stderr.

Exit codes: 0 done; 1 some inputs could not be read, the output could not be written, or ``check`` found faults;
2 wrong use; 3 the record cannot be opened or written; 130 interrupted.
"""

from communique.cli._main import main

__all__ = ["main"]
