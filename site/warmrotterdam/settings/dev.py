"""A developer's machine and the demo: SQLite, no secrets to set, mail on the console."""

from warmrotterdam.environment import env, local_secret, read
from warmrotterdam.settings.base import *  # noqa: F403
from warmrotterdam.settings.base import CACHES, VAR

# `make demo` serves as production does; `make run` shows errors in full.
DEBUG = read(env.bool, "DEBUG", "Set it to 1 or 0.", default=True)
if DEBUG:
    # Who works on a template wants to see it.
    CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
SERVE_MEDIA = True
SECRET_KEY = local_secret(VAR / "secret_key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# Everybody may know the demo's password, so these settings never serve the internet.
ALLOW_DEMO_ACCOUNTS = True
