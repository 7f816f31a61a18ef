"""Who tends which place: invited to it, let in to its page, and shown out again."""
