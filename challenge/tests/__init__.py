"""Tests of the challenge."""
