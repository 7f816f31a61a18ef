"""Keeping what is said of places right: confirmations, questions, notices, readers' reports."""
