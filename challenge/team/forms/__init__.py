"""What the team fills in."""
