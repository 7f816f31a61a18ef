"""A plain Django answer of given bytes: no middleware, no apps, one view."""

import os

SECRET_KEY = "only-for-the-bench"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "tests.bench.urls_plain"
MIDDLEWARE: list[str] = []
INSTALLED_APPS: list[str] = []
BENCH_BODY = os.environ["BENCH_BODY"]
