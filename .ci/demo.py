"""Serve the site with its demo content: `make demo`.

Prepares what is missing, then starts the production server and the task worker
side by side, says where to look, and stops both together. What was edited stays;
`RESET=1` starts over. SQLite and this machine only: the addresses of other servers
are taken out of the environment.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
DEFAULT_PORT = 8000
LARGEST_PORT = 65_535
NEEDED_BYTES = 300_000_000
START_SECONDS = 60
STOP_SECONDS = 10

PASSWORD = "warm-demo"  # noqa: S105  the demo's public password, printed for whoever starts it
PEOPLE = {
    "beheer": "administrator",
    "redacteur": "editor",
    "vertaler": "translator",
    "raad1": "redactieraad, experience expert (raad1 to raad5)",
    "partner1": "partner (partner1 and partner2)",
    "programma": "programme team",
    "journalist": "independent journalist",
}


def chosen_port() -> int:
    """Return the port asked for, or end with the remedy where it cannot be used."""
    asked = os.environ.get("PORT") or str(DEFAULT_PORT)
    if not asked.isdigit() or not 0 < int(asked) <= LARGEST_PORT:
        sys.exit(f"PORT={asked} is no port. Give a number, as: make demo PORT=8001")
    port = int(asked)
    with socket.socket() as probe:
        # As servers do: a port whose last connections are still closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            sys.exit(f"Port {port} is for the system. Choose one above 1023: make demo PORT=8001")
        except OSError:
            sys.exit(
                f"Port {port} is taken by another program. Stop that one, or choose another port: "
                f"make demo PORT={port + 1}"
            )
    return port


def environment(port: int) -> dict[str, str]:
    """Return what the demo's processes get to know."""
    env = dict(os.environ)
    for elsewhere in ("DATABASE_URL", "CACHE_URL"):
        env.pop(elsewhere, None)
    return env | {
        "DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.dev",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
        "PYTHONUNBUFFERED": "1",
        "DEBUG": "0",
        "SITE_URL": f"http://{HOST}:{port}",
        "VAR_DIR": str(var_folder()),
    }


def var_folder() -> Path:
    """Return the folder of the database and the uploads, made where missing."""
    folder = Path(os.environ.get("VAR_DIR") or ROOT / "var").resolve()
    try:
        (folder / "media").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sys.exit(f"{folder} cannot be written to ({error.strerror}). Name another: VAR_DIR=/path")
    if shutil.disk_usage(folder).free < NEEDED_BYTES:
        sys.exit(f"The disk of {folder} is full. Free 300 MB and run this again.")
    return folder


def prepare(env: dict[str, str]) -> None:
    """Bring catalogues, database, static files and content up to date."""
    command = [sys.executable, str(ROOT / ".ci" / "prepare.py")]
    if os.environ.get("RESET") == "1":
        command.append("--reset")
    if subprocess.run(command, cwd=ROOT, env=env, check=False).returncode:
        sys.exit(
            "The demo could not be prepared; the reason is above. "
            "To start over without what was edited: make demo RESET=1"
        )


def start(port: int, env: dict[str, str]) -> list[subprocess.Popen[bytes]]:
    """Start the server and the task worker."""
    programs = Path(sys.executable).parent
    server = [
        *(str(programs / "granian"), "--interface", "wsgi", "--host", HOST, "--port", str(port)),
        *("--workers", "1", "--blocking-threads", "2", "--no-ws", "--log-level", "warning"),
        "warmrotterdam.wsgi:application",
    ]
    worker = [
        *(sys.executable, "manage.py", "db_worker", "--queue-name", "*"),
        *("--no-reload", "--verbosity", "0"),
    ]
    # Their own sessions: Ctrl+C reaches this process only, which then stops them in order.
    return [
        subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True)
        for command in (server, worker)
    ]


def answers(port: int) -> bool:
    """Return whether the home page is served."""
    home = f"http://{HOST}:{port}/nl/"
    try:
        with urllib.request.urlopen(home, timeout=10):  # nosec B310  our own server
            return True
    except urllib.error.HTTPError as error:
        sys.exit(f"The server runs, but its home page says: {error}. Start over: make demo RESET=1")
    except OSError:
        return False


def wait_until_served(port: int, children: list[subprocess.Popen[bytes]]) -> None:
    """Return when the home page is served; end with the remedy when that takes too long."""
    give_up = time.monotonic() + START_SECONDS
    while not answers(port):
        stopped_early(children)
        if time.monotonic() > give_up:
            sys.exit(f"The server gave no answer within {START_SECONDS} seconds. Try again.")
        time.sleep(0.2)


def stopped_early(children: list[subprocess.Popen[bytes]]) -> None:
    """End, and so stop the other, when the server or the worker has stopped by itself."""
    for name, child in zip(("server", "task worker"), children, strict=True):
        if child.poll() is not None:
            sys.exit(f"The {name} stopped (exit {child.returncode}); the reason is above.")


def welcome(port: int) -> str:
    """Return the lines that say where to look and who to sign in as."""
    base = f"http://{HOST}:{port}"
    rows = (f"    {f'{name}@voorbeeld.example':<30}{role}" for name, role in PEOPLE.items())
    return "\n".join(
        (
            "",
            "Warm Rotterdam is served. Stop it with Ctrl+C.",
            "",
            f"  The site        {base}/nl/",
            f"  in Arabic       {base}/ar/",
            f"  Editing         {base}/beheer/",
            f"  Style guide     {base}/beheer/stijlgids/  (sign in first)",
            "",
            f"  Sign in with the password {PASSWORD} as:",
            *rows,
            "",
        )
    )


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    """Stop the server and the worker, by force where they do not."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def is_wanted() -> bool:
    """Return whether somebody still looks: the tests, by the number of their process, or a person.

    Tests that are killed cannot stop what they started.
    """
    for_whom = os.environ.get("STOP_WITH_PROCESS")
    return not for_whom or Path("/proc", for_whom).exists()


def interrupted(*_arguments: object) -> None:
    """Turn a request to stop into an ordinary end."""
    raise KeyboardInterrupt


def main() -> None:
    """Prepare, serve, and stop together."""
    for signal_number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(signal_number, interrupted)
    port = chosen_port()
    env = environment(port)
    children: list[subprocess.Popen[bytes]] = []
    try:
        prepare(env)
        children = start(port, env)
        wait_until_served(port, children)
        print(welcome(port), flush=True)
        while is_wanted():
            stopped_early(children)
            time.sleep(0.5)
    except KeyboardInterrupt:
        print("\nStopped. Everything you edited is kept: make demo", flush=True)
    finally:
        stop(children)


if __name__ == "__main__":
    main()
