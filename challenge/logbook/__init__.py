"""A member's week: chosen, written down day by day, stopped or closed, and its certificate."""
