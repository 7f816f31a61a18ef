"""The page cache with the site's own pages: what it answers, and what it forgets."""
