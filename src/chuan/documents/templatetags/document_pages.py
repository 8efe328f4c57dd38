"""What every page of documents shows: ``{% load document_pages %}{% document_doors %}``."""

from __future__ import annotations

from typing import Any

from django import template

from chuan.documents.doors import doors

register = template.Library()


@register.inclusion_tag("documents/_doors.html", takes_context=True)
def document_doors(context: template.Context) -> dict[str, Any]:
    """The navigation inside the room, the page now shown marked."""
    request = context["request"]
    return {"doors": doors(request.viewer, request.path)}
