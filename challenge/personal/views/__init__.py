"""What a council member sees and does."""
