"""The journalist's desk: everything that was answered and shared, to read and to take along."""
