"""Tables of council members and their parties: read, held against what is there, carried out."""
