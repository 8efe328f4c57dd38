"""The steps of a dossier as registers tell them, turned into a clock's events by the rule in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from chuan.rules.deadlines.types import AGENCY, CITIZEN, COUNTER, OFFICE, CaseEvent, Remark, Verb
from chuan.rules.refusals.clocks import (
    AppointmentNotLater,
    CameBackUnsent,
    ReceiptMissing,
    ReceivedTooOften,
    StepAfterEnd,
    StepBeforeReceipt,
    SuppliedUnasked,
)
from chuan.rules.working_time import VIETNAM, minute_of


class Step(StrEnum):
    """What can happen to a dossier."""

    RECEIVED = "received"
    ASKED = "asked"
    SUPPLIED = "supplied"
    SENT_OUT = "sent_out"
    CAME_BACK = "came_back"
    PROLONGED = "prolonged"
    APOLOGISED = "apologised"
    WITHDRAWN = "withdrawn"
    FINISHED = "finished"


STEP_NAMES = {
    Step.RECEIVED: "tiếp nhận",
    Step.ASKED: "yêu cầu bổ sung",
    Step.SUPPLIED: "bổ sung",
    Step.SENT_OUT: "chuyển cơ quan khác",
    Step.CAME_BACK: "cơ quan khác trả lại",
    Step.PROLONGED: "gia hạn",
    Step.APOLOGISED: "xin lỗi và hẹn lại",
    Step.WITHDRAWN: "rút hồ sơ",
    Step.FINISHED: "giải quyết xong",
}


class Supplement(StrEnum):
    """What happens to the count when the papers asked for have come in."""

    RESTART = "restart"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Happening:
    """One step of a dossier; ``amount`` of a prolongation, ``until`` the day newly promised."""

    at: datetime
    step: Step
    amount: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The steps in order of time, the events they make, and what to remark."""

    happenings: tuple[Happening, ...]
    events: tuple[CaseEvent, ...]
    remarks: tuple[Remark, ...]

    @property
    def asks(self) -> int:
        """How many times papers were asked for."""
        return sum(one.step is Step.ASKED for one in self.happenings)


@dataclass
class _Place:
    """Where the dossier is while the story is told."""

    supplement: Supplement
    competent_start: bool
    two_receipts: bool
    home: str = ""
    waiting: bool = False
    out: bool = False
    receipts: int = 0
    asks: int = 0
    ended: datetime | None = None
    events: list[CaseEvent] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def holder(self) -> str:
        return CITIZEN if self.waiting else AGENCY if self.out else self.home

    def take(self, at: datetime, verb: Verb = Verb.TAKE) -> None:
        self.events.append(CaseEvent(at, verb, self.holder))

    def remark(self, code: str, text: str) -> None:
        self.remarks.append(Remark(code, text))


def tell(happenings: Iterable[Happening], *, supplement: Supplement, competent_start: bool) -> Story:
    """The clock's events. ``supplement``: restart or pause, by the rule in force; ``competent_start``: a
    second receipt is that of the competent body, where the clock starts (else it changes nothing).

    Raises a `Refused` for a story that cannot be: a step before receipt or after the end, papers supplied
    unasked, a return without sending, a new date that is not later.
    """
    told = tuple(sorted(happenings, key=lambda one: minute_of(one.at)))
    receipts = [one for one in told if one.step is Step.RECEIVED]
    if not receipts:
        raise ReceiptMissing
    if told[0].step is not Step.RECEIVED and minute_of(told[0].at) < minute_of(receipts[0].at):
        raise StepBeforeReceipt(
            step=STEP_NAMES[told[0].step], on=_said(told[0].at), received=_said(receipts[0].at)
        )
    place = _Place(supplement, competent_start, len(receipts) > 1)
    told = tuple(sorted(told, key=lambda one: (minute_of(one.at), one is not receipts[0])))
    for one in told:
        if place.ended is not None:
            raise StepAfterEnd(step=STEP_NAMES[one.step], on=_said(one.at), ended=_said(place.ended))
        _TELLERS[one.step](one, place)
    return Story(told, tuple(place.events), tuple(place.remarks))


def _said(at: datetime) -> str:
    return at.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M")


def _received(one: Happening, place: _Place) -> None:
    place.receipts += 1
    if place.receipts > 2:
        raise ReceivedTooOften(on=_said(one.at))
    if place.receipts == 2 and not place.competent_start:
        place.remark(
            "second_receipt", "Theo quy định áp dụng, hạn tính từ lần tiếp nhận đầu; lần sau không đổi hạn."
        )
        return
    first_of_two = place.two_receipts and place.competent_start and place.receipts == 1
    place.home = COUNTER if first_of_two else OFFICE
    place.take(one.at)


def _asked(one: Happening, place: _Place) -> None:
    place.asks += 1
    if place.asks > 1:
        place.remark(
            "asked_again", f"Yêu cầu bổ sung lần thứ {place.asks}: chỉ được yêu cầu một lần, đầy đủ."
        )
    place.waiting = True
    place.take(one.at)


def _supplied(one: Happening, place: _Place) -> None:
    if not place.waiting:
        raise SuppliedUnasked(on=_said(one.at))
    place.waiting = False
    begins = place.supplement is Supplement.RESTART and place.home == OFFICE
    place.take(one.at, Verb.RESTART if begins else Verb.TAKE)


def _sent_out(one: Happening, place: _Place) -> None:
    place.out = True
    place.take(one.at)


def _came_back(one: Happening, place: _Place) -> None:
    if not place.out:
        raise CameBackUnsent(on=_said(one.at))
    place.out = False
    place.take(one.at)


def _prolonged(one: Happening, place: _Place) -> None:
    place.events.append(CaseEvent(one.at, Verb.GRANT, amount=one.amount))


def _apologised(one: Happening, place: _Place) -> None:
    on = one.at.astimezone(VIETNAM).date()
    if one.until is None or one.until <= on:
        raise AppointmentNotLater(appointed=one.until or on, on=on)
    place.events.append(CaseEvent(one.at, Verb.REAPPOINT, until=one.until))


def _ended(one: Happening, place: _Place) -> None:
    if place.waiting and one.step is Step.FINISHED:
        words = "Hồ sơ giải quyết xong khi còn chờ bổ sung: kiểm lại xem đã ghi lần bổ sung chưa."
        place.remark("finished_waiting", words)
    place.ended = one.at
    place.events.append(CaseEvent(one.at, Verb.END))


_TELLERS = {
    Step.RECEIVED: _received,
    Step.ASKED: _asked,
    Step.SUPPLIED: _supplied,
    Step.SENT_OUT: _sent_out,
    Step.CAME_BACK: _came_back,
    Step.PROLONGED: _prolonged,
    Step.APOLOGISED: _apologised,
    Step.WITHDRAWN: _ended,
    Step.FINISHED: _ended,
}
