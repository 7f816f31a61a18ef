"""Settings that hold everywhere. What differs by place is in dev, test and production."""

from email.utils import parseaddr
from pathlib import Path
from typing import Any

from languages.registry import CONTENT_LANGUAGES, register_language_info
from warmrotterdam.environment import (
    email_address,
    env,
    https_address,
    map_tiles,
    read,
    redis_address,
    web_address,
)
from warmrotterdam.settings.safety import *  # noqa: F403
from warmrotterdam.settings.speed import *  # noqa: F403

ROOT = Path(__file__).resolve().parents[3]
SITE = ROOT / "site"
VAR = read(env.path, "VAR_DIR", "Name a folder that may be written to.", default=ROOT / "var")

INSTALLED_APPS = [
    # Ours come first, so that their templates win over the libraries'.
    "core",
    "accounts",
    "languages",
    "redactieraad",
    "home",
    "magazine",
    "projects",
    "warmtebronnen",
    "challenge",
    "search",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.frontend_cache",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "accounts.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    # Last: it looks at what all others registered.
    "core.pagecache",
]

MIDDLEWARE = [
    "core.compression.TextCompressionMiddleware",
    "core.pagecache.middleware.PageCacheMiddleware",
    "core.security.middleware.FixedHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.security.middleware.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "languages.middleware.AddressLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.AdminDoorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "languages.middleware.LanguageFallbackMiddleware",
    "core.routing.PageRoutingMiddleware",
    "challenge.admin_doors.WithheldPagesMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "warmrotterdam.urls"
WSGI_APPLICATION = "warmrotterdam.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "languages.context_processors.navigation",
                "home.context_processors.organisation",
            ],
        },
    }
]

# Data ---------------------------------------------------------------------

_SQLITE = f"sqlite:///{VAR / 'db.sqlite3'}"
DATABASES = {
    "default": read(
        env.dj_db_url,
        "DATABASE_URL",
        "Give it as postgres://user:password@host:5432/name, or leave it out for SQLite.",
        default=_SQLITE,
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # One writer at a time, who waits instead of failing; readers never wait.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_CACHE_URL = read(
    env.str,
    "CACHE_URL",
    "Give it as redis://host:6379/0, or leave it out for each process's own memory.",
    default="",
    validate=redis_address,
)


def _cache(prefix: str, timeout: int, entries: int) -> dict[str, object]:
    """Return one cache's settings: the shared server where one is named, else memory."""
    common: dict[str, object] = {"KEY_PREFIX": prefix, "TIMEOUT": timeout}
    if _CACHE_URL:
        return common | {
            "BACKEND": "core.caching.ForgivingRedisCache",
            "LOCATION": _CACHE_URL,
        }
    return common | {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": prefix,
        "OPTIONS": {"MAX_ENTRIES": entries},
    }


CACHES = {
    "default": _cache("default", 300, 2_000),
    # Wagtail looks its finished picture versions up here.
    "renditions": _cache("renditions", 86_400, 10_000),
    # Each page takes four: its token, and its bytes in three encodings.
    "pages": _cache("pages", PAGE_CACHE_SECONDS, 6_000),  # noqa: F405
}
if _CACHE_URL:
    # Pages must know when they could not be forgotten.
    CACHES["pages"]["BACKEND"] = "django.core.cache.backends.redis.RedisCache"
# How processes on one machine hear what another forgot; a shared cache needs no file.
PAGE_CACHE_JOURNAL = None if _CACHE_URL else VAR / "page-cache.journal"

STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.staticfiles.SiteStaticFilesStorage"},
    # What nobody may fetch by its address: voice notes, forms of consent.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR / "private", "base_url": None},
    },
}
STATICFILES_DIRS = [ROOT / "static"]
STATIC_ROOT = VAR / "static"
STATIC_URL = "/static/"
MEDIA_ROOT = VAR / "media"
MEDIA_URL = "/media/"
# In production a web server or an object store serves the uploads.
SERVE_MEDIA = False

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "accounts.User"

# Languages ----------------------------------------------------------------

register_language_info()

LANGUAGE_CODE = "nl"
LANGUAGES = CONTENT_LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = CONTENT_LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [SITE / "languages" / "locale"]
FORMAT_MODULE_PATH = ["languages.formats"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
# What a finished workflow publishes: the approved text, not the latest.
WAGTAIL_FINISH_WORKFLOW_ACTION = "redactieraad.publishing.finishing.finish"
# A translation of a live page must never be published as a side effect.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Wagtail ------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Warm Rotterdam"
WAGTAILADMIN_BASE_URL = read(
    env.str,
    "SITE_URL",
    "Give the site's public address, as https://www.example.org.",
    default="http://127.0.0.1:8000",
    validate=web_address,
).rstrip("/")
# Where somebody who finds a leak can report it (RFC 9116 wants a mailto: or https: address).
SECURITY_CONTACT = read(
    env.str,
    "SECURITY_CONTACT",
    "Give it as mailto:name@example.org or as an https: address.",
    default=f"{WAGTAILADMIN_BASE_URL}/nl/meedoen/contact/",
)
# What comes back of the newsletter, and who asks by mail to stop, is sent to this mailbox;
# `manage.py newsletter_bounces` reads it. Without one, mails name only the link to stop.
NEWSLETTER_MAILBOX = parseaddr(
    read(
        env.str,
        "NEWSLETTER_MAILBOX",
        "Give the mailbox for mail that comes back, as newsletter@example.org.",
        default="",
        validate=email_address,
    )
)[1]
# After how many days a warmtebron is asked 'is this still right?', readers are told that nobody
# said so for long, and it comes last in lists.
_DAYS = "Give a number of days."
WARMTEBRON_CONFIRM_AFTER_DAYS = read(env.int, "WARMTEBRON_CONFIRM_AFTER_DAYS", _DAYS, default=90)
WARMTEBRON_STALE_AFTER_DAYS = read(env.int, "WARMTEBRON_STALE_AFTER_DAYS", _DAYS, default=120)
WARMTEBRON_SUNK_AFTER_DAYS = read(env.int, "WARMTEBRON_SUNK_AFTER_DAYS", _DAYS, default=180)
# Where the map of the directory gets its pictures, as https://tiles.example.org/{z}/{x}/{y}.png.
# Without it the map shows its markers on plain ground, and asks nobody for anything.
MAP_TILES_URL = read(
    env.str,
    "MAP_TILES_URL",
    "Give an address that starts with https:// and holds {z}, {x} and {y}.",
    default="",
    validate=map_tiles,
)
MAP_TILES_ATTRIBUTION = env.str("MAP_TILES_ATTRIBUTION", default="© OpenStreetMap")
# Where 'leave quickly' leads: a page that anybody may be looking at.
QUICK_EXIT_URL = read(
    env.str,
    "QUICK_EXIT_URL",
    "Give an address that starts with https://.",
    default="https://www.buienradar.nl/",
    validate=https_address,
)
WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
# Flat drawings and a phone's screen: what is lost at these marks, nobody sees; what is
# saved, the reader does not pay for.
WAGTAILIMAGES_AVIF_QUALITY = 45
WAGTAILIMAGES_WEBP_QUALITY = 74
WAGTAILIMAGES_JPEG_QUALITY = 78
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"}
}
TAGGIT_CASE_INSENSITIVE = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
