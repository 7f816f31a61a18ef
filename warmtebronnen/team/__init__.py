"""What the team does in the admin beside the pages: places to look at, confidential addresses."""
