"""The redactieraad decides what appears: its rule, its desk and its register.

The rule itself lies here at the top: what is governed, its quorum, fingerprint and guard.
"""
