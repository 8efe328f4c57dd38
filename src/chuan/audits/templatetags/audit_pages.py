"""Parts that the pages of this room share: ``{% load audit_pages %}``."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from chuan.audits.following import Followed
from chuan.audits.models import Audit, Finding
from chuan.audits.typed import Line
from chuan.rules.audits import Grade, asks_for_correction

register = template.Library()


@register.inclusion_tag("audits/ask.html")
def ask(
    line: Line,
    works: bool,
    barred: Mapping[int, str],
    verdicts: Sequence[tuple[str, str]],
    audit: Audit,
    drops: bool,
) -> dict[str, Any]:
    """One question of the sheet: with fields for whoever may write it, with the reason for whoever may not."""
    why = barred.get(line.item.process_id or 0, "") if works else ""
    return {
        "line": line, "writes": works and not why, "why": why, "verdicts": verdicts, "audit": audit, "drops": drops,
    }  # fmt: skip


@register.simple_tag
def finding_way(finding: Finding, going: Mapping[uuid.UUID, Followed]) -> str:
    """Where a finding went: the nonconformity with its state, not yet, or nothing to go to."""
    if (way := going.get(finding.uid)) is not None:
        return format_html('<a href="{}">{}</a> {}', way.address, way.code, way.state)
    asked = asks_for_correction(Grade(finding.grade)) and finding.withdrawn_at is None
    return _("chưa chuyển") if asked else "–"
