"""How the model of `communique.coding.marks` is made."""
