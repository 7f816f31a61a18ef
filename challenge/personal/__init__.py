"""A council member's own page at `/uitdaging/<token>/`: no account, made for a phone."""
