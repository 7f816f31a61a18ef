"""Commands of the challenge."""
