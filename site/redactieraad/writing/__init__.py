"""Helps an editor while writing. See docs/features/readability.md and content-checks.md."""
