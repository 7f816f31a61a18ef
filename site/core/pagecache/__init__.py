"""Pages for anonymous readers as finished bytes, and what makes them forgotten.

A page is rendered once and then answered from a cache without Django's request
machinery, a query or a session. What changes what readers see says so here:
`register_showing` tells which pages show a record. docs/features/page-cache.md
tells the whole story.
"""
