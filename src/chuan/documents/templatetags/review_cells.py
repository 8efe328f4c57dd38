"""The fields of the review page, drawn in Python: some hundreds of them, most with a dozen options."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from chuan.documents.showing.panel import Cell
from chuan.ui.templatetags.chuan_ui import icon

register = template.Library()


@register.simple_tag
def review_cell(cell: Cell, editable: bool, width: str, named: bool = False) -> SafeString:
    """One field with its error and a colleague's text; only its words where nothing may be typed.

    ``named``: no label stands elsewhere on the page, so the field names itself.
    """
    if not editable:
        return format_html("{}", cell.told or "–")
    control = _select(cell, width, named) if cell.options else _input(cell, width, named)
    return mark_safe(control + _error(cell) + _theirs(cell))  # noqa: S308 - each part is escaped  # nosec B703


def _input(cell: Cell, width: str, named: bool) -> SafeString:
    return format_html(
        '<input type="text" class="form-control {}" name="{}" id="{}" value="{}"{}>',
        width,
        cell.name,
        cell.name,
        cell.text,
        _says(cell, named),
    )


def _select(cell: Cell, width: str, named: bool) -> SafeString:
    return format_html(
        '<select class="form-select {}" name="{}" id="{}"{}>{}</select>',
        width,
        cell.name,
        cell.name,
        _says(cell, named),
        _options(tuple(cell.options), cell.text),
    )


@lru_cache(maxsize=256)
def _options(options: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    """The options of a choice: the same few lists stand on the page a hundred times."""
    marked = ((value, mark_safe(" selected") if value == chosen else "", words) for value, words in options)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)


def _says(cell: Cell, named: bool) -> SafeString:
    name = format_html(' aria-label="{}"', cell.label) if named else mark_safe("")
    if not cell.error:
        return name
    return name + format_html(' aria-invalid="true" aria-describedby="{}-e"', cell.name)


def _error(cell: Cell) -> SafeString:
    if not cell.error:
        return mark_safe("")
    return format_html(
        '<span class="form-error small" id="{}-e">{}{}</span>', cell.name, icon("at-risk"), cell.error
    )


def _theirs(cell: Cell) -> SafeString:
    if cell.theirs is None:
        return mark_safe("")
    return format_html(
        '<span class="theirs small">{}</span>', _("Người khác vừa ghi: “%s”") % cell.theirs_told
    )
