"""The facts that measures count: what was asked back had arrived all the same."""

from __future__ import annotations

from datetime import datetime

import pytest

from chuan.documents.models import Delivery, DeliveryStep, Document, DocumentState
from chuan.documents.states import put_states
from tests.people import Ward

ARRIVED, NEVER, ASKED = ["sent", "arrived", "recall_asked"], ["recalled"], ["sent", "recall_asked"]


@pytest.mark.parametrize(
    ("steps", "circulated"),
    [
        (ARRIVED, "proof"),
        ([*ARRIVED, "recalled"], "proof"),
        ([*ARRIVED, "recall_denied"], "proof"),
        (ASKED, "sent"),
        (NEVER, "none"),
        (["sent", "refused"], "none"),
        ([], "none"),
    ],
)
def test_a_sending_counts_by_the_best_it_came_to(
    ward: Ward, now: datetime, steps: list[str], circulated: str
) -> None:
    document = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="TB", issued_on=now.date(), recorded_at=now
    )
    sending = Delivery.objects.create(
        document=document,
        way="edxml",
        to="UBND thị xã",
        status=steps[-1] if steps else "queued",
        queued_at=now,
    )
    for seq, after in enumerate(steps, start=1):
        DeliveryStep.objects.create(delivery=sending, seq=seq, verb="x", after=after, recorded_at=now)
    put_states([document.pk], at=now)
    assert DocumentState.objects.get(document=document, until_at=None).circulated == circulated


def test_a_fact_that_did_not_change_writes_no_state(ward: Ward, now: datetime) -> None:
    document = Document.objects.create(unit=ward.unit, owner_unit=ward.unit, type="TB", recorded_at=now)
    assert put_states([document.pk], at=now) == 1
    assert put_states([document.pk], at=now) == 0
    assert DocumentState.objects.filter(document=document).count() == 1
