"""What the site costs, measured: `make bench`. Nothing here is a test; it prints figures."""
