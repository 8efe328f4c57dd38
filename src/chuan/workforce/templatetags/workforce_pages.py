"""Parts that the pages of this room share: ``{% load workforce_pages %}``."""

from __future__ import annotations

from typing import Any

from django import template

from chuan.workforce.doors import room_doors
from chuan.workforce.titles import law_words as words_of_laws
from chuan.workforce.titles.laws import LawOfYear

register = template.Library()


@register.inclusion_tag("workforce/doors.html", takes_context=True)
def workforce_doors(context: template.Context) -> dict[str, Any]:
    """The room's own navigation, the page now shown marked."""
    request = context.get("request")
    return {"doors": room_doors(request.path if request is not None else "")}


@register.filter
def law_words(one: LawOfYear) -> str:
    """A law of a year of titles with its days."""
    return words_of_laws.law_words(one)
