"""Taking hold of a reading inside an act, and writing it back."""

from __future__ import annotations

from chuan.documents.models import Reading
from chuan.documents.projecting import project
from chuan.rules import decision_text, refusals
from chuan.rules.decision_text.types import DecisionReading


def locked(reading: Reading) -> Reading:
    """The reading as it is now, held until the transaction ends. Raises ``ReadingAlreadyConfirmed``."""
    found = Reading.objects.select_for_update().get(pk=reading.pk)
    if found.status != Reading.Status.PROPOSED:
        raise refusals.ReadingAlreadyConfirmed()
    return found


def store(reading: Reading, result: DecisionReading) -> None:
    """Write the person's reading, and on the document too while no version of it is confirmed."""
    text = decision_text.dump(result)
    if text == reading.result:
        return
    reading.result = text
    reading.save(update_fields=["result"])
    document = reading.document
    if not document.readings.filter(status=Reading.Status.CONFIRMED).exists():
        project(document, result)
