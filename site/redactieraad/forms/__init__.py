"""The forms about governed texts."""
