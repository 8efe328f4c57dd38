"""Putting a version before officials, and what they say: opened, confirmed. What they said stays for ever."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from chuan.clocks import actions as clocks
from chuan.documents import refusals_knowing as refusals
from chuan.documents.knowing import due_by, shown_of
from chuan.documents.models import Acknowledgement, Dissemination, Document, MustKnow
from chuan.documents.permissions import check_disseminates
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

BINDING = ("issued", "recalled")


@dataclass(frozen=True)
class Put:
    """What is put before whom: a subject, the words it is called by, the digest of the very version."""

    subject: Subject
    title: str
    digest: str


def disseminate(
    document: Document, officials: Iterable[Official], *, by: Viewer, at: datetime, due_on: date | None = None
) -> Dissemination:
    """Put the standing version of an issued document before officials, each with a day to confirm by.

    An earlier version of it has to be confirmed no more; the same version put again only adds people.
    Raises ``NotAllowed``, ``NobodyChosen``, ``NotIssuedYet``, ``NothingToShow``, ``DayBehind``.
    """
    check_disseminates(by)
    if document.stage not in BINDING:
        raise refusals.NotIssuedYet()
    shown = shown_of(document)
    if shown is None:
        raise refusals.NothingToShow()
    put = Put(Subject("document", document.uid), document.title, shown.digest)
    return put_before(put, officials, by=by, at=at, due_on=due_on)


def put_before(
    put: Put, officials: Iterable[Official], *, by: Viewer, at: datetime, due_on: date | None = None
) -> Dissemination:
    """The same for any subject (a revision of a controlled document). Raises as ``disseminate``."""
    check_disseminates(by)
    with act("knowing.disseminate", put.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        made = put_inside(put, officials, by=by, at=at, due_on=due_on)
        doing.detail = {"title": put.title, "digest": put.digest, "people": made.people.count()}
    return made


def put_inside(
    put: Put, officials: Iterable[Official], *, by: Viewer, at: datetime, due_on: date | None = None
) -> Dissemination:
    """The writing alone, for use inside another act (issuing, taking effect)."""
    people = list(officials)
    if not people:
        raise refusals.NobodyChosen()
    if due_on is not None and due_on < by.on:
        raise refusals.DayBehind(day=due_on, today=by.on)
    due = due_on or due_by(by.unit, by.on)
    made = _standing(put, due, by=by, at=at)
    known = set(made.people.values_list("official_id", flat=True))
    fresh = [one for one in people if one.pk not in known]
    rows = MustKnow.objects.bulk_create(
        MustKnow(dissemination=made, official=one, recorded_at=at) for one in fresh
    )
    clocks.start_all((_clock(row, made, by.on) for row in rows), unit=made.unit)
    return made


def open_to_read(must_know: MustKnow, *, by: Viewer, at: datetime) -> None:
    """The official opened it: written once, the first time. Raises ``NotAsked``."""
    _check_his(must_know, by)
    if must_know.said.filter(verb=Acknowledgement.OPENED).exists():
        return
    with act("knowing.open", Subject("must_know", must_know.uid), by=by, unit_uid=by.unit_uid, at=at):
        _say(must_know, Acknowledgement.OPENED, by=by, at=at)


def confirm_known(must_know: MustKnow, *, shown_at: datetime, digest: str, by: Viewer, at: datetime) -> None:
    """The official confirms that he knows the version that was shown to him. Twice is once.

    Raises ``NotAsked``, ``NotOpened``, ``VersionChanged``.
    """
    _check_his(must_know, by)
    if must_know.said.filter(verb=Acknowledgement.CONFIRMED).exists():
        return
    dissemination = must_know.dissemination
    if dissemination.ended_at is not None or digest != dissemination.version_digest:
        raise refusals.VersionChanged()
    if not must_know.said.filter(verb=Acknowledgement.OPENED).exists():
        raise refusals.NotOpened()
    with act(
        "knowing.confirm", Subject("must_know", must_know.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        _say(must_know, Acknowledgement.CONFIRMED, by=by, at=at, shown_at=shown_at)
        clocks.settle(Subject("must_know", must_know.uid), on=by.on)
        doing.detail = {"digest": digest}


def remind(dissemination: Dissemination, *, by: Viewer, at: datetime) -> int:
    """Remind everybody who has not confirmed; returns how many. Each sees it among his work. Raises ``NotAllowed``."""
    check_disseminates(by)
    subject = Subject("dissemination", dissemination.uid)
    with act("knowing.remind", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        waiting = list(MustKnow.objects.waiting().filter(dissemination=dissemination))
        for one in waiting:
            one.reminded_on, one.reminders = by.on, one.reminders + 1
        MustKnow.objects.bulk_update(waiting, ["reminded_on", "reminders"])
        doing.detail = {"people": len(waiting)}
    return len(waiting)


def release(must_know: MustKnow, reason: str, *, by: Viewer, at: datetime) -> None:
    """Somebody does not have to confirm after all (left the office, long leave). Raises ``ReasonNeeded``."""
    check_disseminates(by)
    if not reason.strip():
        raise refusals.ReasonNeeded()
    with act(
        "knowing.release", Subject("must_know", must_know.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        must_know.released_at, must_know.released_reason = at, reason.strip()
        must_know.save(update_fields=["released_at", "released_reason"])
        clocks.settle(Subject("must_know", must_know.uid), on=by.on)
        doing.detail = {"reason": reason.strip()}


def end(dissemination: Dissemination, reason: str, *, by: Viewer, at: datetime) -> None:
    """Nobody has to confirm it any more; what was confirmed stays. Raises ``ReasonNeeded``."""
    check_disseminates(by)
    if not reason.strip():
        raise refusals.ReasonNeeded()
    subject = Subject("dissemination", dissemination.uid)
    with act("knowing.end", subject, by=by, unit_uid=by.unit_uid, at=at, reason=reason.strip()):
        _end([dissemination], reason.strip(), on=by.on, at=at)


def end_inside(subject: Subject, reason: str, *, on: date, at: datetime) -> None:
    """Nobody has to confirm anything of a subject any more; for use inside another act (a revision that ends)."""
    of_subject = Dissemination.objects.filter(subject_kind=subject.kind, subject_uid=subject.uid)
    _end(list(of_subject.filter(ended_at=None)), reason, on=on, at=at)


def _standing(put: Put, due_on: date, *, by: Viewer, at: datetime) -> Dissemination:
    """The row of this version; earlier versions of the subject end."""
    of_subject = Dissemination.objects.filter(subject_kind=put.subject.kind, subject_uid=put.subject.uid)
    earlier = of_subject.filter(ended_at=None).exclude(version_digest=put.digest)
    _end(list(earlier), "Đã có bản mới", on=by.on, at=at)
    made, _new = of_subject.get_or_create(
        version_digest=put.digest,
        defaults={
            "subject_kind": put.subject.kind, "subject_uid": put.subject.uid, "unit": by.unit,
            "title": put.title[:400], "started_on": by.on, "due_on": due_on, "by": by.official, "recorded_at": at,
        },
    )  # fmt: skip
    return made


def _end(disseminations: list[Dissemination], reason: str, *, on: date, at: datetime) -> None:
    waiting = (
        MustKnow.objects.waiting().filter(dissemination__in=disseminations).values_list("uid", flat=True)
    )
    clocks.settle_all("must_know", list(waiting), on=on)
    Dissemination.objects.filter(pk__in=[one.pk for one in disseminations]).update(ended_at=at, reason=reason)


def _clock(row: MustKnow, made: Dissemination, on: date) -> clocks.Wanted:
    due = made.due_on or on
    return clocks.Wanted(
        Subject("must_know", row.uid), opened_on=on, due_on=max(due, on), official=row.official
    )


def _check_his(must_know: MustKnow, by: Viewer) -> None:
    if by.official is None or must_know.official_id != by.official.pk or must_know.released_at is not None:
        raise refusals.NotAsked()


def _say(
    must_know: MustKnow, verb: str, *, by: Viewer, at: datetime, shown_at: datetime | None = None
) -> None:
    seconds = max(0, int((at - shown_at).total_seconds())) if shown_at else None
    Acknowledgement.objects.create(
        must_know=must_know,
        verb=verb,
        version_digest=must_know.dissemination.version_digest,
        shown_at=shown_at,
        seconds=seconds,
        recorded_at=at,
        recorded_on=by.on,
    )
