"""Who likely takes part in an act, wherever in the sentence he is named.

The codebook's frames know where the sides of an act mostly stand. News puts them elsewhere as well, in more ways than
one can list: what lies between the act and a name (``_between``) is weighed by a small network (``_network``) that has
seen three thousand worded examples; ``_parts`` reads off who has which part.
"""

from __future__ import annotations

from communique.coding.parts._between import between, named_in, roles_of
from communique.coding.parts._network import network, shares
from communique.coding.parts._parts import parts

__all__ = ["between", "named_in", "network", "parts", "roles_of", "shares"]
