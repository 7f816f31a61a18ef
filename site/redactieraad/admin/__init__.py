"""The redactieraad in the admin: for editors, and for who looks after the council."""
