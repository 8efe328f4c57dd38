"""What the top bar shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def bar(request: HttpRequest) -> dict[str, Any]:
    """Doors and who, for every page."""
    return {"viewer": getattr(request, "viewer", None), "doors": []}
