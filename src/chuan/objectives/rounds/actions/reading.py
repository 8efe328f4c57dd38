"""The issued Decision read as the plan of its year, with the answers known from the year before."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.actions import read_again
from chuan.documents.actions.answering import answer
from chuan.documents.actions.receiving import original_bytes, read_file
from chuan.documents.models import Document, Reading
from chuan.objectives.models import Round
from chuan.objectives.rounds import refusals
from chuan.objectives.rounds.answers import known_answers
from chuan.objectives.rounds.permissions import require_runner
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

READABLE = ("issued",)
"""A Decision promises once it is issued."""


def is_readable(document: Document | None) -> bool:
    """Whether the Decision is issued and its signed file is here."""
    return document is not None and document.stage in READABLE and document.blob_id is not None


def read_as_plan(round_: Round, *, by: Viewer, at: datetime) -> Reading:
    """Read the issued Decision and put in the answers given to the same questions of the year before.

    Nothing is confirmed: a person looks at the reading and confirms it, which makes the plan. A reading that waits is
    given back as it is. Raises ``NotIssuedYet``, and what reading refuses.
    """
    require_runner(by, round_.owner_unit_id)
    document = round_.document
    if document is None or not is_readable(document):
        raise refusals.NotIssuedYet(year=str(round_.year))
    waiting = document.readings.exclude(status=Reading.Status.REPLACED).order_by("-version").first()
    if waiting is not None:
        return waiting
    read = read_file(original_bytes(document), document.file_name or f"quyet-dinh-{round_.year}.pdf")
    reason = f"Đọc thành kế hoạch mục tiêu năm {round_.year}"
    reading = read_again(document, by=by, at=at, reason=reason, read=read)
    known = list(known_answers(round_, reading, by, by.on))
    for one in known:
        answer(one.question, one.choice, one.data, by=by, at=at)
    with act("next_year.read", Subject("next_year", round_.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        doing.detail = {"reading": str(reading.uid), "answers": len(known)}
    return reading
