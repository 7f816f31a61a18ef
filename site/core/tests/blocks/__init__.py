"""The block library."""
