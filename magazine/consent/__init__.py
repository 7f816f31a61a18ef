"""What somebody agreed to, and what happens when that ends. See docs/features/consent.md."""
