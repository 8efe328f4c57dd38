"""What a result asks to be done, followed until it is; then the end of the case."""

from __future__ import annotations

from datetime import date, datetime

from chuan.people.models import Official
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer
from chuan.petitions import permissions
from chuan.petitions.actions.recording import Paper, check_day, step, trailed
from chuan.petitions.actions.solving.stepping import said, work
from chuan.petitions.events import add_event, standing_events
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals_solving import TaskDueEarly, TaskEnded, TasksOpen
from chuan.petitions.solving import tasks
from chuan.petitions.steps import status_after
from chuan.rules.petitions import Kind
from chuan.rules.refusals import NotFound


def execute(
    petition: Petition, text: str, official: Official, due_on: date, *, on: date, paper: Paper | None, by: Viewer,
    at: datetime,
) -> PetitionEvent:  # fmt: skip
    """Write what has to be done by the result, by whom, until when: it stands in his Việc của tôi.

    Nobody is given a task of a denunciation that is about him. Raises ``TaskDueEarly``, ``AboutHimself``,
    ``WordsMissing``, and as ``work`` does.
    """
    words = said(text, "việc phải làm")
    if due_on < on:
        raise TaskDueEarly(due=due_on, on=on)
    if petition.kind == Kind.DENUNCIATION:
        permissions.require_no_conflict(petition, official)
    data = {"due": due_on.isoformat()}
    return work(
        petition, "execute", on=on, paper=paper, official=official, text=words, data=data, by=by, at=at
    )


def complete(
    line: PetitionEvent, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write that a task was done: whoever is to do it, and whoever writes on the petition.

    Raises ``TaskEnded``, ``WordsMissing``, ``StepToCome``, ``NotFound``, ``NotAllowed``, ``WrongMove``.
    """
    if not tasks.seen_by(by).filter(pk=line.pk).exists():
        raise NotFound(thing="việc này")
    if not tasks.may_finish(by, line):
        require_role(by, *permissions.KEEPERS, *permissions.LEADERS)
    words = said(text, "kết quả làm")
    check_day(on, at)
    with step(line.petition, "execute", by=by, at=at) as doing:
        status_after(doing.petition.kind, doing.petition.status, "execute")
        _require_open(doing.petition, line)
        event = add_event(
            doing.petition, "execute", on=on, by=by, at=at, document=paper.number if paper else "",
            document_on=paper.on if paper else None, text=words, data={"of": str(line.uid)},
        )  # fmt: skip
        doing.detail = trailed(event)
    return event


def finish(petition: Petition, text: str, *, on: date, by: Viewer, at: datetime) -> PetitionEvent:
    """End the case and say where its file is kept. Raises ``TasksOpen``, ``WordsMissing``, and as ``work`` does."""
    words = said(text, "hồ sơ lưu ở đâu")
    left = tasks.open_in(standing_events(petition))
    if left:
        raise TasksOpen(count=len(left))
    return work(petition, "finish", on=on, text=words, by=by, at=at)


def _require_open(petition: Petition, line: PetitionEvent) -> None:
    if line.pk not in {one.line.pk for one in tasks.open_in(standing_events(petition))}:
        raise TaskEnded()
