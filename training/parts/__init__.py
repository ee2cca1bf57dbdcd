"""Makes the network of `communique.coding.parts`: `python -m training.parts`.

Own-worded examples say which words tell of an act and who takes part in it; what lies between the two is read off the
trees of the shipped model, as the coder reads them.
"""
