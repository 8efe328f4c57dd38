"""Parts that the pages of this room share: ``{% load petition_pages %}``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from chuan.petitions.doors import room_doors
from chuan.petitions.escalated.sight import may_see as may_see_escalated
from chuan.petitions.figures.sight import may_see as may_see_figures
from chuan.petitions.showing.parts import Card

register = template.Library()
FIGURES, ESCALATED = "/don-thu/so-lieu/", "/don-thu/vuot-cap/"


@register.simple_tag(takes_context=True)
def petition_card(context: template.Context, card: Card) -> SafeString:
    """A card of the petition's page: its own template with what its part gave, the petition and the viewer."""
    request = context["request"]
    given = {**card.context, "petition": context["petition"], "viewer": request.viewer}
    return render_to_string(card.template, given, request=request)


@register.inclusion_tag("petitions/cases/doors.html", takes_context=True)
def petition_doors(context: template.Context) -> dict[str, Any]:
    """The room's own navigation, the page now shown marked; figures only for who may open them."""
    request = context.get("request")
    doors = room_doors(request.path if request is not None else "")
    if request is None:
        return {"doors": [one for one in doors if one.url not in (FIGURES, ESCALATED)]}
    may = {FIGURES: may_see_figures, ESCALATED: may_see_escalated}
    return {"doors": [one for one in doors if one.url not in may or may[one.url](request.viewer)]}


class _Figure(Protocol):
    text: str
    url: str
    bad: bool
    head: str


@register.simple_tag
def figure_cells(cells: Sequence[_Figure], *, total: bool = False) -> SafeString:
    """The cells of one line of figures; ``total``: the last is the column of sums.

    A page has some two hundred: a template for each takes longer than counting them.
    """
    last = len(cells) - 1
    written = ((_cell(one, is_sum=total and place == last),) for place, one in enumerate(cells))
    return format_html_join("", "{}", written)


def _cell(one: _Figure, *, is_sum: bool) -> SafeString:
    kinds = f"num{' zero' if one.text == '0' else ''}{' all' if is_sum else ''}"
    if not one.url:
        return _plain(kinds, one.head, one.text)
    bad = _BAD if one.bad else _GOOD
    return format_html(_LINK, _once(kinds), _once(one.head), bad, one.url, _once(one.text))


_LINK = '<td role="cell" class="{}" data-h="{}:"><a{} href="{}">{}</a></td>'
_BAD, _GOOD = mark_safe(' class="bad-figure"'), mark_safe("")


@lru_cache(maxsize=1024)
def _plain(kinds: str, head: str, text: str) -> SafeString:
    """A cell that opens nothing: mostly zeros, the same again and again."""
    return format_html('<td role="cell" class="{}" data-h="{}:">{}</td>', kinds, head, text)


@lru_cache(maxsize=1024)
def _once(text: str) -> SafeString:
    """Made safe once, however many cells say it."""
    return escape(text)
