"""The page of one place: what readers see there beside its own text."""
