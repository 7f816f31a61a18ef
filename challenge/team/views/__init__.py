"""What the team sees and does."""
