"""Dialogue in a complaint: announced in time, written down in enough copies; who stays away stops nothing."""

from __future__ import annotations

from datetime import date, datetime

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import Paper
from chuan.petitions.actions.solving.stepping import named, said, work
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals import NamesNoDocument
from chuan.petitions.refusals_solving import CopiesTooFew
from chuan.petitions.solving.cases import Case, case_of, data_of
from chuan.rules.petitions import check_notice, last_notice_day


def talk_notice(
    petition: Petition, held_on: date, place: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write that a dialogue was announced for a day, by a paper.

    Raises ``NoticeTooShort`` (155/2026/NĐ-CP: 05 days before), ``NamesNoDocument``, and as ``work`` does.
    """
    where, rests_on = said(place, "nơi đối thoại"), named(paper)
    if rests_on is None:
        raise NamesNoDocument()
    check_notice(on, held_on, case_of(petition, at=at).values)
    data = {"held_on": held_on.isoformat()}
    return work(petition, "talk_notice", on=on, paper=rests_on, text=where, data=data, by=by, at=at)


def talk(
    petition: Petition, text: str, *, on: date, copies: int, absent: bool, official: Official | None,
    paper: Paper | None, by: Viewer, at: datetime,
) -> PetitionEvent:  # fmt: skip
    """Write down a dialogue with its minutes, or that who complained stayed away without reason: the case goes on.

    A dialogue that was not announced in time is written down all the same, and remarked. Raises ``CopiesTooFew``,
    ``WordsMissing``, and as ``work`` does.
    """
    words, case = said(text, "diễn biến, kết quả đối thoại"), case_of(petition, at=at)
    least = case.values.get("complaint.dialogue.copies")
    if least is not None and not absent and copies < least.whole:
        raise CopiesTooFew(copies=copies, least=least.whole)
    data = {
        "copies": copies,
        "absent": "yes" if absent else "",
        "unannounced": "" if announced(case, on) else "yes",
    }
    told = {name: value for name, value in data.items() if value}
    return work(petition, "talk", on=on, paper=paper, official=official, text=words, data=told, by=by, at=at)


def announced(case: Case, held: date) -> bool:
    """Whether a dialogue on that day was announced in time, as far as the law asks for it."""
    last = last_notice_day(held, case.values)
    if last is None:
        return True
    notices = case.of("talk_notice")
    return any(data_of(one).get("held_on") == held.isoformat() and one.occurred_on <= last for one in notices)
