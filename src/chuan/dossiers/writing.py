"""Writing what was worked out: dossiers, the states they begin, the states that end, clocks. Inside an act."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from chuan.clocks import actions as clocks
from chuan.dossiers.handing import answering
from chuan.dossiers.judging import COLUMNS
from chuan.dossiers.merging import local_day
from chuan.dossiers.models import IN_WORK, DossierState, HandlerName
from chuan.dossiers.putting import begin_states, put_dossiers
from chuan.dossiers.working import Change
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.people.roles import Role

KIND = "dossier"
BATCH = 1000
LISTED = 500
"""How many rows one statement names."""
_KEPT = ("uid", "unit", "owner_unit", "code", "explained", "cause")
"""What an existing dossier keeps: what it is, and what people added to it."""
_NAMES = (*_KEPT, "law_snapshot", "procedure", "limit", "handler", "folded", "states", *COLUMNS)
_standing = attrgetter(*COLUMNS)


@dataclass
class Writing:
    """What an import, a withdrawal or a new calendar changes, ready to be written once.

    ``moved``: dossiers in work that got another day lateness is judged by.
    """

    unit: Unit
    why: str
    at: datetime
    import_uid: uuid.UUID | None
    changes: Sequence[Change]
    new_names: Mapping[str, str]

    @property
    def moved(self) -> int:
        """How many dossiers in work got another due day."""
        return sum(one.due_moved and in_work(one) for one in self.changes)

    def __call__(self) -> None:
        """Write it, some hundreds of rows a statement."""
        HandlerName.objects.bulk_create(
            (HandlerName(unit=self.unit, name=name, folded=key) for key, name in self.new_names.items()),
            ignore_conflicts=True,
            batch_size=BATCH,
        )
        officials = answering(self.unit, self._handlers())
        for start in range(0, len(self.changes), BATCH):
            self._write(self.changes[start : start + BATCH], officials)

    def _handlers(self) -> set[int]:
        return {one.handler_id for one in self.changes if one.handler_id is not None}

    def _write(self, some: Sequence[Change], officials: Mapping[int, Official]) -> None:
        uids = {one.code: one.known.uid if one.known else new_uid() for one in some}
        put_dossiers((self._row(one, uids[one.code]) for one in some), _NAMES, kept=_KEPT)
        ended = [one.known.pk for one in some if one.known is not None and one.state]
        for start in range(0, len(ended), LISTED):
            standing = DossierState.objects.filter(until_at__isnull=True)
            standing.filter(dossier_id__in=ended[start : start + LISTED]).update(until_at=self.at)
        self._begin([one for one in some if one.state])
        clocks.keep_all(self._clocks(some, uids, officials), unit=self.unit)

    def _begin(self, begun: Sequence[Change]) -> None:
        """New states, by the unit that the dossier came in with: it may be one that merged since."""
        by_unit: dict[int, list[str]] = defaultdict(list)
        for one in begun:
            by_unit[one.known.unit_id if one.known else self.unit.pk].append(one.code)
        for unit_id, every in by_unit.items():
            for start in range(0, len(every), LISTED):
                codes = every[start : start + LISTED]
                begin_states(unit_id, codes, at=self.at, why=self.why, import_uid=self.import_uid)

    def _row(self, one: Change, uid: uuid.UUID) -> tuple[Any, ...]:
        """The dossier's values in the order of `_NAMES`."""
        known = one.known
        units = (known.unit_id, known.owner_unit_id) if known else (self.unit.pk, self.unit.pk)
        return (
            uid, *units, one.code, False, "",
            one.snapshot, one.procedure_id, one.limit_id, one.handler_id, one.folded,
            (known.states if known else 0) + one.state, *_standing(one.standing),
        )  # fmt: skip

    def _clocks(
        self, some: Sequence[Change], uids: Mapping[str, uuid.UUID], officials: Mapping[int, Official]
    ) -> Iterator[clocks.Reckoned]:
        on = local_day(self.at)
        for one in some:
            if one.known is not None or in_work(one):  # what was over before it came in never had a clock
                yield clock_of(one, uids[one.code], officials.get(one.handler_id or 0), on=on)


def in_work(one: Change) -> bool:
    """Whether the dossier waits for this unit to solve it."""
    now = one.standing
    return now.present and not now.elsewhere and now.settled_on is None and now.status in IN_WORK


def clock_of(one: Change, uid: uuid.UUID, official: Official | None, *, on: date) -> clocks.Reckoned:
    """The clock that belongs to a dossier; one that is over ends on the day it was settled, else on ``on``.

    Whose it is: the handler whom a person has confirmed, else whoever sits at the one-stop counter.
    """
    now = one.standing
    running = in_work(one) and now.received_on is not None
    opened = now.received_on or on
    waiting = now.status == "waiting"
    return clocks.Reckoned(
        Subject(KIND, uid),
        opened_on=opened,
        due_on=now.judged_due_on,
        first_promise_on=now.promised_first_on,
        appointment_on=one.appointment,
        holder="citizen" if waiting else "office",
        waiting=waiting,
        settled_on=None if running else (now.settled_on or on),
        official=official,
        role="" if official else Role.ONE_STOP_CLERK,
    )
