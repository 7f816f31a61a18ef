"""A card to print or save: the places of an area or neighbourhood on paper, in any language."""
