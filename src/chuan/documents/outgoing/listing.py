"""Lists of documents on their way out: what stands where, and whom it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from chuan.documents.models import Document, DocumentQuerySet
from chuan.documents.models.documents import UNISSUED
from chuan.documents.outgoing.waiting import holder_words
from chuan.documents.permissions import CONTENT_REVIEWERS, FORM_REVIEWERS, REGISTRARS, SIGNERS
from chuan.documents.sought import with_words
from chuan.exchange.sheets import Table
from chuan.law.document_types import type_title
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import OUTGOING
from chuan.rules.vietnamese import fold
from chuan.ui import formatters as say

MINE = "toi"
_SOUGHT = ("subject", "type", "signer_name", "drafted_by__name")
ENDED = ("dropped", "cancelled")
_COLUMNS = (
    ("Loại", 16), ("Trích yếu", 70), ("Người soạn", 24), ("Trạng thái", 26), ("Đang chờ", 26), ("Độ khẩn", 14),
    ("Hạn", 12), ("Bắt đầu", 12),
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What the list is asked for; ``stage`` may be ``MINE``, a stage, or "" for all that is not issued."""

    words: str = ""
    stage: str = ""
    type: str = ""


def drafts_for(viewer: Viewer, wanted: Wanted) -> DocumentQuerySet:
    """The viewer's documents on their way out, urgent ones and near deadlines first."""
    found = _of(viewer)
    if wanted.stage == MINE:
        found = found.filter(_mine(viewer))
    elif wanted.stage in OUTGOING.statuses:
        found = found.filter(stage=wanted.stage)
    else:
        found = found.filter(stage__in=UNISSUED)
    if wanted.type:
        found = found.filter(type=wanted.type)
    found = with_words(found, wanted.words, *_SOUGHT)
    return found.select_related("drafted_by", "owner_unit").order_by("due_on", "-recorded_at", "-pk")


def counts_for(viewer: Viewer) -> dict[str, int]:
    """How many stand in each stage, and under ``MINE`` how many wait for the viewer."""
    rows = _of(viewer).order_by().values_list("stage").annotate(count=Count("pk"))
    counts = dict(rows)
    counts[MINE] = _of(viewer).filter(_mine(viewer)).count()
    return counts


def types_of(viewer: Viewer) -> list[tuple[str, str]]:
    """The types that occur, by name."""
    keys = _of(viewer).order_by().values_list("type", flat=True).distinct()
    return sorted(((key, type_title(key)) for key in keys), key=lambda one: fold(one[1]))


def sheet_of(documents: DocumentQuerySet, *, on: date) -> Table:
    """The list as a worksheet."""
    rows = [
        (
            type_title(one.type),
            one.subject,
            one.drafted_by.name if one.drafted_by else "",
            one.stage_label,
            holder_words(one),
            str(one.get_urgency_display()),
            one.due_on,
            say.local(one.recorded_at).date(),
        )
        for one in documents
    ]
    return Table(
        title=_("Dự thảo và văn bản chờ phát hành"),
        headers=[name for name, _width in _COLUMNS],
        rows=rows,
        notes=[_("Xuất ngày %s") % say.day(on), _("Số văn bản: %s") % len(rows)],
        sheet_name=_("Soạn thảo"),
        widths={index: width for index, (_name, width) in enumerate(_COLUMNS)},
        number_formats={6: "dd/mm/yyyy", 7: "dd/mm/yyyy"},
    )


def _of(viewer: Viewer) -> DocumentQuerySet:
    return Document.objects.seen_by(viewer).outgoing().exclude(content="")


def _mine(viewer: Viewer) -> Q:
    """What waits for the viewer: own drafts, and the stages that the viewer's roles act in."""
    stages = [stage for stage, roles in _ACTING.items() if viewer.has(*roles)]
    mine = Q(stage__in=stages)
    return mine | Q(stage="draft", drafted_by=viewer.official) if viewer.official else mine


_ACTING = {
    "content_review": CONTENT_REVIEWERS,
    "form_review": FORM_REVIEWERS,
    "to_sign": SIGNERS,
    "handed_over": REGISTRARS,
    "signed": REGISTRARS,
    "numbered": REGISTRARS,
    "sealed": REGISTRARS,
}
