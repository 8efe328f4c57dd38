"""The steps of a petition, in order, as every clock of it reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from chuan.rules.petitions.kinds import Kind
from chuan.rules.refusals.petitions import (
    NotAccepted,
    PetitionEnded,
    PetitionNotReceived,
    PetitionStepTooEarly,
    ResumedUnsuspended,
    StillSuspended,
    SuspendedTwice,
)
from chuan.rules.working_time import day_of, minute_of


class Step(StrEnum):
    """What can happen to a petition. ``withdrawn`` is a fact about the letter and ends nothing by itself."""

    RECEIVED = "received"
    TRANSFERRED = "transferred"
    CLASSIFIED = "classified"
    ASKED = "asked"
    REPLIED = "replied"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    GUIDED = "guided"
    RETURNED = "returned"
    KEPT = "kept"
    NOTIFIED = "notified"
    PROLONGED = "prolonged"
    SUSPENDED = "suspended"
    SENT = "sent"
    RESUMED = "resumed"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"
    STOPPED = "stopped"
    PUBLISHED = "published"


STEP_NAMES: Mapping[Step, str] = {
    Step.RECEIVED: "nhận đơn",
    Step.TRANSFERRED: "nơi khác chuyển đến",
    Step.CLASSIFIED: "phân loại xong",
    Step.ASKED: "yêu cầu bổ sung thông tin",
    Step.REPLIED: "trả lời sau khi tiếp",
    Step.ACCEPTED: "thụ lý",
    Step.REFUSED: "không thụ lý, nêu lý do",
    Step.FORWARDED: "chuyển nơi có thẩm quyền",
    Step.GUIDED: "hướng dẫn",
    Step.RETURNED: "trả lại",
    Step.KEPT: "lưu đơn",
    Step.NOTIFIED: "báo việc thụ lý",
    Step.PROLONGED: "gia hạn",
    Step.SUSPENDED: "tạm đình chỉ",
    Step.SENT: "gửi quyết định tạm đình chỉ, đình chỉ",
    Step.RESUMED: "tiếp tục giải quyết",
    Step.WITHDRAWN: "rút đơn",
    Step.SETTLED: "có kết quả giải quyết",
    Step.STOPPED: "đình chỉ",
    Step.PUBLISHED: "công khai kết quả",
}

ANSWERS = frozenset(
    {Step.ACCEPTED, Step.REFUSED, Step.FORWARDED, Step.GUIDED, Step.RETURNED, Step.KEPT, Step.SETTLED}
)
"""The steps that say what becomes of a letter."""

_LAST = frozenset({*ANSWERS - {Step.ACCEPTED}, Step.STOPPED})
_AFTER_LAST = frozenset({Step.PUBLISHED, Step.WITHDRAWN, Step.REPLIED, Step.SENT})
_OF_SOLVING = frozenset({Step.NOTIFIED, Step.PROLONGED, Step.SUSPENDED, Step.RESUMED, Step.STOPPED})
_ACCEPTED_FIRST = frozenset({Kind.COMPLAINT, Kind.DENUNCIATION})


@dataclass(frozen=True, slots=True)
class Happening:
    """One step; ``days`` is the length of a prolongation."""

    at: datetime
    step: Step
    days: int = 0

    @property
    def on(self) -> date:
        """The local day of the step."""
        return day_of(minute_of(self.at))


@dataclass
class _Place:
    """Where the petition is while its story is told."""

    received: Happening
    of_solving: frozenset[Step]
    accepted: bool = False
    suspended: Happening | None = None
    ended: Happening | None = None


def in_order(kind: Kind, happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """The steps by time, those of one minute as given, the receipt first in its minute.

    Raises a `Refused` for a story that cannot be: nothing received, a step before the receipt or after the
    end, a step of solving without acceptance, a second suspension, a resuming of nothing, a result while
    suspended. Feedback and suggestions are answered without acceptance.
    """
    told = sorted(happenings, key=lambda one: (minute_of(one.at), one.step is not Step.RECEIVED))
    received = next((one for one in told if one.step is Step.RECEIVED), None)
    if received is None:
        raise PetitionNotReceived
    place = _Place(received, _OF_SOLVING | {Step.SETTLED} if kind in _ACCEPTED_FIRST else _OF_SOLVING)
    for one in told:
        _follow(one, place)
    return tuple(told)


def _follow(one: Happening, place: _Place) -> None:
    if minute_of(one.at) < minute_of(place.received.at):
        raise PetitionStepTooEarly(step=STEP_NAMES[one.step], on=one.on, received=place.received.on)
    if place.ended and one.step not in _AFTER_LAST:
        raise PetitionEnded(step=STEP_NAMES[one.step], on=one.on, ended=place.ended.on)
    if one.step in place.of_solving and not place.accepted:
        raise NotAccepted(step=STEP_NAMES[one.step], on=one.on)
    _suspend(one, place)
    place.accepted = place.accepted or one.step is Step.ACCEPTED
    place.ended = one if one.step in _LAST else place.ended


def _suspend(one: Happening, place: _Place) -> None:
    since = place.suspended
    if one.step is Step.SUSPENDED:
        if since:
            raise SuspendedTwice(since=since.on)
        place.suspended = one
    elif one.step is Step.RESUMED:
        if not since:
            raise ResumedUnsuspended(on=one.on)
        place.suspended = None
    elif one.step is Step.SETTLED and since:
        raise StillSuspended(since=since.on)
