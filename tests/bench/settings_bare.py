"""A bare Wagtail page: Wagtail's own start settings, and a template with a title only."""

from pathlib import Path

from tests.bench.settings_uncached import *  # noqa: F403
from tests.bench.settings_uncached import INSTALLED_APPS as SITE_APPS
from tests.bench.settings_uncached import TEMPLATES as SITE_TEMPLATES

ROOT_URLCONF = "tests.bench.urls_bare"
# It insists on a middleware of its own, which a bare Wagtail does not have.
INSTALLED_APPS = [app for app in SITE_APPS if app != "allauth.account"]
# As `wagtail start` writes them.
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
TEMPLATES = [
    SITE_TEMPLATES[0]
    | {
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
