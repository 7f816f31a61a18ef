"""Talking to the mail server, where it matters whether a letter was taken or not."""
