"""The team's desk in the admin: who had what, who is due today, and all that happened."""
