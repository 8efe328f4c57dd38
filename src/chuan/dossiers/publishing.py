"""The public pages of procedures: what to bring, how long it takes, what it costs, by which act.

Only versions that a person has confirmed and that are in force on the day. Nothing of a dossier.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from chuan.dossiers.limit_rows import clear
from chuan.dossiers.limit_words import limit_in_words, limits_in_words
from chuan.dossiers.models import Procedure, ProcedureVersion
from chuan.offers import publishing
from chuan.offers.publishing import Asked, Page
from chuan.rules.vietnamese import fold

PLACE = 20
SLUG = "thu-tuc"


@dataclass(frozen=True, slots=True)
class Published:
    """A procedure as the public reads it; ``limits`` "" where none is sure."""

    slug: str
    code: str
    name: str
    field: str
    version: ProcedureVersion
    papers: tuple[str, ...]
    steps: tuple[str, ...]
    limits: tuple[str, ...]
    time: str


def pages(asked: Asked) -> Iterator[Page]:
    """The list by field of work, then one page for each procedure; none where none is confirmed."""
    published = procedures_on(asked)
    if not published:
        return
    fields = [(name, list(rows)) for name, rows in groupby(published, key=lambda one: one.field)]
    yield Page(
        SLUG, _("Thủ tục hành chính: mang theo gì"),
        _("Giấy tờ phải mang, bao lâu có kết quả, phí bao nhiêu: %s thủ tục.") % len(published),
        render_to_string("dossiers/public/procedures.html",
                         {"fields": fields, "count": len(published), "on": asked.on}),
    )  # fmt: skip
    for one in published:
        body = render_to_string("dossiers/public/procedure.html", {"one": one, "version": one.version})
        yield Page(one.slug, one.name, _("Mã thủ tục %s") % one.code, body, above=SLUG)


def procedures_on(asked: Asked) -> list[Published]:
    """Procedures with a confirmed version in force on the day, by field, name, code; three statements."""
    rows = ProcedureVersion.objects.filter(
        procedure__unit=asked.unit, status=ProcedureVersion.Status.CONFIRMED, valid_from__lte=asked.on
    ).select_related("procedure")
    rows = rows.order_by("valid_from", "number").prefetch_related("limits")
    standing = {one.procedure_id: one for one in rows if one.valid_to is None or asked.on < one.valid_to}
    taken: set[str] = set()
    ordered = sorted(standing.values(), key=_place)
    return [_published(one, _slug(one.procedure, taken)) for one in ordered]


def _place(version: ProcedureVersion) -> tuple[str, ...]:
    """Where it stands in the list: "Đất đai" under D."""
    return fold(version.field), version.field, fold(version.name), version.procedure.code


def _published(version: ProcedureVersion, slug: str) -> Published:
    limits = list(version.limits.all())
    sure = bool(limits) and all(clear(one) for one in limits)
    return Published(
        slug=slug, code=version.procedure.code, name=version.name, field=version.field or _("Lĩnh vực khác"),
        version=version, papers=tuple(json.loads(version.components)), steps=tuple(json.loads(version.steps)),
        limits=tuple(limit_in_words(one) for one in limits) if sure else (),
        time=limits_in_words(limits) if sure else "",
    )  # fmt: skip


def _slug(procedure: Procedure, taken: set[str]) -> str:
    """The name of its file: its code in letters that every disk and site takes, each once."""
    plain = re.sub(r"[^a-z0-9.]+", "-", procedure.code.lower()).strip("-.") or "khac"
    slug, n = f"{SLUG}-{plain}", 1
    while slug in taken:
        n += 1
        slug = f"{SLUG}-{plain}-{n}"
    taken.add(slug)
    return slug


def offer() -> None:
    """Offer the pages of this room."""
    publishing.offer(PLACE, pages)
