"""Words about procedures in templates: ``{% load procedure_pages %}``."""

from __future__ import annotations

from django import template

from chuan.dossiers.limit_words import limits_in_words
from chuan.dossiers.models import ProcedureVersion
from chuan.dossiers.procedures.comparing import Row
from chuan.dossiers.procedures_said import changed_in_words, offered_time

register = template.Library()


@register.filter
def limits_said(version: ProcedureVersion) -> str:
    """All limits of a version in one line."""
    return limits_in_words(version.limits.all())


@register.filter
def time_said(row: Row) -> str:
    """The time that a row of a file says, doubts named."""
    return offered_time(row.offered)


@register.filter
def changes_said(row: Row) -> str:
    """Which fields a row of a file changes."""
    return changed_in_words(row.changed)
