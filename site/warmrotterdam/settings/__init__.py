"""Settings by place: base (shared), dev, test and production."""
