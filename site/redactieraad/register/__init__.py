"""The public register: its entries, its pages, and whether it agrees with what is live."""
