"""The link that raises a nonconformity on a page's record: ``{% load raising %}{% raise_link "dossier" one.uid %}``."""

from __future__ import annotations

import uuid
from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("people/raise_link.html", takes_context=True)
def raise_link(context: template.Context, kind: str, uid: uuid.UUID) -> dict[str, Any]:
    """A quiet button for whoever may raise (any official): its record's facts go along."""
    viewer = getattr(context.get("request"), "viewer", None)
    may = viewer is not None and viewer.official is not None
    return {"url": f"/khac-phuc/neu/?tu={kind}.{uid}" if may else ""}
