"""The public figures about the directory: how many places, where, what, and how current."""
