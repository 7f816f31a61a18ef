"""The review desk: where members read, ask and decide, on a phone."""
