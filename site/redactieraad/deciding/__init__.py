"""From a text that was submitted to the decision on it: who votes, what is said, what counts."""
