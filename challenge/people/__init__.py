"""Who sits in which council for which party, as open data in Popolo's shape."""
