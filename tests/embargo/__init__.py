"""Probes every public route, and the admin of other groups, before and after a launch."""
