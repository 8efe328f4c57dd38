"""Taking a document in and reading it; reading it again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.documents import layout, searching
from chuan.documents.doubting import with_doubts
from chuan.documents.models import Document, Question, Reading
from chuan.documents.permissions import check_owner, check_reads_in
from chuan.documents.projecting import columns_of, project, resolve_waiting, write_links, write_recipients
from chuan.documents.secrecy import is_marked_secret
from chuan.documents.states import put_states
from chuan.exchange import scans
from chuan.exchange.extracted import Extracted
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.law.lexicons import reader_lexicon
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules import decision_text, refusals
from chuan.rules.decision_text.types import DecisionReading
from chuan.trail import actions as trail


@dataclass(frozen=True)
class Read:
    """A file brought to text and read, before anything is stored."""

    data: bytes
    name: str
    media_type: str
    text: str
    layout: str
    reading: DecisionReading


def receive(data: bytes, name: str, *, by: Viewer, at: datetime) -> Reading:
    """Take a decision in and read it: a Document, its first Reading and the questions to answer.

    The reader works before the transaction (spine.md §3). Raises ``StateSecret`` (nothing is
    stored), ``DuplicateDocument``, ``NotADecision``, and whatever the file is refused for.
    """
    check_reads_in(by)
    refuse_same_bytes(data, unit=by.unit)
    return receive_read(read_file(data, name), by=by, at=at)


def receive_read(read: Read, *, by: Viewer, at: datetime) -> Reading:
    """Take in what ``read_file`` has read: a scan takes longer to read than an act may last. Raises as ``receive``."""
    check_reads_in(by)
    _refuse_other_papers(read.reading)
    document = Document(unit=by.unit, owner_unit=by.unit, recorded_at=at, recorded_by=by.official)
    blob = files.keep(read.data, media_type=read.media_type)
    with trail.act(
        "document.receive", Subject("document", document.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as act:
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        refuse_same_bytes(read.data, unit=by.unit)
        _refuse_same_number(read.reading, unit=by.unit)
        _store_document(document, read, blob)
        reading = _store_reading(document, read, blob, at=at)
        searching.put([document])
        start_clock(reading, on=by.on)
        put_states([document.pk], at=at)
        act.detail = _told(read, blob, reading)
    return reading


def read_again(
    document: Document,
    *,
    by: Viewer,
    at: datetime,
    reason: str,
    data: bytes | None = None,
    name: str = "",
    read: Read | None = None,
) -> Reading:
    """Read the document anew as a further version, by today's reader or from a better file.

    A version still waiting is replaced; a confirmed one stands until the new one is confirmed. ``read`` is what
    ``read_file`` has read already of the bytes.
    Raises ``ReasonMissing`` and whatever the file is refused for.
    """
    check_reads_in(by)
    check_owner(by, document)
    if not reason.strip():
        raise refusals.ReasonMissing(act="đọc lại")
    if data is not None:
        refuse_same_bytes(data, unit=by.unit)
    read = read or read_file(data or original_bytes(document), name or document.file_name)
    blob = files.keep(read.data, media_type=read.media_type)
    with trail.act(
        "reading.again", Subject("document", document.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as act:
        Document.objects.select_for_update().get(pk=document.pk)
        document.readings.filter(status=Reading.Status.PROPOSED).update(status=Reading.Status.REPLACED)
        reading = _store_reading(document, read, blob, at=at, reason=reason.strip())
        if not document.readings.filter(status=Reading.Status.CONFIRMED).exists():
            project(document, read.reading)
        else:
            searching.put([document])
        start_clock(reading, on=by.on)
        put_states([document.pk], at=at)
        act.detail = _told(read, blob, reading) | {"reason": reason.strip()}
    return reading


def read_file(data: bytes, name: str) -> Read:
    """Bring a file to text and read it. A paper marked as a state secret is refused before it is read."""
    return read_paper(data, name, scans.extract(data, name=name))


def read_paper(data: bytes, name: str, paper: Extracted) -> Read:
    """Read a decision in a paper brought to text. Raises ``StateSecret``."""
    if is_marked_secret(paper.text):
        raise refusals.StateSecret()
    reading = decision_text.read_decision(paper.text, lexicon=reader_lexicon())
    reading = with_doubts(layout.with_boxes(reading, paper), paper)
    return Read(data, name, paper.media_type, paper.text, layout.packed(paper), reading)


def original_bytes(document: Document | Reading) -> bytes:
    """The file as it came in. Raises ``NotFound`` without a file, ``FileUnreadable`` when it is damaged or gone."""
    if document.blob is None:
        raise refusals.NotFound(thing="tệp gốc")
    try:
        return files.read(document.blob)
    except OSError:
        raise refusals.FileUnreadable(name=document.file_name) from None


def refuse_same_bytes(data: bytes, *, unit: Unit) -> None:
    """Raises ``DuplicateDocument`` when the unit holds this very file."""
    digest = hashlib.sha256(data).hexdigest()
    held = (
        Reading.objects.filter(blob__digest=digest, document__owner_unit=unit)
        .select_related("document")
        .first()
    )
    if held is not None:
        _refuse_twice(held.document)


def confirm_by(unit: Unit, on: date) -> date:
    """The day by which a reading received on ``on`` is confirmed: practice or the unit's own, in calendar days."""
    return on + timedelta(days=days_of_practice("reading.confirm_days", unit, on))


def start_clock(reading: Reading, *, on: date) -> None:
    """The office clerk has until ``confirm_by`` to confirm the reading."""
    unit = reading.document.owner_unit
    due_on = confirm_by(unit, on)
    for earlier in reading.document.readings.exclude(pk=reading.pk):
        clocks.settle(Subject("reading", earlier.uid), on=on)
    clocks.start(
        Subject("reading", reading.uid), unit=unit, opened_on=on, due_on=due_on, role=Role.OFFICE_CLERK.value
    )


def _refuse_other_papers(reading: DecisionReading) -> None:
    if not decision_text.is_decision(reading):
        kind = reading.type.value.lower() if reading.type else ""
        raise refusals.NotADecision(type=kind) if kind and kind != "quyết định" else refusals.NotADecision()


def _refuse_same_number(reading: DecisionReading, *, unit: Unit) -> None:
    columns = columns_of(reading)
    if not columns["number"] or columns["issued_on"] is None:
        return
    same = {name: columns[name] for name in ("number", "symbol", "type", "issued_on")}
    if held := Document.objects.filter(owner_unit=unit, **same).first():
        _refuse_twice(held)


def _refuse_twice(held: Document) -> None:
    on = timezone.localtime(held.recorded_at).date()
    refused = refusals.DuplicateDocument(document=held.title, on=on)
    refused.add_note(str(held.uid))  # the page makes it a link
    raise refused


def _store_document(document: Document, read: Read, blob: Blob) -> None:
    for name, value in columns_of(read.reading).items():
        setattr(document, name, value)
    document.blob, document.file_name, document.state = blob, read.name[:255], Document.State.READ
    document.save()
    write_links(document, read.reading)
    write_recipients(document, read.reading)
    resolve_waiting(document)


def _store_reading(document: Document, read: Read, blob: Blob, *, at: datetime, reason: str = "") -> Reading:
    text = decision_text.dump(read.reading)
    reading = Reading.objects.create(
        document=document,
        blob=blob,
        file_name=read.name[:255],
        text=read.text,
        layout=read.layout,
        proposed=text,
        result=text,
        reason=reason,
        reader_version=str(decision_text.READER_VERSION),
        recorded_at=at,
        version=next_version(document),
    )
    Question.objects.bulk_create(
        Question(
            reading=reading,
            code=one.code[:40],
            key=one.key[:80],
            text=one.text,
            about=one.about[:20],
            span_start=one.span.start,
            span_end=one.span.end,
            choices=json.dumps(one.choices, ensure_ascii=False),
        )
        for one in read.reading.questions
    )
    return reading


def next_version(document: Document) -> int:
    """One more than the highest version of the document's readings."""
    return 1 + max(document.readings.values_list("version", flat=True), default=0)


def _told(read: Read, blob: Blob, reading: Reading) -> dict[str, object]:
    return {
        "file": read.name,
        "sha256": blob.digest,
        "reading": str(reading.uid),
        "version": reading.version,
        "reader": reading.reader_version,
        "objectives": sum(not one.parent for one in read.reading.objectives),
        "questions": len(read.reading.questions),
        "from_picture": any(one.code in ("number_seen", "date_seen") for one in read.reading.questions),
    }
