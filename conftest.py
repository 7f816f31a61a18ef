"""Fixtures for every test of every app; see docs/operate/testing.md."""

pytest_plugins = [
    "tests.plugins.fresh_start",
    "tests.plugins.catalogues",
    "tests.plugins.databases",
    "tests.plugins.made_once",
    "tests.plugins.demo_site",
    "tests.plugins.browser",
]
