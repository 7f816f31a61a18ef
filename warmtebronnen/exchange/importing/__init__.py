"""Tables of places from elsewhere: read, held against what is there, and submitted.

Nothing of a file is believed: not its size, not its encoding, not one cell.
"""
