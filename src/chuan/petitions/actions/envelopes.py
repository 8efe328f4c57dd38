"""That an envelope against the leaders went on unopened: the only thing that is ever written of it."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from chuan.documents.numbering import take_next
from chuan.offers.subjects import Subject
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.models import ForwardRecord
from chuan.petitions.permissions import KEEPERS, LEADERS
from chuan.trail.actions import act

SERIES = "petitions_forward"


def note_forwarded(on: date, to: str, *, by: Viewer, at: datetime) -> ForwardRecord:
    """Write a day and where to, under a code of its own. Raises ``NotAllowed``, ``EnvelopeOfToday``."""
    require_role(by, *KEEPERS, *LEADERS)
    today = timezone.localtime(at).date()
    if on > today:
        raise refusals.EnvelopeOfToday(day=on, today=today)
    made = ForwardRecord(unit=by.unit, on=on, to=ForwardRecord.To(to))
    subject = Subject("forward_record", made.uid)
    with act("petition.forward_unopened", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        made.code = f"CT-{on.year}-{take_next(by.unit, SERIES, on.year):03d}"
        made.save()
        doing.detail = {"on": on.isoformat()}
    return made
