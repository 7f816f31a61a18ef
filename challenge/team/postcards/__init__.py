"""Holiday postcards on paper: a member's name, the campaign's words, and a code to their page."""
