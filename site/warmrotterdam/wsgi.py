"""The WSGI entry that the production server loads."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from warmrotterdam.environment import SettingError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmrotterdam.settings.production")

try:
    django_application = get_wsgi_application()
except SettingError as error:
    sys.exit(str(error))

# Django has to be set up before this can be imported.
from core.pagecache.serving import CachedPages

application = CachedPages(django_application)
