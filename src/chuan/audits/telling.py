"""A finding tells its facts to the register of nonconformities; majors nobody took up are proposed there."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.audits.following import subject_of, unfollowed
from chuan.audits.models import Audit, Finding
from chuan.offers import faults
from chuan.offers.faults import Facts, Proposal
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say


def offer() -> None:
    """Register; called when the programme starts."""
    faults.register("finding", facts)
    faults.propose_with(proposals)


def facts(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """What the finding says of itself; None when the viewer may not see it. One statement."""
    rows = Finding.objects.seen_by(viewer).standing().select_related("audit", "process")
    one = rows.filter(uid=uid).first()
    if one is None:
        return None
    told = (
        (_("Cuộc đánh giá"), f"{one.audit.code}, {say.days(one.audit.starts_on, one.audit.ends_on)}"),
        (_("Mức"), one.get_grade_display()),
        (_("Điều"), one.clause),
        (_("Quá trình"), str(one.process or "")),
        (_("Đã thấy"), one.words),
        (_("Bằng chứng"), one.evidence),
    )
    return Facts(
        subject_of(one), f"{one.code}: {one.words}"[:200], reverse("audits:finding", args=[one.uid]),
        tuple((words, value) for words, value in told if value), process=one.process.code if one.process else "",
        clause=one.clause, found_on=timezone.localtime(one.recorded_at).date(),
    )  # fmt: skip


def proposals(unit: Unit, on: date, at: datetime) -> Iterator[Proposal]:
    """Findings of reported audits that do not conform and were not taken up; two statements."""
    rows = Finding.objects.standing().filter(
        audit__owner_unit=unit, audit__status=Audit.Status.REPORTED, grade__in=("major", "minor")
    )
    for one in unfollowed(rows.select_related("audit").order_by("pk")):
        yield Proposal(
            f"finding {one.uid}", subject_of(one),
            _("Phát hiện %(code)s (%(grade)s) của đánh giá nội bộ chưa chuyển sang khắc phục: %(words)s")
            % {"code": one.code, "grade": one.get_grade_display(), "words": one.words[:200]},
            reverse("audits:finding", args=[one.uid]), one.audit.reported_on or on, clause=one.clause,
        )  # fmt: skip
