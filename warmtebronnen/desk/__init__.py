"""The partner's desk at `/partner/`: outside the admin, made for a phone."""
