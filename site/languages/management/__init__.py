"""Management commands of the languages app."""
