"""The pages of the journalist's desk."""
