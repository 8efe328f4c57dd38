"""One reported step of a sending: its status, the step with moment, words and proof. Inside an act."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.documents.incoming.waiting import registry_of
from chuan.documents.models import Delivery, DeliveryStep
from chuan.documents.states import put_states
from chuan.files.models import Blob
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.practice import days_of_practice
from chuan.rules.lifecycles import DELIVERY

KIND = "delivery"
ANSWER_DAYS = "sending.answer_days"
_FOR_A_PERSON = ("refused", "failed", "recall_denied")
"""Statuses in which the registry clerk has to see to it."""


def locked(delivery: Delivery) -> Delivery:
    """The row as it stands now, locked until the act's transaction ends."""
    rows = Delivery.objects.select_for_update(of=("self",))
    return rows.select_related("document", "document__owner_unit").get(pk=delivery.pk)


def take(
    delivery: Delivery, verb: str, *, by: Official | None, at: datetime, said_at: datetime | None = None,
    note: str = "", proof: Blob | None = None,
) -> DeliveryStep:  # fmt: skip
    """Move a locked sending one step on. Raises ``WrongMove`` where the table does not allow the verb."""
    delivery.status = DELIVERY.next(delivery.status, verb)
    delivery.save(update_fields=["status"])
    step = _written(delivery, verb, by=by, at=at, said_at=said_at, note=note, proof=proof)
    put_states([delivery.document_id], at=at)
    _keep_task(delivery, at)
    return step


def keep(
    delivery: Delivery, verb: str, *, by: Official | None, at: datetime, said_at: datetime | None = None,
    note: str = "", proof: Blob | None = None,
) -> DeliveryStep:  # fmt: skip
    """Write down what was reported without moving: it came late, twice, or cannot be."""
    return _written(delivery, verb, by=by, at=at, said_at=said_at, note=note, proof=proof)


def settle_task(delivery: Delivery, at: datetime) -> None:
    """Nobody has to see to it any more."""
    clocks.settle(Subject(KIND, delivery.uid), on=_day(at))


def _written(
    delivery: Delivery, verb: str, *, by: Official | None, at: datetime, said_at: datetime | None, note: str,
    proof: Blob | None,
) -> DeliveryStep:  # fmt: skip
    return DeliveryStep.objects.create(
        delivery=delivery,
        seq=delivery.steps.count() + 1,
        verb=verb,
        after=delivery.status,
        said_at=said_at,
        note=note,
        proof=proof,
        by=by,
        recorded_at=at,
    )


def _keep_task(delivery: Delivery, at: datetime) -> None:
    """A refusal, a failure and a recall denied wait for the registry clerk; anything else ends that."""
    if delivery.status not in _FOR_A_PERSON:
        settle_task(delivery, at)
        return
    unit, on = delivery.document.owner_unit, _day(at)
    due = on + _days(days_of_practice(ANSWER_DAYS, unit, on))
    role = registry_of(unit, on)
    clocks.start(Subject(KIND, delivery.uid), unit=unit, opened_on=on, due_on=due, role=role)


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()


def _days(count: int) -> timedelta:
    return timedelta(days=count)
