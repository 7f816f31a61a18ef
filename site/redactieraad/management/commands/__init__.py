"""The commands of the redactieraad."""
