"""The directory: what is asked of it, what it finds, and how that is said. No database.

`snapshot` beside this folder reads the places; `selectors` gives them to the pages.
"""
