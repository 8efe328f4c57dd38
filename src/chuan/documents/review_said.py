"""What documents tell the management review: acts that ended (9.3.2 b), time and signatures (c3), what is known (d)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Q

from chuan.documents.models import BasisUpdate, ControlledDocument, Document, Revision
from chuan.documents.models.controlled import PROMULGATED
from chuan.offers import review_inputs
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.rules.types import Period
from chuan.rules.wording import said
from chuan.ui.measured import days_so_far, measured_said

ROOM = "Văn bản"
BASES, CONTROLLED = "/van-ban/can-cu/", "/tai-lieu/"


def changes(asked: Asked) -> Sequence[Said]:
    """Acts of the register of bases that ended, duties to update, and controlled documents issued anew."""
    days = days_so_far(asked)
    return [_acts(asked, days), _revised(asked, days)] if days else []


def services(asked: Asked) -> Sequence[Said]:
    """Incoming documents done by their day, outgoing ones signed, circulated."""
    return measured_said(
        asked,
        [
            ("documents.incoming_on_time", "/van-ban/theo-doi/"),
            ("documents.signed", "/van-ban/theo-doi/"),
            ("documents.circulated", "/van-ban/theo-doi/"),
        ],
    )


def awareness(asked: Asked) -> Sequence[Said]:
    """What had to be known and was confirmed (9.3.2 d: people)."""
    return measured_said(asked, [("documents.acknowledged", "/van-ban/nam-vung/")])


def _acts(asked: Asked, days: Period) -> Said:
    """Two statements."""
    held = Document.objects.filter(owner_unit=asked.unit, direction=Document.Direction.EXTERNAL).count()
    if not held:
        return Said(
            "Sổ căn cứ chưa có văn bản nào, nên chưa biết căn cứ nào đã đổi trong kỳ.", BASES, short=True
        )
    within = Q(ended_on__gte=days.start, ended_on__lt=days.end)
    found = BasisUpdate.objects.filter(unit=asked.unit).aggregate(
        ended=Count("pk", filter=within),
        open=Count("pk", filter=within & _still(asked)),
        late=Count("pk", filter=within & _still(asked) & Q(due_on__lt=asked.on)),
    )
    if not found["ended"]:
        return Said(
            f"Không căn cứ nào trong {said(held)} văn bản của sổ căn cứ được ghi là hết hiệu lực, {said(days)}.",
            BASES,
        )
    return Said(
        f"{said(found['ended'])} căn cứ hết hiệu lực, {said(days)}; {said(found['open'])} việc cập nhật chưa xong, "
        f"trong đó {said(found['late'])} quá hạn.",
        BASES,
    )


def _still(asked: Asked) -> Q:
    """Not closed by the day."""
    return Q(closed_on__isnull=True) | Q(closed_on__gt=asked.on)


def _revised(asked: Asked, days: Period) -> Said:
    """Revisions that came into force; two statements."""
    held = ControlledDocument.objects.filter(unit=asked.unit, retired_on=None).count()
    if not held:
        return Said("Chưa có tài liệu kiểm soát nào trên Chuẩn.", CONTROLLED, short=True)
    rows = Revision.objects.filter(
        controlled__unit=asked.unit, status__in=PROMULGATED, effective_from__gte=days.start,
        effective_from__lt=days.end,
    )  # fmt: skip
    return Said(
        f"{said(held)} tài liệu kiểm soát; {said(rows.count())} lần ban hành có hiệu lực, {said(days)}.",
        CONTROLLED,
    )


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.CHANGES, ROOM, changes)
    review_inputs.offer(Letter.PROCESSES, ROOM, services)
    review_inputs.offer(Letter.RESOURCES, ROOM, awareness)
