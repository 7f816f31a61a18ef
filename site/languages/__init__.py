"""The languages that the site speaks, and how a reader moves between them."""
