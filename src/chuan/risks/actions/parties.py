"""Interested parties and what they need, written, changed, ended, looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.processes import refusals as of_processes
from chuan.processes.models import Process
from chuan.risks import refusals
from chuan.risks.actions.context import told
from chuan.risks.models import InterestedParty, Requirement
from chuan.risks.permissions import require_keep
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act

KIND = "interested_party"
_SAYS_WHERE = (Requirement.Answered.YES, Requirement.Answered.PARTLY)


@dataclass(frozen=True, slots=True)
class RequirementGiven:
    """What a party needs; names as in ``Requirement``."""

    what: str
    answered: str
    where: str = ""
    process: Process | None = None
    citation: str = ""


def write_party(name: str, *, since: date, by: Viewer, at: datetime) -> InterestedParty:
    """Keep a party from a day on. Raises ``NotAllowed``, ``WordsMissing``, ``PartyNamedAlready``."""
    require_keep(by)
    row = InterestedParty(
        unit=by.unit, owner_unit=by.unit, name=told(name, _("tên")), reviewed_on=since, valid_from=since, recorded_at=at
    )  # fmt: skip
    with act("party.write", Subject(KIND, row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        standing = InterestedParty.objects.select_for_update().filter(owner_unit=by.unit, valid_to=None)
        if standing.filter(name=row.name).exists():
            raise refusals.PartyNamedAlready(name=row.name)
        row.save()
        doing.detail = {"name": row.name, "since": since.isoformat()}
    return row


def end_party(party: InterestedParty, until: date, why: str, *, by: Viewer, at: datetime) -> InterestedParty:
    """It has no stake any more; its requirements end with it.

    Raises ``NotAllowed``, ``NotFound``, ``OverAlready``, ``WordsMissing``, ``EndTooEarly``.
    """
    require_keep(by)
    with act("party.end", Subject(KIND, party.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _party(party, by)
        why = told(why, _("lý do"))
        _end(row, until, why)
        for one in row.requirements.filter(valid_to=None):
            _end(one, max(until, _after(one.valid_from)), why)
        doing.detail = {"name": row.name, "until": until.isoformat(), "reason": why}
    return row


def write_requirement(
    party: InterestedParty, given: RequirementGiven, *, since: date, by: Viewer, at: datetime
) -> Requirement:
    """Keep what a party needs.

    Raises ``NotAllowed``, ``NotFound``, ``OverAlready``, ``WordsMissing``, ``PlaceUnsaid``.
    """
    require_keep(by)
    _check(given, by)
    with act("requirement.write", Subject(KIND, party.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _party(party, by)
        row = Requirement(party=held, changed_on=since, valid_from=since, recorded_at=at)
        _put(row, given)
        doing.detail = {"name": held.name, "text": row.what, "answer": row.get_answered_display()}
    return row


def change_requirement(
    requirement: Requirement, given: RequirementGiven, *, on: date, by: Viewer, at: datetime
) -> Requirement:
    """Write it otherwise from a day on; what it said stays in the trail. Raises as ``write_requirement``."""
    require_keep(by)
    _check(given, by)
    subject = Subject(KIND, requirement.party.uid)
    with act("requirement.change", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _requirement(requirement, by)
        before = f"{row.what} ({row.get_answered_display()}) {row.where}".strip()
        row.changed_on = on
        _put(row, given)
        after = f"{row.what} ({row.get_answered_display()}) {row.where}".strip()
        doing.detail = {"before": before, "after": after}
    return row


def end_requirement(
    requirement: Requirement, until: date, why: str, *, by: Viewer, at: datetime
) -> Requirement:
    """Nobody asks for it any more. Raises ``NotAllowed``, ``NotFound``, ``OverAlready``, ``WordsMissing``,
    ``EndTooEarly``."""
    require_keep(by)
    subject = Subject(KIND, requirement.party.uid)
    with act("requirement.end", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _requirement(requirement, by)
        _end(row, until, told(why, _("lý do")))
        doing.detail = {"text": row.what, "until": until.isoformat(), "reason": row.why_over}
    return row


def review_parties(*, on: date, by: Viewer, at: datetime) -> int:
    """Say of every standing party that it and its requirements still hold; how many.

    Raises ``NotAllowed``, ``NothingToReview``.
    """
    require_keep(by)
    with act("party.review", Subject("unit", by.unit.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        count = InterestedParty.objects.on(on).filter(owner_unit=by.unit).update(reviewed_on=on)
        if not count:
            raise refusals.NothingToReview()
        doing.detail = {"count": count, "on": on.isoformat()}
    return count


def _check(given: RequirementGiven, by: Viewer) -> None:
    told(given.what, _("yêu cầu"))
    if given.answered in _SAYS_WHERE and not given.where.strip():
        raise refusals.PlaceUnsaid()
    if given.process is not None and given.process.owner_unit_id != by.unit.pk:
        raise NotFound(thing=_("quá trình này"))


def _put(row: Requirement, given: RequirementGiven) -> None:
    row.what, row.answered, row.where = told(given.what, _("yêu cầu")), given.answered, given.where.strip()
    row.process, row.citation = given.process, given.citation.strip()
    row.save()


def _end(row: InterestedParty | Requirement, until: date, why: str) -> None:
    if until <= row.valid_from:
        raise of_processes.EndTooEarly(until=until, since=row.valid_from)
    row.valid_to, row.why_over = until, why
    row.save(update_fields=["valid_to", "why_over"])


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _party(party: InterestedParty, by: Viewer) -> InterestedParty:
    row = InterestedParty.objects.select_for_update().filter(pk=party.pk, owner_unit=by.unit).first()
    if row is None:
        raise NotFound(thing=_("bên quan tâm này"))
    if row.valid_to is not None:
        raise refusals.OverAlready()
    return row


def _requirement(requirement: Requirement, by: Viewer) -> Requirement:
    held = Requirement.objects.select_for_update().filter(pk=requirement.pk, party__owner_unit=by.unit)
    row = held.first()
    if row is None:
        raise NotFound(thing=_("yêu cầu này"))
    if row.valid_to is not None:
        raise refusals.OverAlready()
    return row
