"""What makes the apps one site: settings, addresses, and the WSGI entry."""
