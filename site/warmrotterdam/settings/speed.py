"""What keeps pages fast: how long they are kept, by whom. See docs/features/page-cache.md."""

from warmrotterdam.environment import env, read

# Our own cache keeps a page until something on it changes, and no longer than this.
PAGE_CACHE_SECONDS = 86_400
# Parameters that our pages read. With any other, a page is rendered for that request alone.
PAGE_CACHE_PARAMETERS: frozenset[str] = frozenset(
    {"pagina", "soort", "lijn", "wijk", "label", "editie", "reeks", "maker", "jaar"}
    # The directory. Its form sends an empty postcode along; with one filled in, nothing is kept.
    | {"wat", "gebied", "taal", "open", "gratis", "zonderverwijzing", "rolstoel", "postcode"}
    # In which order the parties stand.
    | {"volgorde"}
)

# A CDN in front of the site keeps pages this long, and may show the old one
# this much longer while it fetches the new one. With a purge address it hears of
# changes at once, and these can be long.
PAGE_CACHE_CDN_SECONDS = read(
    env.int, "CDN_SECONDS", "Give a number of seconds, as 300.", default=300
)
PAGE_CACHE_STALE_SECONDS = read(
    env.int, "CDN_STALE_SECONDS", "Give a number of seconds, as 60.", default=60
)

# Which caches to tell of a change -----------------------------------------

WAGTAILFRONTENDCACHE: dict[str, dict[str, str]] = {}
_PURGE_URL = read(
    env.str,
    "CDN_PURGE_URL",
    "Give the address of a cache that takes PURGE requests, as http://varnish:8000.",
    default="",
)
if _PURGE_URL:
    WAGTAILFRONTENDCACHE["http"] = {
        "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
        "LOCATION": _PURGE_URL,
    }
_CLOUDFLARE_ZONE = read(
    env.str, "CLOUDFLARE_ZONE_ID", "Give the zone's identifier, or leave it out.", default=""
)
if _CLOUDFLARE_ZONE:
    WAGTAILFRONTENDCACHE["cloudflare"] = {
        "BACKEND": "wagtail.contrib.frontend_cache.backends.CloudflareBackend",
        "ZONEID": _CLOUDFLARE_ZONE,
        "BEARER_TOKEN": read(
            env.str,
            "CLOUDFLARE_API_TOKEN",
            "Give a token that may purge the zone in CLOUDFLARE_ZONE_ID.",
        ),
    }
# Wagtail would purge each address in all ten languages; we know which ones changed.
WAGTAILFRONTENDCACHE_LANGUAGES: list[str] = []
