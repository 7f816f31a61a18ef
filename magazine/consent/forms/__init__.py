"""The forms of consents, and of the portraits that need one."""
