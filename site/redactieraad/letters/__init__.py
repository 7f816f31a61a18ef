"""What members and writers are told by e-mail."""
