"""The index as open data: a Frictionless Data Package that anybody can recompute it from."""
