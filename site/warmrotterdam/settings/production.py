"""Production: everything that differs by machine comes from the environment.

docs/operate/production.md lists the variables. What is missing is told at once,
each with its remedy; what is malformed is told by name.
"""

from urllib.parse import urlsplit

from core.operations.logs import logging_settings
from core.security.policy import public_directives
from warmrotterdam.environment import (
    at_least,
    each,
    email_address,
    env,
    host_name,
    https_address,
    mail_server,
    read,
    require,
)

require(
    {
        "SECRET_KEY": "Set it to a random text of at least 50 characters.",
        "SITE_URL": "Give the site's public address, as https://www.example.org.",
        "DATABASE_URL": "Give it as postgres://user:password@host:5432/name.",
        "EMAIL_URL": "Give the mail server, as smtp+tls://user:password@mail.example.org:587.",
        "DEFAULT_FROM_EMAIL": "Give the sender of the site's mail, as site@example.org.",
    }
)

from warmrotterdam.settings.base import *  # noqa: E402, F403
from warmrotterdam.settings.base import STORAGES  # noqa: E402

DEBUG = False

# The site and its secrets -------------------------------------------------

_LONG = "Set it to a random text of at least 50 characters."
SECRET_KEY = read(env.str, "SECRET_KEY", _LONG, validate=at_least(50))
# After a change of key: the old one, so that two-step sign-in keeps working.
SECRET_KEY_FALLBACKS = read(
    env.list, "SECRET_KEY_FALLBACKS", "List earlier keys, or leave it out.", default=[]
)
SITE_URL = read(
    env.str,
    "SITE_URL",
    "Give the site's public address, as https://www.example.org.",
    validate=https_address,
).rstrip("/")
ALLOWED_HOSTS = read(
    env.list,
    "ALLOWED_HOSTS",
    "List the host names, as www.example.org,example.org.",
    default=[str(urlsplit(SITE_URL).hostname)],
    validate=each(host_name),
)
CSRF_TRUSTED_ORIGINS = read(
    env.list,
    "CSRF_TRUSTED_ORIGINS",
    "List the addresses that forms are sent from, as https://www.example.org.",
    default=[SITE_URL],
    validate=each(https_address),
)

# HTTPS, everywhere and only -----------------------------------------------

# How many proxies of ours stand in front. Only then may `X-Forwarded-*` be believed.
TRUSTED_PROXIES = read(
    env.int,
    "TRUSTED_PROXIES",
    "Give the number of proxies in front of the site, as 1, or 0 for none.",
    default=0,
)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = read(env.bool, "HTTPS_REDIRECT", "Set it to 1 or 0.", default=True)
# Who asks whether the site is well stands inside the network, without HTTPS.
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = read(
    env.int, "HSTS_SECONDS", "Give a number of seconds, as 31536000.", default=31_536_000
)
SECURE_HSTS_INCLUDE_SUBDOMAINS = read(
    env.bool,
    "HSTS_SUBDOMAINS",
    "Set it to 1, or to 0 where a subdomain has no HTTPS.",
    default=True,
)
SECURE_HSTS_PRELOAD = SECURE_HSTS_INCLUDE_SUBDOMAINS
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# A browser keeps a cookie with this prefix to this host and to HTTPS.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"

# People -------------------------------------------------------------------

REQUIRE_TWO_STEP = read(env.bool, "REQUIRE_TWO_STEP", "Set it to 1 or 0.", default=True)
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"

# Mail ---------------------------------------------------------------------

vars().update(
    read(
        mail_server,
        "EMAIL_URL",
        "Give the mail server, as smtp+tls://user:password@mail.example.org:587.",
    )
)
_SENDER = "Give the sender of the site's mail, as site@example.org."
DEFAULT_FROM_EMAIL = read(env.str, "DEFAULT_FROM_EMAIL", _SENDER, validate=email_address)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 10

# Logs: JSON on standard error, without personal data ----------------------

LOGGING = logging_settings(
    read(env.str, "LOG_LEVEL", "Set it to DEBUG, INFO, WARNING or ERROR.", default="INFO")
)

# Uploads: on disk, or in a store that speaks S3 ---------------------------

if read(env.str, "S3_BUCKET", "Give the bucket's name, or leave it out.", default=""):
    _PUBLIC = read(
        env.str,
        "S3_PUBLIC_URL",
        "Give the address that the bucket is read at, as https://media.example.org.",
        validate=https_address,
    )
    MEDIA_URL = f"{_PUBLIC.rstrip('/')}/"
    _STORE = {
        "endpoint_url": read(
            env.str,
            "S3_ENDPOINT",
            "Give the store's own address, as https://s3.example.org.",
            validate=https_address,
        ),
        "region_name": read(env.str, "S3_REGION", "Give the store's region.", default=None),
        "access_key": read(env.str, "S3_ACCESS_KEY", "Give the key that may write."),
        "secret_key": read(env.str, "S3_SECRET_KEY", "Give the secret of S3_ACCESS_KEY."),
        "file_overwrite": False,
        "default_acl": None,
    }
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            **_STORE,
            "bucket_name": read(env.str, "S3_BUCKET", "Give the bucket's name."),
            "custom_domain": _PUBLIC.removeprefix("https://").rstrip("/"),
            "querystring_auth": False,
        },
    }
    # In no bucket that anybody can read: all machines need them, readers never.
    STORAGES["private"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            **_STORE,
            "bucket_name": read(
                env.str,
                "S3_PRIVATE_BUCKET",
                "Give the name of a second bucket, to which nobody has access by an address.",
            ),
        },
    }
    CONTENT_SECURITY_POLICY = {
        "DIRECTIVES": public_directives(_PUBLIC.rstrip("/"), https_only=True)
    }
else:
    CONTENT_SECURITY_POLICY = {"DIRECTIVES": public_directives(https_only=True)}
