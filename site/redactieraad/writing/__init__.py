"""Helps who writes: an editor while writing, a translator to bring a text to the redactieraad.

See docs/features/readability.md, content-checks.md and redactieraad-rule.md.
"""
