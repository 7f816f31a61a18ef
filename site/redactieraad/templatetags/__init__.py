"""What templates say about approval."""
