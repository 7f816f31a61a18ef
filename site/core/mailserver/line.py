"""The line to the mail server."""

from __future__ import annotations

import logging

from django.core.mail import EmailMessage, get_connection

logger = logging.getLogger(__name__)

# What a mail server answers when all is well.
OK = 250


class Line:
    """A line for several letters, opened again where the server hung up between two of them."""

    def __init__(self) -> None:
        """Take the connection that the settings name."""
        self._connection = get_connection()

    def is_open(self) -> bool:
        """Return whether a letter can be sent now."""
        if self._has_hung_up():
            self.close()
        try:
            self._connection.open()
        except OSError as error:  # SMTPException is one
            logger.warning("The mail server cannot be reached (%s)", type(error).__name__)
            return False
        return True

    def _has_hung_up(self) -> bool:
        server = getattr(self._connection, "connection", None)
        if server is None:
            return False
        try:
            return bool(server.noop()[0] != OK)
        except OSError:
            return True

    def send(self, message: EmailMessage) -> None:
        """Hand one letter over."""
        self._connection.send_messages([message])

    def close(self) -> None:
        """Hang up."""
        try:
            self._connection.close()
        except OSError as error:
            logger.info("The mail server hung up first (%s)", type(error).__name__)
