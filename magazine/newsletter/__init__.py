"""The newsletter: who gets it, and how an edition is mailed to them."""
