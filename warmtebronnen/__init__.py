"""Warmtebronnen: places where residents can catch their breath."""
