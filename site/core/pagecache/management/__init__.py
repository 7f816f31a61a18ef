"""Management of the page cache."""
