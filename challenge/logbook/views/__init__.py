"""What a member sees and does in their week."""
