"""Lists of stories: what an address asks for, which these are, and how each shows in short."""
