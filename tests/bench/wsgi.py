"""Django's own WSGI entry, without the site's page cache around it."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
