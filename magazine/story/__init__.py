"""What stands around the text of one story."""
