"""Site-wide guards and browser tests; each app has its own tests beside its code."""
