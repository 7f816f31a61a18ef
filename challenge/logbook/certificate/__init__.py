"""The certificate of a week that was kept up: made, typeset, and verified by anybody."""
