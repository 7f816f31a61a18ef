"""The addresses of the newsletter: for its readers, and in the admin."""
