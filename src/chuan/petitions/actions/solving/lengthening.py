"""How hard a case is, by a signed determination, and a longer period for it: the papers first."""

from __future__ import annotations

from datetime import date, datetime

from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import Paper, record, step, trailed
from chuan.petitions.actions.solving.stepping import named, require_possible, require_signs, said, tidy
from chuan.petitions.events import add_event
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals import NamesNoDocument
from chuan.petitions.refusals_solving import CriteriaNone, DeterminedAlready, ProlongedFirst
from chuan.petitions.solving.cases import Case, case_of, data_of, noon_of
from chuan.petitions.solving.words import COMPLEXITY_NAMES
from chuan.rules.petitions import Complexity, Kind, Prolongation, complexity_of, entered_late
from chuan.rules.petitions import prolong as prolonged
from chuan.rules.refusals.petitions import NotAccepted, ProlongedUnsigned


def determine(
    petition: Petition, met: int, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write the signed determination of how hard the case is, by the criteria it names.

    124/2020/NĐ-CP, Điều 3a (complaints); 31/2019/NĐ-CP, Điều 3 (denunciations). It moves no day by itself. Raises
    ``NamesNoDocument``, ``NotAccepted``, ``CriteriaNone``, ``CriteriaTooMany``, ``DeterminedAlready``,
    ``WordsMissing``, ``StepToCome``, ``PetitionStepTooEarly``, ``NotAllowed``.
    """
    require_signs(by, petition)
    rests_on, words, case = named(paper), said(text, "vụ việc có tiêu chí nào"), case_of(petition, at=at)
    if rests_on is None:
        raise NamesNoDocument()
    _require_running(case, "xác định mức độ phức tạp", on)
    found = complexity_of(Kind(petition.kind), met, case.values)
    if found is Complexity.PLAIN:
        raise CriteriaNone()
    _require_other(case, found)
    require_possible(case, "determine", on, at=at)
    data = {"complexity": found.value, "met": met}
    return record(petition, "determine", on=on, paper=rests_on, text=words, data=data, by=by, at=at)


def prolong(
    petition: Petition, days: int, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write a lawful prolongation: it moves the lawful due day, and no day told to the citizen.

    ``on``: the day it was signed, before the period ran out; entered later it is taken and remarked. Raises what
    ``rules.petitions.prolong`` says, ``ProlongedFirst``, ``NotAccepted``, ``WrongMove``, ``StepToCome``,
    ``NotAllowed``.
    """
    require_signs(by, petition)
    rests_on = named(paper)
    if rests_on is None:
        raise ProlongedUnsigned()
    with step(petition, "prolong", by=by, at=at) as doing:
        # What was prolonged before is read under the lock: of two entered at once the second is one too many.
        case = case_of(doing.petition, at=at)
        _require_running(case, "gia hạn", on)
        require_possible(case, "prolong", on, at=at, days=days)
        data = _checked(case, days, on, rests_on)
        event = add_event(
            doing.petition, "prolong", on=on, by=by, at=at, days=days, document=rests_on.number,
            document_on=rests_on.on, text=tidy(text), data=data,
        )  # fmt: skip
        doing.detail = trailed(event)
    return event


def _checked(case: Case, days: int, on: date, paper: Paper) -> dict[str, str] | None:
    """What a late entry remarks. Raises what the rules say."""
    clock = case.solving
    assert clock is not None
    determined = case.last("determine")
    if determined is not None and on < determined.occurred_on:
        raise ProlongedFirst(signed=on, determined=determined.occurred_on)
    asked = Prolongation(paper.number, noon_of(on), days)
    made = prolonged(clock, case.facts, case.values, len(case.of("prolong")), asked)
    late = entered_late(made, clock.reading.lawful_due_on, case.today)
    return {"late": "yes"} if late else None


def _require_running(case: Case, step: str, on: date) -> None:
    if case.solving is None:
        raise NotAccepted(step=step, on=on)


def _require_other(case: Case, found: Complexity) -> None:
    last = case.last("determine")
    if last is not None and data_of(last)["complexity"] == found:
        raise DeterminedAlready(words=str(COMPLEXITY_NAMES[found]), document=last.document)
