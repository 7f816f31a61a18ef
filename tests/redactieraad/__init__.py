"""The rule of the redactieraad on the texts of every app."""
