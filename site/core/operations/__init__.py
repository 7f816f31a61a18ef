"""Running the site: health, logs without personal data, backup and restore."""
