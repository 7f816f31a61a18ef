"""The online magazine: by and for Rotterdammers."""
