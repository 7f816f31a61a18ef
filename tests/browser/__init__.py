"""The running demo, looked at in a real browser; see docs/operate/testing.md."""
