"""What the bar at the top of every page shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from chuan.people.doors import doors_for


def bar(request: HttpRequest) -> dict[str, Any]:
    """The viewer's unit, name, post and doors; empty for a stranger, whose pages are drawn too."""
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        return {"viewer": None, "doors": []}
    return {
        "viewer": viewer,
        "demo": viewer.unit.example,  # a view that shows one record says so itself
        "doors": doors_for(viewer, request.path),
        "unit_name": viewer.unit.committee,
        "who_name": viewer.name,
        "who_post": viewer.guest.post if viewer.guest else ", ".join(viewer.post_titles),
        "who_url": reverse("people:account"),
        "search_url": "" if viewer.guest else reverse("people:search"),
    }
