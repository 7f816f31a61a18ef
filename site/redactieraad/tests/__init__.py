"""Tests of the redactieraad."""
