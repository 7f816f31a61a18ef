"""The test suite's settings: fast hashing, no waiting, and the same rules as production."""

from warmrotterdam.settings.base import *  # noqa: F403
from warmrotterdam.settings.base import CACHES, DATABASES, STATIC_ROOT, VAR

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "private": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# Pages are kept only in the tests that are about that.
CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
PAGE_CACHE_JOURNAL = None
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file survives `--reuse-db`; in memory every run would migrate anew.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}
    VAR.mkdir(parents=True, exist_ok=True)
ALLOW_DEMO_ACCOUNTS = True
# whitenoise warns in every test where its folder is missing.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
