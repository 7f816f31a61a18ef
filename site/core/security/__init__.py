"""What keeps readers and editors safe: response headers and checks on uploads."""
