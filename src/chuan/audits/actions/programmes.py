"""A year's programme: begun, approved."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.audits import refusals
from chuan.audits.actions.around import cited, today
from chuan.audits.models import Programme
from chuan.audits.permissions import require_approve, require_keep, require_own
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

KIND = "audit_programme"


def open_programme(year: int, aim: str, *, by: Viewer, at: datetime) -> Programme:
    """Begin the programme of a year. Raises ``NotAllowed``, ``ProgrammeExists``."""
    require_keep(by)
    row = Programme(
        unit=by.unit, owner_unit=by.unit, year=year, aim=" ".join(aim.split())[:500], recorded_at=at
    )
    with act("audits.open", Subject(KIND, row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        if Programme.objects.filter(owner_unit=by.unit, year=year).exists():
            raise refusals.ProgrammeExists(year=str(year))
        row.save()
        doing.detail = {"year": year}
    return row


def approve_programme(
    programme: Programme, on: date, citation: str, *, by: Viewer, at: datetime
) -> Programme:
    """Keep by which document it was approved; the Chairman or Vice Chairman writes it.

    Raises ``NotAllowed``, ``NotFound``, ``PaperMissing``, ``NotYet``, ``ProgrammeApproved``.
    """
    require_approve(by)
    require_own(programme.owner_unit_id, by, _("chương trình này"))
    paper = cited(citation)
    if on > today(at):
        raise refusals.NotYet(day=on)
    with act("audits.approve", Subject(KIND, programme.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = Programme.objects.select_for_update().get(pk=programme.pk)
        if held.citation:
            raise refusals.ProgrammeApproved(year=str(held.year), citation=held.citation)
        held.citation, held.approved_on = paper, on
        held.save(update_fields=["citation", "approved_on"])
        doing.detail = {"citation": paper, "on": on.isoformat()}
    return held
