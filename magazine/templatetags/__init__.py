"""Tags for the templates of the magazine."""
