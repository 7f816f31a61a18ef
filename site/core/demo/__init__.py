"""Reads demo content from files, for every app that has some."""
