"""Places to and from other systems: open data out, tables in."""
