"""What `WAGTAIL_FINISH_WORKFLOW_ACTION` names.

Wagtail imports this while it makes its own models, so that nothing of it, nor of ours,
can be imported before it is called.
"""

from __future__ import annotations

from typing import Any


def finish(workflow_state: Any, user: Any = None) -> None:
    """Publish what a finished workflow approved, or plan it.

    Raises:
        NotApprovedError: no decision of the redactieraad allows the text.

    """
    from redactieraad.publishing import appearing  # noqa: PLC0415 - see above

    appearing.finish(workflow_state, user)
