"""Parts that the pages of this room share: ``{% load dossier_pages %}``."""

from __future__ import annotations

from typing import Any

from django import template

from chuan.dossiers.doors import room_doors

register = template.Library()


@register.inclusion_tag("dossiers/cases/doors.html", takes_context=True)
def dossier_doors(context: template.Context) -> dict[str, Any]:
    """The room's own navigation, the page now shown marked."""
    request = context.get("request")
    return {"doors": room_doors(request.path if request is not None else "")}
