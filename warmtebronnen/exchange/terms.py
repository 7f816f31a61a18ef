"""What places offer as a taxonomy: the terms that HSDS ties to a service."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.translation import get_language, gettext

from warmtebronnen.vocabulary import Need

# Any fixed number will do: with it, whatever has no number of its own gets the same one for ever.
NAMESPACE = uuid.UUID("7a1f0c52-8d1b-4b0f-9c1e-3f3f0c9a6d21")
TAXONOMY = "warmtebronnen"


def id_of(*names: str) -> str:
    """Return the identifier of something by its names."""
    return str(uuid.uuid5(NAMESPACE, "/".join(names)))


def needs_of(service: str, needs: list[str]) -> list[dict[str, Any]]:
    """Return what a service offers as HSDS attributes."""
    return [
        {
            "id": id_of(service, "need", need),
            "link_id": service,
            "link_entity": "service",
            "taxonomy_term_id": id_of(TAXONOMY, need),
            "taxonomy_term": _term(Need(need)),
        }
        for need in needs
    ]


def _term(need: Need) -> dict[str, Any]:
    return {
        "id": id_of(TAXONOMY, need.value),
        "code": need.value,
        "name": str(need.label),
        "description": str(need.label),
        "taxonomy": TAXONOMY,
        "taxonomy_id": id_of(TAXONOMY),
        "taxonomy_detail": {
            "id": id_of(TAXONOMY),
            "name": TAXONOMY,
            "description": gettext("What there is."),
        },
        "language": get_language(),
    }
