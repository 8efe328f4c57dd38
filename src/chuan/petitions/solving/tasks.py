"""What a decision or conclusion asks somebody to do: lines of the petition, each with a clock of its own.

A task is a line ``execute`` with the day it has to be done by; done is a later line that names it. Its clock stands in
Việc của tôi of whoever is to do it, who need not be able to open the petition: he sees the task alone.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.clocks.models import Clock
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.models import Official
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.events import data_of, standing, standing_events
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.permissions import may_record

KIND = "petition_task"
CLOCK = "execute"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done: its line, by when, and the line that says it was done."""

    line: PetitionEvent
    due_on: date
    done: PetitionEvent | None = None

    @property
    def done_on(self) -> date | None:
        """The day it was done."""
        return self.done.occurred_on if self.done else None

    @property
    def late(self) -> bool:
        """Whether it was done after its day."""
        return self.done is not None and self.done.occurred_on > self.due_on


def tasks_in(lines: Iterable[PetitionEvent]) -> list[Task]:
    """The tasks among a petition's standing lines, in the order they were set."""
    told = [(one, data_of(one)) for one in lines if one.verb == "execute"]
    done = {data["of"]: one for one, data in told if "of" in data}
    return [
        Task(one, date.fromisoformat(data["due"]), done.get(str(one.uid)))
        for one, data in told
        if "due" in data
    ]


def open_in(lines: Iterable[PetitionEvent]) -> list[Task]:
    """Those not done yet."""
    return [one for one in tasks_in(lines) if one.done is None]


def keep_clocks(petition: Petition, *, on: date) -> None:
    """Make the clocks of a petition's tasks agree with its lines: inside an act, after a line was written or voided."""
    every = PetitionEvent.objects.filter(petition=petition, verb="execute").select_related("official")
    standing_tasks = {one.line.uid: one for one in tasks_in(standing_events(petition))}
    for line in every:
        task = standing_tasks.get(line.uid)
        if task is None or task.done is not None:
            clocks.settle(
                Subject(KIND, line.uid), on=task.done_on if task and task.done_on else on, kind=CLOCK
            )
        else:
            _start(petition, task)


def _start(petition: Petition, task: Task) -> None:
    """Whose it is stays as it is once the clock runs: an official who hands over passes it on by name."""
    subject = Subject(KIND, task.line.uid)
    kept = Clock.objects.filter(subject_kind=KIND, subject_uid=subject.uid, kind=CLOCK).first()
    clocks.start(
        subject, unit=petition.owner_unit, opened_on=task.line.occurred_on, due_on=task.due_on, kind=CLOCK,
        official=kept.owner_official if kept else task.line.official, role=kept.owner_role if kept else "",
    )  # fmt: skip


def take_from(petition: Petition, official: Official) -> None:
    """His open tasks of a petition that is about him wait for whoever keeps the register. Inside an act."""
    for task in open_in(standing_events(petition)):
        kept = owner_of(task.line)
        if kept is not None and kept.pk == official.pk:
            clocks.start(
                Subject(KIND, task.line.uid), unit=petition.owner_unit, opened_on=task.line.occurred_on,
                due_on=task.due_on, kind=CLOCK, role=Role.PETITION_CLERK,
            )  # fmt: skip


def owner_of(line: PetitionEvent) -> Official | None:
    """Who is to do it now."""
    kept = Clock.objects.filter(subject_kind=KIND, subject_uid=line.uid, kind=CLOCK).select_related(
        "owner_official"
    )
    found = kept.first()
    return found.owner_official if found else line.official


def seen_by(viewer: Viewer) -> QuerySet[PetitionEvent]:
    """Lines of tasks that the viewer may open: of petitions he sees, and those he is to do himself."""
    seen = Petition.objects.seen_by(viewer)
    ours = Q(petition__owner_unit_id__in=viewer.unit_ids)
    mine = Q(pk__in=())
    if viewer.official is not None:
        running = Clock.objects.filter(subject_kind=KIND, kind=CLOCK, owner_official=viewer.official)
        mine = Q(uid__in=running.values("subject_uid"))
    lines = standing(PetitionEvent.objects.filter(verb="execute", data__contains='"due":'))
    return lines.filter(ours & (mine | Q(petition__in=seen))).select_related(
        "petition__owner_unit", "official"
    )


def clocks_seen_by(viewer: Viewer, *, done: bool | None = None) -> QuerySet[Clock]:
    """Clocks of the tasks the viewer may open, due first; only open ones, or only done ones, where asked."""
    found = Clock.objects.seen_by(viewer).filter(subject_kind=KIND, kind=CLOCK)
    found = found.filter(subject_uid__in=seen_by(viewer).values("uid")).select_related("owner_official")
    if done is not None:
        found = found.filter(settled_on__isnull=not done)
    return found.order_by("-settled_on" if done else "lawful_due_on", "pk")


def may_finish(viewer: Viewer, line: PetitionEvent) -> bool:
    """Who tells a task done: whoever is to do it, and whoever writes on the petition. Asked of a task he sees."""
    if line.petition.owner_unit_id != viewer.unit.pk:
        return False
    owner = owner_of(line)
    mine = viewer.official is not None and owner is not None and owner.pk == viewer.official.pk
    return mine or may_record(viewer, line.petition)


def address_of(uid: uuid.UUID) -> str:
    """Where a task is shown."""
    return f"/don-thu/thuc-hien/{uid}/"


def described(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Tasks that the viewer may open, by the petition's code; never what the petition says."""
    rows = list(seen_by(viewer).filter(uid__in=list(uids)))
    done = set(
        Clock.objects.filter(subject_kind=KIND, subject_uid__in=[one.uid for one in rows], settled_on__isnull=False)
        .values_list("subject_uid", flat=True)
    )  # fmt: skip
    return {
        one.uid: Described(
            Subject(KIND, one.uid),
            _("Thực hiện kết quả giải quyết đơn %s") % one.petition.code,
            address_of(one.uid),
            verb=_("Ghi đã làm xong"),
            icon="chat-left-text",
            settled=one.uid in done,
        )
        for one in rows
    }


def register() -> None:
    """Offer the kind; called when the programme starts."""
    subjects.register(KIND, described)
