"""How pages are found: metadata, structured data, sitemaps, and the well-known files."""
