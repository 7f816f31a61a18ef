"""The redactieraad decides what appears: its rule, its desk and its register."""
