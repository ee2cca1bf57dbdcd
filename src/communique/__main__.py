"""`python -m communique`: the command line, where the script `communique` is not on the path."""

import sys

from communique.cli import main

sys.exit(main())
