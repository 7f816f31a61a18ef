"""Draws plots: pure functions from numbers to positions, without a database."""
