"""Production: everything that differs by machine comes from the environment."""

from warmrotterdam.environment import env, read
from warmrotterdam.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = read(env.str, "SECRET_KEY", "Set it to a random text of at least 50 characters.")
ALLOWED_HOSTS = read(
    env.list, "ALLOWED_HOSTS", "List the host names, as www.example.org,example.org."
)
