"""The settings that come from the environment, each read once, each with a remedy.

A missing or malformed variable must never end in a page of traceback: whoever
starts the site sees one line that names the variable and says what to do.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from environs import Env, EnvError, EnvNotSetError, ValidationError

from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")

env = Env()

# How to speak to a mail server, and the port that it usually listens on: in the
# clear (on the same machine), encrypted after greeting, encrypted from the start.
MAIL_SCHEMES = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


class SettingError(ImproperlyConfigured):
    """A setting is missing or malformed; its text is one line with the remedy, for each."""


def require(remedies: dict[str, str]) -> None:
    """Check that these settings are there, so that all that are missing are told at once.

    Raises:
        SettingError: one or more are missing or empty; a line for each.

    """
    missing = [name for name in remedies if not os.environ.get(name, "").strip()]
    if missing:
        lines = [f"Setting {name} is missing. {remedies[name]}" for name in missing]
        raise SettingError("\n".join(lines))


def read(parse: Callable[..., T], name: str, remedy: str, **options: Any) -> T:
    """Return the setting `name` as parsed by an `environs` parser.

    Args:
        parse: a parser of `env`, for example `env.bool` or `env.dj_db_url`.
        name: the environment variable's name.
        remedy: one sentence that says what to set it to, with an example.
        **options: passed on to the parser (`default`, `subcast`, ...).

    Raises:
        SettingError: the variable is missing without a default, or malformed.

    """
    try:
        return parse(name, **options)
    except EnvNotSetError:
        fault = "is missing"
    # Parsers that environs borrows raise what they like.
    except (EnvError, ValueError, KeyError, TypeError, AttributeError):
        fault = "is malformed"
    message = f"Setting {name} {fault}. {remedy}"
    raise SettingError(message)


def mail_server(name: str, **options: Any) -> dict[str, Any]:
    """Return Django's settings for the mail server that the variable names.

    (dj-email-url takes an address that it does not know for a server without a name.)

    Raises:
        ValueError: it is no address of a mail server.

    """
    parts = urlsplit(env.str(name, **options))
    if parts.scheme not in MAIL_SCHEMES or not parts.hostname:
        message = "no mail server"
        raise ValueError(message)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or MAIL_SCHEMES[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


def at_least(length: int) -> Callable[[str], None]:
    """Return the check that a text is at least this long."""

    def check(value: str) -> None:
        if len(value) < length:
            message = "too short"
            raise ValidationError(message)

    return check


def _site_address(*schemes: str) -> Callable[[str], None]:
    """Return the check that a text is the address of a whole site, without a path."""

    def check(value: str) -> None:
        parts = urlsplit(value)
        if parts.scheme not in schemes or not parts.hostname or parts.path not in {"", "/"}:
            message = "no address of a site"
            raise ValidationError(message)

    return check


https_address = _site_address("https")
web_address = _site_address("https", "http")


def redis_address(value: str) -> None:
    """Check that this is the address of a Redis or Valkey server, or empty.

    Raises:
        ValidationError: it is not.

    """
    if value and not re.match(r"(redis|rediss|unix)://.", value):
        message = "no address of a cache"
        raise ValidationError(message)


def each(check: Callable[[str], None]) -> Callable[[list[str]], None]:
    """Return a check of a list that checks every one of its values."""

    def check_all(values: list[str]) -> None:
        for value in values:
            check(value)

    return check_all


def host_name(value: str) -> None:
    """Check that this is one host's name: no address, no port, and not every host.

    Raises:
        ValidationError: it is not.

    """
    if not re.fullmatch(r"\.?[A-Za-z0-9.-]+|\[[0-9a-f:]+\]", value):
        message = "no host name"
        raise ValidationError(message)


def map_tiles(text: str) -> None:
    """Refuse what is no address of the pieces of a map.

    Raises:
        ValidationError: it is not encrypted, names no server, or lacks a place for a number.

    """
    parts = urlsplit(text)
    is_address = parts.scheme == "https" and parts.hostname
    if text and not (is_address and all(f"{{{name}}}" in text for name in "xyz")):
        message = "no address of a map"
        raise ValidationError(message)


def email_address(value: str) -> None:
    """Check that this is an e-mail address, perhaps with a name before it.

    Raises:
        ValidationError: it is not.

    """
    if not re.fullmatch(r"(?:[^<>@\n]+ <)?[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+>?", value):
        message = "no e-mail address"
        raise ValidationError(message)


def local_secret(path: Path) -> str:
    """Return the secret kept in `path`, made at first use.

    For a demo or a developer's machine only: production reads its secret from
    the environment.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(secrets.token_urlsafe(50), encoding="utf-8")
        path.chmod(0o600)
    return path.read_text(encoding="utf-8").strip()
