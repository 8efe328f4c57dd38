"""The report: written, opened again, and the audit closed when what it found is being mended."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.audits import refusals
from chuan.audits.actions.around import hold, move, named, own, subject, today
from chuan.audits.answers import standing
from chuan.audits.following import unfollowed
from chuan.audits.models import Answer, Audit
from chuan.audits.permissions import may_work, require_keep
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def report(audit: Audit, conclusion: str, *, on: date | None = None, by: Viewer, at: datetime) -> Audit:
    """Report: from now on the findings are everybody's of the unit to see and to mend.

    ``on``: the day the report was given, today where it is not said. Raises ``NotFound``, ``NotOfTheTeam``,
    ``WordsMissing``, ``NotYet``, ``ReportedBefore``, ``NotConformUnfound``, ``WrongMove``.
    """
    own(audit, by)
    if not may_work(audit, by):
        raise refusals.NotOfTheTeam()
    said, day = conclusion.strip(), on or today(at)
    _require_day(audit, day, at)
    if not said:
        raise refusals.WordsMissing(thing=_("kết luận của đoàn"))
    with act("audits.report", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = hold(audit)
        if loose := not_conform_unfound(held):
            raise refusals.NotConformUnfound(which=", ".join(map(str, loose)))
        held.conclusion, held.reported_on = said[:6000], day
        move(held, "report", at, "conclusion", "reported_on")
        doing.detail = {"code": held.code, "count": held.findings.standing().count()}
    return held


def _require_day(audit: Audit, day: date, at: datetime) -> None:
    if day > today(at):
        raise refusals.NotYet(day=day)
    if day < audit.starts_on:
        raise refusals.ReportedBefore(day=day, first=audit.starts_on)


def reopen(audit: Audit, reason: str, *, by: Viewer, at: datetime) -> Audit:
    """Take the report back to write more. Raises ``NotFound``, ``NotOfTheTeam``, ``WordsMissing``, ``WrongMove``."""
    own(audit, by)
    if not may_work(audit, by):
        raise refusals.NotOfTheTeam()
    why = named(reason, _("lý do"))
    with act("audits.reopen", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = move(hold(audit), "reopen", at)
        doing.detail = {"code": held.code, "reason": why}
    return held


def close(audit: Audit, *, by: Viewer, at: datetime) -> Audit:
    """Over: whatever does not conform is in the register of corrections.

    Raises ``NotAllowed``, ``NotFound``, ``FindingsUnfollowed``, ``WrongMove``.
    """
    require_keep(by)
    own(audit, by)
    with act("audits.close", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = hold(audit)
        if loose := unfollowed(held.findings.standing().select_related("audit")):
            raise refusals.FindingsUnfollowed(which=", ".join(one.code for one in loose))
        held.closed_on = today(at)
        move(held, "close", at, "closed_on")
        doing.detail = {"code": held.code}
    return held


def not_conform_unfound(audit: Audit) -> list[int]:
    """Numbers of questions answered "does not conform" from which no finding was written."""
    answers = standing(audit)
    wrong = {key for key, one in answers.items() if one.verdict == Answer.Verdict.NOT_CONFORM}
    found = set(audit.findings.standing().filter(item__in=wrong).values_list("item_id", flat=True))
    items = audit.items.filter(pk__in=wrong - found, dropped_at__isnull=True).order_by("ordinal")
    return list(items.values_list("ordinal", flat=True))
