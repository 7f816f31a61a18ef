"""Make the demo ready to serve: catalogues, database, static files and content.

One process does all steps, because starting Django is most of what a step costs.
Run by `.ci/demo.py`, and so by the browser tests; `--reset` starts over.
"""

import hashlib
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def static_fingerprint() -> str:
    """Return a digest that changes when any static file does."""
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = Path(storage.path(path)).stat()
            digest.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect_static() -> None:
    """Collect and compress the static files where any of them changed since the last time."""
    from django.conf import settings
    from django.core.management import call_command

    record = Path(settings.STATIC_ROOT).parent / "static.fingerprint"
    fingerprint = static_fingerprint()
    if record.exists() and record.read_text() == fingerprint:
        return
    print("Collecting and compressing the static files (about 10 seconds)", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    record.write_text(fingerprint)


def forget(database: Path) -> None:
    """Remove the demo's database and uploads, so that even a broken one can be left behind."""
    from django.conf import settings

    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    Path(settings.MEDIA_ROOT).mkdir(parents=True)


def main() -> None:
    """Run the steps in order; each says what it does while it takes long."""
    import django
    from django.conf import settings
    from django.core.management import CommandError, call_command

    from warmrotterdam.environment import SettingError

    try:
        django.setup()
        call_command("compile_catalogues")
        database = Path(settings.DATABASES["default"]["NAME"])
        if "--reset" in sys.argv:
            forget(database)
        if not database.exists():
            print("Making the database (about 15 seconds)", flush=True)
        call_command("migrate", interactive=False, verbosity=0)
        collect_static()
        call_command("demo_content")
    except (CommandError, SettingError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmrotterdam.settings.dev")
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
