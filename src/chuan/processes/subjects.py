"""How processes and outside providers are named in other rooms: to everybody of the unit."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import faults, subjects
from chuan.offers.faults import Facts
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.processes.models import Process, Provider
from chuan.processes.provided import outcome
from chuan.rules.wording import said


def register() -> None:
    """Offer the kinds; called when the programme starts."""
    subjects.register("process", processes)
    subjects.register("provider", providers)
    faults.register("provider", facts)


def processes(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Processes the viewer may see, by code and name; one that ended says so."""
    rows = Process.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("process", one.uid),
            f"{one.code} {one.name}",
            reverse("processes:process", args=[one.uid]),
            note=_("đã kết thúc") if one.valid_to else "",
            icon="list",
            settled=one.valid_to is not None,
        )
        for one in rows
    }


def providers(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Outside providers by name; the work that waits is to judge them."""
    rows = Provider.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            one.subject,
            _("Đánh giá bên cung cấp %s") % one.name,
            reverse("processes:provider", args=[one.uid]),
            note=one.provides if one.valid_to is None else _("đã thôi cung cấp"),
            verb=_("Đánh giá"),
            icon="list",
            settled=one.valid_to is not None,
        )
        for one in rows
    }


def facts(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """What is kept of a provider, for a nonconformity raised from it (8.4, 8.7); None for one of another unit."""
    row = Provider.objects.seen_by(viewer).select_related("process").filter(uid=uid).first()
    if row is None:
        return None
    last = row.evaluations.order_by("-on", "-pk").first()
    judged = f"{said(last.on)}: {outcome(last)}" if last else _("chưa đánh giá")
    return Facts(
        row.subject, row.name, reverse("processes:provider", args=[row.uid]),
        lines=((_("Cung cấp"), row.provides), (_("Kiểm soát"), row.controls), (_("Đánh giá gần nhất"), judged)),
        process=row.process.code if row.process else "", clause="8.4.1",
    )  # fmt: skip
