"""A self-check is kept as it was found."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from chuan.conformity import refusals
from chuan.conformity.models import CheckFound, CheckRun
from chuan.conformity.permissions import require_keep
from chuan.conformity.running import run
from chuan.offers.self_checks import Severity
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

CHUNK = 500


def keep_run(on: date, *, by: Viewer, at: datetime) -> CheckRun:
    """Run every rule for the viewer's unit and day, and keep what they say.

    The rules run before the act. Raises ``NotAllowed``, ``DayToCome``.
    """
    require_keep(by)
    if on > timezone.localtime(at).date():
        raise refusals.DayToCome(day=on)
    checked = run(by.unit, on, at)
    kept = CheckRun(
        unit=by.unit, on=on, rules=checked.rules, digest=checked.digest, by=by.official, recorded_at=at,
        breaches=checked.count(Severity.BREACH), warnings=checked.count(Severity.WARNING),
        hints=checked.count(Severity.HINT),
    )  # fmt: skip
    subject = Subject("check_run", kept.uid)
    with act("conformity.keep_run", subject, by=by, unit_uid=by.unit_uid, at=at, digest=kept.digest):
        kept.save()
        rows = [
            CheckFound(run=kept, ordinal=number, **line) for number, line in enumerate(checked.lines, start=1)
        ]
        CheckFound.objects.bulk_create(rows, batch_size=CHUNK)
    return kept
