"""The letters of a campaign: which is due, planned by the clock, each sent at most once."""
