"""What this room checks about itself: what stands is the highest version whose import was not withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from chuan.intake.models import Import, OutsideRow, StandingRow


def standing_rows() -> Iterator[str]:
    """A sentence for each row that stands wrongly, and for each that should stand and does not."""
    yield from (
        _("%(code)s: dòng đang tính không phải lần nhập sau cùng còn hiệu lực") % {"code": code}
        for code in _wrong()
    )
    yield from (
        _("%(code)s: có lần nhập còn hiệu lực mà dòng không được tính") % {"code": code} for code in _absent()
    )


_COUNTS = Q(brought_by__status=Import.Status.COMMITTED)


def _later() -> Exists:
    """A later version of the same row whose import counts."""
    return Exists(
        OutsideRow.objects.filter(
            _COUNTS,
            unit=OuterRef("unit"),
            register=OuterRef("register"),
            source=OuterRef("source"),
            outside_code=OuterRef("outside_code"),
            version__gt=OuterRef("version"),
        )
    )


def _wrong() -> Iterator[str]:
    good = OutsideRow.objects.filter(_COUNTS, ~Q(fields=""), ~_later(), pk=OuterRef("row"))
    rows = StandingRow.objects.exclude(Exists(good))
    return rows.order_by("pk").values_list("outside_code", flat=True).iterator()


def _absent() -> Iterator[str]:
    stands = StandingRow.objects.filter(row=OuterRef("pk"))
    rows = OutsideRow.objects.filter(_COUNTS, ~Q(fields=""), ~_later(), ~Exists(stands))
    return rows.order_by("pk").values_list("outside_code", flat=True).iterator()
