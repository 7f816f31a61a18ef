"""The message catalogues are compiled before the first test, as `make demo` does it.

Django knows Papiamentu and Eenvoudig Nederlands only by their compiled catalogues.
"""

from __future__ import annotations

import io

import pytest

from django.core.management import call_command


def pytest_configure(config: pytest.Config) -> None:
    """Compile what is newer than its compiled form, in the process that leads the run."""
    if not hasattr(config, "workerinput"):
        call_command("compile_catalogues", stdout=io.StringIO())
