"""Taking hold of a reading inside an act, and writing it back."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.models import Reading
from chuan.documents.projecting import project
from chuan.documents.states import put_states
from chuan.rules import decision_text, refusals
from chuan.rules.decision_text.types import DecisionReading
from chuan.rules.lifecycles import READING


def locked(reading: Reading, verb: str) -> Reading:
    """The reading as it is now, held until the transaction ends.

    Raises ``ReadingAlreadyConfirmed``, and ``WrongMove`` where its status does not allow the verb.
    """
    found = Reading.objects.select_for_update().get(pk=reading.pk)
    if found.status == Reading.Status.CONFIRMED:
        raise refusals.ReadingAlreadyConfirmed()
    READING.next(found.status, verb)
    return found


def store(reading: Reading, result: DecisionReading, *, at: datetime) -> None:
    """Write the person's reading, and on the document too while no version of it is confirmed."""
    text = decision_text.dump(result)
    if text == reading.result:
        return
    reading.result = text
    reading.save(update_fields=["result"])
    document = reading.document
    if not document.readings.filter(status=Reading.Status.CONFIRMED).exists():
        project(document, result)
        put_states([document.pk], at=at)
