"""Parts that the pages of this room share: ``{% load workforce_pages %}``."""

from __future__ import annotations

from typing import Any

from django import template

from chuan.workforce.doors import room_doors

register = template.Library()


@register.inclusion_tag("workforce/doors.html", takes_context=True)
def workforce_doors(context: template.Context) -> dict[str, Any]:
    """The room's own navigation, the page now shown marked."""
    request = context.get("request")
    return {"doors": room_doors(request.path if request is not None else "")}
