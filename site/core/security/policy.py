"""What a browser may load, run and be asked for, as Content-Security-Policy directives.

Pure: settings import this before Django is set up.

Public pages come from a page cache, so their policy is the same for everybody; a
nonce joins it only where a view asks for `request.csp_nonce`.
See docs/decisions/0022-content-security-policy.md.
"""

from __future__ import annotations

from typing import Any

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE
from csp.utils import build_policy

Directives = dict[str, Any]

# Doors of the browser that no page of ours needs.
CLOSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)


def permissions_policy(*opened: str) -> str:
    """Return the header's text with these features open to the site itself, the others to none."""
    return ", ".join(
        f"{feature}=({'self' if feature in opened else ''})" for feature in CLOSED_FEATURES
    )


PERMISSIONS_POLICY = permissions_policy()


def public_directives(media_origin: str = "", *, https_only: bool = False) -> Directives:
    """Return the policy of every page that a reader sees.

    Args:
        media_origin: where pictures and films come from, if not from the site itself.
        https_only: whether browsers must ask for everything over HTTPS.

    """
    media = [SELF, media_origin] if media_origin else [SELF]
    return {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": media,
        "media-src": media,
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": https_only,
    }


def header_text(directives: Directives) -> str:
    """Return the header's text for a policy, without a nonce."""
    return build_policy(config=directives)


def preview_directives(public: Directives) -> Directives:
    """Return the policy of a page that an editor previews inside the admin."""
    return public | {"frame-ancestors": [SELF]}


def admin_directives(public: Directives) -> Directives:
    """Return the policy of the admin: the strictest that Wagtail works under.

    Wagtail's editor writes styles inline, and previews pictures from memory.
    """
    return public | {
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [*public["img-src"], "data:", "blob:"],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
    }


# A document opens on its own: nothing in it runs, loads, or reaches the site.
DOCUMENT_DIRECTIVES: Directives = {
    "default-src": [NONE],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [NONE],
    "sandbox": "",
}
