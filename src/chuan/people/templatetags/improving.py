"""What the rooms of the ISO cycle share on their pages: ``{% load improving %}{% improving_doors %}``."""

from __future__ import annotations

from typing import Any

from django import template

from chuan.people.doors import beside_improving

register = template.Library()


@register.inclusion_tag("people/improving.html", takes_context=True)
def improving_doors(context: template.Context) -> dict[str, Any]:
    """Links between the rooms behind "Cải tiến", the one now shown marked."""
    request = context.get("request")
    viewer = getattr(request, "viewer", None)
    if request is None or viewer is None:
        return {"doors": []}
    return {"doors": [(url, label, request.path.startswith(url)) for url, label in beside_improving(viewer)]}
