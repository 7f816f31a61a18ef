"""The servers that are compared, each alone on this machine while it is measured."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
START_SECONDS = 60
# A request that a worker took while it was starting may never be answered.
ANSWER_SECONDS = 10
NGINX = """
user {user};
worker_processes {workers};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    default_type text/html;
    add_header Content-Encoding br;
  }}
}}
"""


@contextmanager
def _running(command: list[str], environment: dict[str, str], port: int) -> Iterator[str]:
    """Run a server until the block ends; give its address once it answers."""
    address = f"http://127.0.0.1:{port}/nl/"
    server = subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait(address, server)
        yield address
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return when the address answers; end with the reason where it never does."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=ANSWER_SECONDS).read()
        except OSError:  # a timeout and a URLError are ones
            time.sleep(0.2)
        else:
            return
    sys.exit(f"{address} did not answer within {START_SECONDS} s; look at what is printed above.")


def granian(settings: str, entry: str, port: int, **environment: str) -> object:
    """Return a context in which granian serves a WSGI entry with two workers."""
    command = [
        *(str(Path(sys.executable).parent / "granian"), "--interface", "wsgi"),
        *("--host", "127.0.0.1", "--port", str(port), "--workers", str(WORKERS)),
        *("--blocking-threads", "2", "--log-level", "warning", entry),
    ]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    added = {"DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": paths, "DEBUG": "0"}
    return _running(command, os.environ | added | environment, port)


@contextmanager
def nginx(body: Path, folder: Path, port: int) -> Iterator[str]:
    """Run nginx with the bytes as a file until the block ends."""
    www = folder / "www" / "nl"
    www.mkdir(parents=True)
    shutil.copy(body, www / "index.html")
    configuration = folder / "nginx.conf"
    configuration.write_text(
        NGINX.format(user=getpass.getuser(), workers=WORKERS, folder=folder, port=port)
    )
    command = ["nginx", "-c", str(configuration), "-p", str(folder)]
    with _running(command, dict(os.environ), port) as address:
        yield address
