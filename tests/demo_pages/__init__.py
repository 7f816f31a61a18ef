"""Every page of the demo, rendered in this process and on both databases."""
