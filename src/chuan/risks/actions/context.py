"""Issues of context written, changed, ended, looked at again; the climate question answered."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.processes import refusals as of_processes
from chuan.risks import refusals
from chuan.risks.models import ClimateAnswer, ContextIssue
from chuan.risks.permissions import require_keep
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act

KIND = "context_issue"


def write_issue(
    side: str, statement: str, bearing: str, *, since: date, by: Viewer, at: datetime
) -> ContextIssue:
    """Keep an issue from a day on. Raises ``NotAllowed``, ``WordsMissing``."""
    require_keep(by)
    row = ContextIssue(
        unit=by.unit, owner_unit=by.unit, side=side, statement=told(statement, _("vấn đề")), bearing=bearing.strip(),
        changed_on=since, reviewed_on=since, valid_from=since, recorded_at=at,
    )  # fmt: skip
    with act("context.write", Subject(KIND, row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row.save()
        doing.detail = {"text": row.statement, "since": since.isoformat()}
    return row


def change_issue(
    issue: ContextIssue, side: str, statement: str, bearing: str, *, on: date, by: Viewer, at: datetime
) -> ContextIssue:
    """Write it otherwise from a day on; what it said stays in the trail.

    Raises ``NotAllowed``, ``NotFound``, ``OverAlready``, ``WordsMissing``.
    """
    require_keep(by)
    with act("context.change", Subject(KIND, issue.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(issue, by)
        before = f"{row.statement} {row.bearing}".strip()
        row.side, row.statement, row.bearing = side, told(statement, _("vấn đề")), bearing.strip()
        row.changed_on = row.reviewed_on = on
        row.save()
        doing.detail = {"before": before, "after": f"{row.statement} {row.bearing}".strip()}
    return row


def end_issue(issue: ContextIssue, until: date, why: str, *, by: Viewer, at: datetime) -> ContextIssue:
    """It bears on nothing any more. Raises ``NotAllowed``, ``NotFound``, ``OverAlready``, ``WordsMissing``,
    ``EndTooEarly``."""
    require_keep(by)
    with act("context.end", Subject(KIND, issue.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(issue, by)
        if until <= row.valid_from:
            raise of_processes.EndTooEarly(until=until, since=row.valid_from)
        row.valid_to, row.why_over = until, told(why, _("lý do"))
        row.save(update_fields=["valid_to", "why_over"])
        doing.detail = {"until": until.isoformat(), "reason": row.why_over}
    return row


def review_context(*, on: date, by: Viewer, at: datetime) -> int:
    """Say of every standing issue that it still holds; how many. Raises ``NotAllowed``, ``NothingToReview``."""
    require_keep(by)
    with act("context.review", Subject("unit", by.unit.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        count = ContextIssue.objects.on(on).filter(owner_unit=by.unit).update(reviewed_on=on)
        if not count:
            raise refusals.NothingToReview()
        doing.detail = {"count": count, "on": on.isoformat()}
    return count


def answer_climate(is_relevant: bool, why: str, *, on: date, by: Viewer, at: datetime) -> ClimateAnswer:
    """Say outright whether climate change bears on the unit (ISO 9001:2015/Amd 1:2024, 4.1).

    Raises ``NotAllowed``, ``WordsMissing``.
    """
    require_keep(by)
    row = ClimateAnswer(
        unit=by.unit,
        on=on,
        relevant=is_relevant,
        why=told(why, _("lý do")),
        official=by.official,
        recorded_at=at,
    )
    with act("context.climate", Subject("unit", by.unit.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row.save()
        doing.detail = {"answer": _("có") if is_relevant else _("không"), "reason": row.why}
    return row


def told(words: str, missing: str) -> str:
    """What was written, blanks made single; refuses when nothing was."""
    text = " ".join(words.split())
    if not text:
        raise refusals.WordsMissing(missing=missing)
    return text


def _held(issue: ContextIssue, by: Viewer) -> ContextIssue:
    row = ContextIssue.objects.select_for_update().filter(pk=issue.pk, owner_unit=by.unit).first()
    if row is None:
        raise NotFound(thing=_("vấn đề này"))
    if row.valid_to is not None:
        raise refusals.OverAlready()
    return row
