"""Log lines as JSON, one a line, without personal data.

What readers and members do is nobody's business: no addresses of people's machines,
no query strings, no e-mail addresses, no user names.
"""

from __future__ import annotations

import json
import logging
import re
from typing import Any

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Everything after the question mark of a path, up to white space or a quote.
QUERY = re.compile(r"(/[^\s?\"']*)\?[^\s\"']*")
# Long random parts of addresses are keys (sign-in links, a council member's own page).
TOKEN = re.compile(r"(?<=/)[A-Za-z0-9_:=-]{20,}(?=/|\s|$|\"|')")


def without_personal_data(text: str) -> str:
    """Return the text with e-mail addresses, query strings and tokens taken out."""
    text = EMAIL.sub("[e-mail]", text)
    text = QUERY.sub(r"\1?[query]", text)
    return TOKEN.sub("[token]", text)


class JsonFormatter(logging.Formatter):
    """Formats a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON, cleaned of personal data."""
        line: dict[str, Any] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": without_personal_data(record.getMessage()),
        }
        status = getattr(record, "status_code", None)
        if status:
            line["status"] = status
        if record.exc_info:
            line["exception"] = without_personal_data(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def logging_settings(level: str) -> dict[str, Any]:
    """Return Django's LOGGING setting: JSON on the standard error stream.

    Args:
        level: the least severe level that is written, for example `INFO`.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "core.operations.logs.JsonFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django's own handler mails whole requests to ADMINS: headers, cookies and all.
            "django": {"handlers": [], "level": level, "propagate": True},
            # Wagtail tells of each publication by its title; a portrait's holds a name.
            "wagtail": {"level": "WARNING"},
        },
    }
