"""Template tags of the languages app."""
