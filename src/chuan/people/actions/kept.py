"""What is kept about oneself, taken out with its identity numbers: for a reason, and the trail keeps it."""

from __future__ import annotations

from datetime import datetime

from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound, ReasonMissing
from chuan.trail.actions import act


def take_out(official: Official, reason: str, *, by: Viewer, at: datetime) -> None:
    """Keep in the trail that somebody took out what is kept about him with every identity number, and why.

    Only about himself: nobody takes out another's numbers. Raises ``NotFound``, ``ReasonMissing``.
    """
    if by.official is None or by.official.pk != official.pk:
        raise NotFound(thing=official.name)
    why = " ".join(reason.split())[:300]
    if not why:
        raise ReasonMissing()
    with act(
        "kept.take_out", Subject("official", official.uid), by=by, unit_uid=by.unit_uid, at=at, reason=why
    ):
        pass
