"""What a person reports of a sending: sent, not sent, withdrawn, asked back, answered; and what an official opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from chuan.documents.actions.outgoing.stepping import given
from chuan.documents.actions.sending import stepping
from chuan.documents.actions.sending.queueing import REGISTER
from chuan.documents.models import Delivery
from chuan.documents.permissions import check_owner, check_registers
from chuan.documents.refusals_sending import NotHisDelivery, SentInFuture
from chuan.intake.record_systems import require_kept
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import DELIVERY
from chuan.trail.actions import act

BY_HAND = ("01", "02", "03", "06", "15", "16")
"""What a clerk may write down himself of a sending on paper or by mail: told by telephone, by a receipt."""
_NEEDS_WORDS = ("02", "16")


def mark_sent(deliveries: Sequence[Delivery], sent_at: datetime, *, by: Viewer, at: datetime) -> int:
    """A person has sent them himself at that moment; returns how many.

    Raises ``SentInFuture``, ``WrongMove``, ``FollowedElsewhere``, ``NotAllowed``.
    """
    check_registers(by)
    if sent_at > at:
        raise SentInFuture(day=timezone.localtime(sent_at).date())
    for one in deliveries:
        _report(one, "send", "delivery.send", by=by, at=at, said_at=sent_at)
    return len(deliveries)


def mark_failed(delivery: Delivery, reason: str, *, by: Viewer, at: datetime) -> None:
    """It did not go through, and why. Raises ``ReasonMissing``, ``WrongMove``, ``NotAllowed``."""
    _report(delivery, "fail", "delivery.fail", by=by, at=at, note=given(reason, "ghi gửi không được"))


def withdraw(delivery: Delivery, reason: str, *, by: Viewer, at: datetime) -> None:
    """It will not be sent. Raises ``ReasonMissing``, ``WrongMove`` once it has left, ``NotAllowed``."""
    _report(delivery, "withdraw", "delivery.withdraw", by=by, at=at, note=given(reason, "rút lượt gửi"))


def ask_back(delivery: Delivery, reason: str, *, by: Viewer, at: datetime) -> None:
    """Ask the receiver to give the document back (code 13). Raises ``ReasonMissing``, ``WrongMove``, ``NotAllowed``."""
    _report(delivery, "13", "delivery.ask_back", by=by, at=at, note=given(reason, "xin lấy lại"))


def report(
    delivery: Delivery,
    code: str,
    note: str = "",
    *,
    by: Viewer,
    at: datetime,
    said_at: datetime | None = None,
) -> None:
    """What the receiver has told the clerk by other means. Raises ``WrongMove``, ``ReasonMissing``, ``NotAllowed``."""
    if code not in BY_HAND:
        raise KeyError(code)
    said = given(note, str(DELIVERY.verbs[code])) if code in _NEEDS_WORDS else note.strip()
    if said_at is not None and said_at > at:
        raise SentInFuture(day=timezone.localtime(said_at).date())
    _report(delivery, code, "delivery.report", by=by, at=at, note=said, said_at=said_at)


def see_to(delivery: Delivery, note: str, *, by: Viewer, at: datetime) -> None:
    """What was done about a refusal or a failure; the task ends. Raises ``ReasonMissing``, ``WrongMove``."""
    said = given(note, "ghi cách xử lý")
    check_registers(by)
    check_owner(by, delivery.document)
    with act("delivery.see_to", _subject(delivery), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = stepping.locked(delivery)
        stepping.take(held, "note", by=by.official, at=at, note=said)
        stepping.settle_task(held, at)
        doing.detail = {"reason": said}


def open_inside(delivery: Delivery, *, by: Viewer, at: datetime) -> None:
    """The official opens what was sent to him: written once. Raises ``NotHisDelivery``."""
    if by.official is None or delivery.official_id != by.official.pk or delivery.way != Delivery.Way.INSIDE:
        raise NotHisDelivery()
    if delivery.status != "arrived":
        return
    with act("delivery.open", _subject(delivery), by=by, unit_uid=by.unit_uid, at=at):
        held = stepping.locked(delivery)
        if held.status == "arrived":
            stepping.take(held, "03", by=by.official, at=at, said_at=at)


def _report(
    delivery: Delivery, verb: str, said: str, *, by: Viewer, at: datetime, note: str = "",
    said_at: datetime | None = None,
) -> None:  # fmt: skip
    check_registers(by)
    check_owner(by, delivery.document)
    require_kept(delivery.document.owner_unit, REGISTER, by.on, fact="send")
    with act(said, _subject(delivery), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = stepping.locked(delivery)
        stepping.take(held, verb, by=by.official, at=at, said_at=said_at, note=note)
        doing.detail = {"code": verb, "to": held.to} | ({"reason": note} if note else {})


def _subject(delivery: Delivery) -> Subject:
    return Subject(stepping.KIND, delivery.uid)
