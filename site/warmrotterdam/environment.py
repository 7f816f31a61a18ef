"""The settings that come from the environment, each read once, each with a remedy.

A missing or malformed variable must never end in a page of traceback: whoever
starts the site sees one line that names the variable and says what to do.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from environs import Env, EnvError

from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")

env = Env()


class SettingError(ImproperlyConfigured):
    """A setting is missing or malformed; its text is one line with the remedy."""


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
    except (EnvError, ValueError) as error:
        fault = "is missing" if "not set" in str(error) else "is malformed"
        message = f"Setting {name} {fault}. {remedy}"
        raise SettingError(message) from None


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
