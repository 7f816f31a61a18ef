"""The WSGI entry that the production server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmrotterdam.settings.production")

django_application = get_wsgi_application()

# Django has to be set up before this can be imported.
from core.pagecache.serving import CachedPages  # noqa: E402

application = CachedPages(django_application)
