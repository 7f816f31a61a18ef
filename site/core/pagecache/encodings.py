"""Which form of the bytes a browser wants, and making those forms once."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import lru_cache

import brotli

IDENTITY = "identity"

# A page is compressed while its first reader waits: brotli 5 takes a millisecond
# for a long page, 11 takes fifty for some five per cent less.
_BROTLI_QUALITY = 5
_GZIP_LEVEL = 6

_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=_BROTLI_QUALITY),
    # Without the moment of making, so that the same page gives the same bytes.
    "gzip": lambda body: gzip.compress(body, _GZIP_LEVEL, mtime=0),
    IDENTITY: lambda body: body,
}

# Best first: the order that decides between forms a browser likes equally well.
ENCODINGS = tuple(_ENCODERS)


def encode(body: bytes) -> dict[str, bytes]:
    """Return the body in every form that is kept."""
    return {encoding: encoder(body) for encoding, encoder in _ENCODERS.items()}


@lru_cache(maxsize=256)
def preferred_encoding(accept: str) -> str:
    """Return the form to send to a client with this `Accept-Encoding` header (RFC 9110).

    Without a header, or where nothing that is kept is acceptable, the bytes go
    as they are.
    """
    weights = _weights(accept)
    rest = weights.get("*", 0.0)
    wanted = {name: weights.get(name, rest) for name in ENCODINGS if name != IDENTITY}
    best = max(wanted, key=wanted.__getitem__)
    # Identity is always acceptable, but only chosen over another when named.
    if wanted[best] > 0 and wanted[best] >= weights.get(IDENTITY, 0.0):
        return best
    return IDENTITY


def _weights(accept: str) -> dict[str, float]:
    """Return the weight of each coding that the header names."""
    weights = {}
    for part in accept.lower().split(","):
        name, _, parameters = part.partition(";")
        coding = name.strip().removeprefix("x-")
        if coding:
            weights[coding] = _weight(parameters)
    return weights


def _weight(parameters: str) -> float:
    """Return the weight in `q=0.5`: 1 where there is none, 0 where it is malformed."""
    name, _, value = parameters.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0.0 <= weight <= 1.0 else 0.0
