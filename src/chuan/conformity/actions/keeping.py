"""A self-check is kept as it was found: by a person, or by the house each night."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from chuan.conformity import refusals, searching
from chuan.conformity.measures import REGISTER
from chuan.conformity.models import CheckFound, CheckRun
from chuan.conformity.permissions import require_keep
from chuan.conformity.running import Checked, run
from chuan.offers import registers
from chuan.offers.self_checks import Severity
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.trail.actions import SYSTEM, act

CHUNK = 500


def keep_run(on: date, *, by: Viewer, at: datetime) -> CheckRun:
    """Run every rule for the viewer's unit and day, and keep what they say; objective 2 is measured anew after it.

    The rules run before the act. Raises ``NotAllowed``, ``DayToCome``.
    """
    require_keep(by)
    if on > timezone.localtime(at).date():
        raise refusals.DayToCome(day=on)
    checked = run(by.unit, on, at)
    kept = _new(by.unit, checked, at)
    kept.by = by.official
    subject = Subject("check_run", kept.uid)
    with act("conformity.keep_run", subject, by=by, unit_uid=by.unit_uid, at=at, digest=kept.digest):
        kept.save()
        _lines(kept, checked)
        searching.put(kept)
    registers.imported(by.unit, REGISTER, Period.year(on.year), at)
    return kept


def keep_nightly(unit: Unit, checked: Checked, *, at: datetime) -> CheckRun:
    """Keep what ran by itself. Where it found word by word what the run before found, that one's lines stand for it."""
    kept = _new(unit, checked, at)
    kept.same_as = _same(unit, checked)
    subject = Subject("check_run", kept.uid)
    with act("conformity.nightly_run", subject, by=SYSTEM, unit_uid=unit.uid, at=at, digest=kept.digest):
        kept.save()
        if kept.same_as is None:
            _lines(kept, checked)
    return kept


def _new(unit: Unit, checked: Checked, at: datetime) -> CheckRun:
    return CheckRun(
        unit=unit, on=checked.on, rules=checked.rules, digest=checked.digest, recorded_at=at,
        breaches=checked.count(Severity.BREACH), warnings=checked.count(Severity.WARNING),
        hints=checked.count(Severity.HINT),
    )  # fmt: skip


def _lines(kept: CheckRun, checked: Checked) -> None:
    rows = [CheckFound(run=kept, ordinal=n, **line) for n, line in enumerate(checked.lines, start=1)]
    CheckFound.objects.bulk_create(rows, batch_size=CHUNK)


def _same(unit: Unit, checked: Checked) -> CheckRun | None:
    """The run whose lines are these lines, where it is the last one's."""
    last = (
        CheckRun.objects.filter(unit=unit).select_related("same_as").order_by("-recorded_at", "-pk").first()
    )
    if last is None or not checked.lines:
        return None
    names = ("key", "clause", "severity", "title", "source", "sentence", "address")
    held = [{name: getattr(one, name) for name in names} for one in last.lines]
    return (last.same_as or last) if held == checked.lines else None
