"""Confirming a reading, and opening it again with a reason."""

from __future__ import annotations

from datetime import datetime

from chuan.clocks import actions as clocks
from chuan.documents.actions.locking import locked
from chuan.documents.actions.receiving import next_version, start_clock
from chuan.documents.models import Document, Question, Reading
from chuan.documents.permissions import check_confirms, check_owner, check_reads_in
from chuan.documents.projecting import project
from chuan.documents.standing import mark_of, result_of
from chuan.documents.states import put_states
from chuan.offers import confirmed
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.lifecycles import READING
from chuan.trail import actions as trail


def confirm(reading: Reading, *, by: Viewer, at: datetime, reason: str = "", seen: str = "") -> str:
    """Confirm what was read; returns the address to show next ("" when no room above has one).

    Consequences (the year's plan) run in the same transaction: a reading is never confirmed
    without them. ``reason`` defaults to that of the version. Raises ``ReadingNotComplete``,
    ``ReadingAlreadyConfirmed``, ``ReadingChangedMeanwhile``, and what a consequence refuses.
    """
    check_confirms(by)
    check_owner(by, reading.document)
    unit_uid = reading.document.owner_unit.uid
    with trail.act(
        "reading.confirm", Subject("reading", reading.uid), by=by, unit_uid=unit_uid, at=at
    ) as act:
        held = locked(reading, "confirm")
        questions = list(held.questions.all())
        if seen and seen != mark_of(held, questions):
            raise refusals.ReadingChangedMeanwhile()
        if left := sum(one.answered_at is None for one in questions):
            raise refusals.ReadingNotComplete(questions_left=left)
        _close(held, by=by, at=at)
        put_states([held.document_id], at=at)
        clocks.settle(Subject("reading", held.uid), on=by.on)
        said = reason.strip() or held.reason
        act.detail = {
            "version": held.version,
            "answers": {one.key: one.answer for one in questions},
            "reason": said,
        }
        address = confirmed.run(held.uid, by=by, at=at, reason=said)
    reading.refresh_from_db()
    return address


def reopen(reading: Reading, reason: str, *, by: Viewer, at: datetime) -> Reading:
    """A further version that begins with a confirmed reading's values and answers, to be edited.

    The confirmed one stands until the new one is confirmed. Raises ``ReasonMissing``,
    ``ReadingWaits``, and ``WrongMove`` for a version that is not the confirmed one.
    """
    check_reads_in(by)
    check_owner(by, reading.document)
    READING.next(reading.status, "reopen")
    if not reason.strip():
        raise refusals.ReasonMissing(act="sửa bản đọc đã xác nhận")
    document = reading.document
    with trail.act(
        "reading.reopen", Subject("reading", reading.uid), by=by, unit_uid=document.owner_unit.uid, at=at
    ) as act:
        Document.objects.select_for_update().get(pk=document.pk)
        if document.readings.filter(status=Reading.Status.PROPOSED).exists():
            raise refusals.ReadingWaits()
        fresh = _copied(reading, reason.strip(), at=at)
        start_clock(fresh, on=by.on)
        act.detail = {"reason": reason.strip(), "reading": str(fresh.uid), "version": fresh.version}
    return fresh


def _close(reading: Reading, *, by: Viewer, at: datetime) -> None:
    document = reading.document
    document.readings.filter(status=Reading.Status.CONFIRMED).update(status=Reading.Status.REPLACED)
    reading.status, reading.confirmed_by = Reading.Status.CONFIRMED, by.official
    reading.confirmed_at, reading.confirmed_on = at, by.on
    reading.save(update_fields=["status", "confirmed_by", "confirmed_at", "confirmed_on"])
    document.state = Document.State.CONFIRMED
    if reading.blob_id:
        document.blob = reading.blob
    project(document, result_of(reading))


def _copied(reading: Reading, reason: str, *, at: datetime) -> Reading:
    fresh = Reading.objects.create(
        document=reading.document,
        blob=reading.blob,
        file_name=reading.file_name,
        text=reading.text,
        layout=reading.layout,
        reason=reason,
        reader_version=reading.reader_version,
        proposed=reading.proposed,
        result=reading.result,
        version=next_version(reading.document),
        recorded_at=at,
    )
    kept = (
        "code",
        "key",
        "span_start",
        "span_end",
        "text",
        "choices",
        "about",
        "answer",
        "answer_data",
        "answered_by_id",
        "answered_at",
    )
    Question.objects.bulk_create(
        Question(reading=fresh, **{name: getattr(one, name) for name in kept})
        for one in reading.questions.all()
    )
    return fresh
