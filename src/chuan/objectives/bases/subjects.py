"""How a kept basis is named in other rooms: the trail, links; and what is kept of whoever kept one."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.objectives.addresses import of_basis
from chuan.objectives.models import Basis
from chuan.offers import kept_about, subjects
from chuan.offers.kept_about import Asked, Line, Section
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer

MOST = 200


def bases(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """A paper by its name and the year whose promises rest on it."""
    rows = Basis.objects.seen_by(viewer).filter(uid__in=list(uids)).defer("text")
    return {
        row.uid: Described(
            Subject("basis", row.uid), row.name, of_basis(row), icon="file-earmark-text",
            note=_("căn cứ của mục tiêu năm %s") % row.year,
        )
        for row in rows
    }  # fmt: skip


def about(asked: Asked) -> Sequence[Section]:
    """The papers an official kept, the latest first; one statement."""
    rows = Basis.objects.seen_by(asked.viewer).filter(by=asked.official).defer("text")
    lines = [
        Line(one.name, one.issuer, timezone.localtime(one.recorded_at).date(), of_basis(one))
        for one in rows.order_by("-pk")[:MOST]
    ]
    return [Section("objectives.bases", _("Căn cứ của mục tiêu đã giữ"), lines)] if lines else []


def offer() -> None:
    """Register; called when the programme starts."""
    subjects.register("basis", bases)
    kept_about.register("objectives.bases", about, place=62)
