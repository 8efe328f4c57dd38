"""Changing the register of legal bases: an act put in, its days, its end, and what is done about what stood on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chuan.clocks import actions as clocks
from chuan.documents import refusals_bases as refusals
from chuan.documents import searching
from chuan.documents.bases import find_act, standing_on
from chuan.documents.models import BasisUpdate, Document, Link, StandsOn
from chuan.documents.permissions import check_keeps_bases
from chuan.documents.updating import Due, update_due
from chuan.documents.validity import Force, validities_of
from chuan.offers.subjects import Subject
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


@dataclass(frozen=True)
class Act:
    """An outside act as typed; ``number`` whole ("19/2014/QĐ-TTg"), "" for a law cited without one."""

    kind: str
    number: str
    subject: str
    issuer: str = ""
    issued_on: date | None = None
    effective_from: date | None = None


def put_act(given: Act, *, by: Viewer, at: datetime) -> Document:
    """Put an act into the register. Raises ``NotAllowed``, ``ActHeldAlready``."""
    check_keeps_bases(by)
    held = find_act(by.unit, number=given.number, title=given.subject, on=given.issued_on)
    if held is not None:
        raise refusals.ActHeldAlready(name=held.title)
    made = Document(
        unit=by.unit,
        owner_unit=by.unit,
        direction=Document.Direction.EXTERNAL,
        basis=Document.Basis.TYPED,
        stage="",
        recorded_at=at,
        recorded_by=by.official,
        **_columns(given),
    )
    with act("act.put", Subject("document", made.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        made.save()
        searching.put([made])
        doing.detail = {"title": made.title}
    return made


def mend_act(found: Document, given: Act, *, by: Viewer, at: datetime) -> None:
    """Correct what the register says of an act. Raises ``NotAllowed``, ``EndBeforeStart``."""
    check_keeps_bases(by)
    _check_days(given.effective_from, found.effective_to)
    with act("act.mend", Subject("document", found.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        doing.detail = {"before": found.title}
        for name, value in _columns(given).items():
            setattr(found, name, value)
        found.save(update_fields=list(_columns(given)))
        searching.put([found])
        doing.detail |= {"after": found.title}


def end_act(
    found: Document, ended_on: date, ended_by: str, *, by: Viewer, at: datetime
) -> BasisUpdate | None:
    """Write that an act stands no more from a day, and open the duty to update what stood on it.

    The duty's time comes from QĐ 19/2014/QĐ-TTg art 4.4a. None when nothing in force stood on it.
    Raises ``NotAllowed``, ``EndNeedsSource``, ``EndBeforeStart``.
    """
    check_keeps_bases(by)
    if not ended_by.strip():
        raise refusals.EndNeedsSource()
    _check_days(found.effective_from, ended_on)
    due = update_due(ended_on)
    with act("act.end", Subject("document", found.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        found.effective_to, found.note = ended_on, ended_by.strip()
        found.save(update_fields=["effective_to", "note"])
        update = _opened(found, ended_on, due, by=by, at=at)
        doing.detail = {"ended_on": ended_on.isoformat(), "by": ended_by.strip(), "open": _open(update)}
    return update


def revive_act(found: Document, reason: str, *, by: Viewer, at: datetime) -> None:
    """Take back an end that was written wrongly; its open duty falls away.

    Raises ``NotAllowed``, ``EndNeedsSource``.
    """
    check_keeps_bases(by)
    if not reason.strip():
        raise refusals.EndNeedsSource()
    with act("act.revive", Subject("document", found.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        found.effective_to, found.note = None, reason.strip()
        found.save(update_fields=["effective_to", "note"])
        for update in found.basis_updates.filter(closed_on=None):
            _close(update, by=by, reason=reason.strip())
        doing.detail = {"reason": reason.strip()}


def settle_dependent(
    dependent: StandsOn, *, replacement: Document | None, reason: str, by: Viewer, at: datetime
) -> None:
    """Say what was done about one document: which one replaced it, or why it needs no change.

    The duty closes with its last document. Raises ``NotAllowed``, ``DependentNeedsAnswer``, ``AlreadySettled``.
    """
    check_keeps_bases(by)
    if replacement is None and not reason.strip():
        raise refusals.DependentNeedsAnswer()
    update = dependent.update
    subject = Subject("basis_update", update.uid)
    with act("basis.settle", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = StandsOn.objects.select_for_update().get(pk=dependent.pk)
        if held.outcome != StandsOn.Outcome.OPEN:
            raise refusals.AlreadySettled()
        held.outcome = StandsOn.Outcome.REPLACED if replacement else StandsOn.Outcome.WAIVED
        held.replacement, held.reason = replacement, reason.strip()
        held.settled_on, held.settled_by = by.on, by.official
        held.save()
        doing.detail = {"document": str(held.document.uid), "outcome": held.outcome, "reason": held.reason}
        if not update.dependents.filter(outcome=StandsOn.Outcome.OPEN).exists():
            _close(update, by=by)


def _columns(given: Act) -> dict[str, object]:
    number, _slash, symbol = given.number.strip().partition("/")
    return {
        "type": given.kind.strip()[:10],
        "number": number.strip(),
        "symbol": symbol.strip(),
        "subject": given.subject.strip(),
        "issuer_name": given.issuer.strip(),
        "issued_on": given.issued_on,
        "effective_from": given.effective_from,
    }


def _check_days(start: date | None, end: date | None) -> None:
    if start is not None and end is not None and end <= start:
        raise refusals.EndBeforeStart()


def _opened(found: Document, ended_on: date, due: Due, *, by: Viewer, at: datetime) -> BasisUpdate | None:
    """A duty for what still stands: of papers replaced before the act ended nobody has to do anything."""
    for earlier in found.basis_updates.filter(closed_on=None):
        _close(earlier, by=by)
    waiting = _still_standing(found, ended_on)
    if not waiting:
        return None
    update = BasisUpdate.objects.create(
        unit=by.unit,
        act=found,
        ended_on=ended_on,
        due_on=due.on,
        law=due.law,
        opened_at=at,
    )
    StandsOn.objects.bulk_create(StandsOn(update=update, document=one) for one in waiting)
    subject = Subject("basis_update", update.uid)
    clocks.start(subject, unit=by.unit, opened_on=by.on, due_on=update.due_on, role=Role.ISO_SECRETARY)
    return update


def _still_standing(found: Document, on: date) -> list[Document]:
    standing = list(standing_on(found))
    said = validities_of(standing, on)
    return [one for one in standing if said[one.pk].force not in (Force.ENDED, Force.VOID)]


def _close(update: BasisUpdate, *, by: Viewer, reason: str = "") -> None:
    update.closed_on, update.closed_by, update.reason = by.on, by.official, reason
    update.save(update_fields=["closed_on", "closed_by", "reason"])
    clocks.settle(Subject("basis_update", update.uid), on=by.on)


def _open(update: BasisUpdate | None) -> int:
    return update.dependents.count() if update else 0


def replacements_of(document: Document) -> list[Document]:
    """Later documents that say they supersede or amend this one: offered as the answer."""
    kinds = (Link.Kind.SUPERSEDES, Link.Kind.AMENDS, Link.Kind.REPEALS)
    links = Link.objects.filter(target=document, kind__in=kinds).select_related("document")
    return [link.document for link in links.order_by("-document__issued_on")]
