"""The style guide: every component and block in its real states, for who works on the site."""
