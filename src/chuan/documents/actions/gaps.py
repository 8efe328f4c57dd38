"""A gap in numbers is explained: the number was spoilt, kept back, is secret; the reason stays beside it."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError

from chuan.documents.models import VoidNumber
from chuan.documents.permissions import check_registers
from chuan.documents.refusals_signatures import GapExplained, NoSuchGap
from chuan.documents.watching import FOLLOWED, runs_of
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import ReasonMissing
from chuan.trail.actions import act


def explain_gap(run: str, year: int, value: int, reason: str, *, by: Viewer, at: datetime) -> VoidNumber:
    """Say why nothing bears a number. Never a subject of a secret document: only that it is one.

    Raises ``NotAllowed``, ``ReasonMissing``, ``NoSuchGap``, ``GapExplained``.
    """
    check_registers(by)
    said = " ".join(reason.split())
    if not said:
        raise ReasonMissing(act="giải thích khoảng trống")
    found = next((one for one in runs_of(by, year) if one.key == run), None)
    gap = next((one for one in found.gaps if one.value == value), None) if found else None
    if gap is None:
        raise NoSuchGap(number=value)
    if gap.reason:
        raise GapExplained(number=value)
    subject = Subject("unit", by.unit.uid)
    with act(
        "gap.explain", subject, by=by, unit_uid=by.unit.uid, at=at, number=value, year=year, reason=said
    ):
        try:
            return VoidNumber.objects.create(
                unit=by.unit, series=f"{FOLLOWED}{run}"[:40], year=year, value=value, reason=said, by=by.official,
                recorded_at=at,
            )  # fmt: skip
        except IntegrityError:
            raise GapExplained(number=value) from None
