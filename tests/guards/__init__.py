"""The rules that hold for the whole site, as functions that list every fault they find.

Kept apart from the tests, so that each rule can be shown to bite: its test hands it
a planted fault before it is trusted with our own files.
"""
