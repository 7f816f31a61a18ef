"""What has to happen every so often, without cron: see `registry` for how to join in."""
