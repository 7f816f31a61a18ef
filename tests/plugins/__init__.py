"""Fixtures shared by every test: the demo site on a real server, a browser, demo content."""
