#!/usr/bin/env python
"""Django's command line, with `site/` on the import path.

`site/` is a folder, not a package: the standard library already has a module
called `site`, so the apps inside it are imported by their own names.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> None:
    """Run the management command named on the command line."""
    sys.path.insert(0, str(ROOT / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmrotterdam.settings.dev")
    from django.core.management import execute_from_command_line

    from warmrotterdam.environment import SettingError

    try:
        execute_from_command_line(sys.argv)
    except SettingError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
