"""Arabic numbers: Django has the separator of thousands, but not where it goes."""

NUMBER_GROUPING = 3
