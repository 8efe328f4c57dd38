"""Answers for controlled documents to rooms that only know their subject: which there are, which were revised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from chuan.documents.controlled.standing import shown
from chuan.documents.models import ControlledDocument, Revision
from chuan.offers import revisions
from chuan.offers.revisions import Controlled, Revised
from chuan.offers.subjects import Subject
from chuan.people.models import Unit

KIND = "controlled"


def listed(unit: Unit, on: date) -> Sequence[Controlled]:
    """Those of the unit that are in use on the day; one statement."""
    rows = ControlledDocument.objects.filter(unit=unit).exclude(retired_on__lte=on).order_by("code")
    return [Controlled(Subject(KIND, one.uid), str(one)) for one in rows]


def since(documents: Iterable[Subject], day: date, on: date) -> Mapping[Subject, Revised]:
    """The latest revision of each in force on ``on`` that began on ``day`` or later; one statement."""
    uids = [one.uid for one in documents if one.kind == KIND]
    rows = Revision.objects.in_force(on).filter(controlled__uid__in=uids, effective_from__gte=day)
    return {
        Subject(KIND, one.controlled.uid): Revised(shown(one.number), one.effective_from)
        for one in rows.select_related("controlled").order_by("effective_from")
        if one.effective_from is not None
    }


def offer() -> None:
    """Offer it; called when the programme starts."""
    revisions.offer(listed, since)
