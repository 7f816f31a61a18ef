"""The forms of the admin's pages."""
