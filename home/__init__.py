"""The home page, information pages, and what the whole organisation shares."""
