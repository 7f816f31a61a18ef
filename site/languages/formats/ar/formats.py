"""Arabic numbers and moments, where Django has half of them or the American ones."""

NUMBER_GROUPING = 3
DATETIME_FORMAT = "j F، Y، g:i A"
# As Django writes the date: right-to-left marks keep day, month and year in order.
SHORT_DATETIME_FORMAT = "d\u200f/m\u200f/Y، g:i A"
