"""Tables that somebody gives: read without believing anything, and kept while they look.

Not the size of a file is believed, nor its encoding, nor one cell. What the rows mean is the
feature's that imports them.
"""
