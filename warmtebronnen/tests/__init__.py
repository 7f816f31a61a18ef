"""Tests of the warm places."""
