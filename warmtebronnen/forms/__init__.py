"""The forms in which places are kept right."""
