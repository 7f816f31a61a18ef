"""Tests of the magazine."""
