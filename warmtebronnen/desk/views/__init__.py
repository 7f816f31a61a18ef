"""What a partner sees and does."""
