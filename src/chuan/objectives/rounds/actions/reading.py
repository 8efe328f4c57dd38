"""The issued Decision read as the plan of its year, with the answers known from the year before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from chuan.documents.actions import read_again
from chuan.documents.actions.answering import answer
from chuan.documents.actions.receiving import original_bytes, read_file
from chuan.documents.models import Document, Question, Reading
from chuan.documents.standing import choices_of, data_of
from chuan.objectives.models import Objective, Round
from chuan.objectives.rounds import refusals
from chuan.objectives.rounds.making import kept_rows, lines_of
from chuan.objectives.rounds.permissions import require_runner
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.next_year import ordinals
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
    known = known_answers(round_, reading)
    for question, given in known.items():
        answer(question, given.answer, data_of(given), by=by, at=at)
    with act("next_year.read", Subject("next_year", round_.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        doing.detail = {"reading": str(reading.uid), "answers": len(known)}
    return reading


def known_answers(round_: Round, reading: Reading) -> Mapping[Question, Question]:
    """Each new question that was asked of the same line before, in the same words of choice, with its answer then."""
    before = {
        (one.code, one.about): one
        for one in round_.plan.reading.questions.exclude(answer="").exclude(about="")
    }
    places = _places_before(round_)
    found = {}
    for question in reading.questions.filter(answered_at=None).exclude(about=""):
        given = before.get((question.code, places.get(question.about, "")))
        if given is not None and _offers(question, given):
            found[question] = given
    return found


def _offers(question: Question, given: Question) -> bool:
    """The choice of before is offered again; one that counts by groups put together by hand is asked anew."""
    offered = {value for value, _words in choices_of(question)} | {"later", "given"}
    return given.answer in offered and not data_of(given)


def _places_before(round_: Round) -> dict[str, str]:
    """By the place of a line now, the place it had in this year's plan."""
    lines = lines_of(round_)
    places = ordinals(kept_rows(lines))
    was = dict(Objective.objects.filter(plan=round_.plan).values_list("pk", "ordinal"))
    return {
        places[str(one.uid)]: was[one.objective_id]
        for one in lines
        if one.objective_id is not None and str(one.uid) in places
    }
