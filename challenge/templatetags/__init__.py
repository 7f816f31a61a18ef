"""What the templates of the challenge say."""
