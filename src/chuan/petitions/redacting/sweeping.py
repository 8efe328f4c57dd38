"""Nothing of a letter stays longer than it may: swept at start, every few minutes, and by the doctor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.files import sealing
from chuan.offers.examinations import Examination, Finding, Looking, fine, look, offer
from chuan.petitions.actions.public.deciding import forget_set_aside
from chuan.petitions.actions.redacted import let_go_of_withdrawn
from chuan.petitions.actions.redacting import expire
from chuan.petitions.models import WorkingCopy
from chuan.petitions.public.gate import forget_days

EVERY = 600
"""Seconds between two sweeps of ``chuan serve``."""


def sweep(*, at: datetime) -> int:
    """Destroy scans whose hours are over, bytes of withdrawn copies, what killed uploads left. How many.

    Counts of the public page go with their day, words of posts set aside after their time.
    """
    forget_days(timezone.localtime(at).date())
    forget_set_aside(at=at)
    overdue = WorkingCopy.objects.filter(expires_at__lte=at).select_related("petition__owner_unit")
    expired = sum(expire(one, at=at) for one in overdue)
    return expired + let_go_of_withdrawn(at=at) + sealing.sweep(at=at)


def offer_examination() -> None:
    """Offer it; called once when the programme starts."""
    offer(Examination("petitions.scans", gettext_lazy("Bản chụp đơn đang che"), 190, examine, mend=mend))


def examine(looking: Looking) -> Iterator[Finding]:
    """Scans that should be destroyed by now, and half uploads that nobody kept."""
    overdue = WorkingCopy.objects.filter(expires_at__lte=looking.at).count()
    left = sealing.left_over(at=looking.at)
    mend_by = _("Chạy chuan doctor --fix, hoặc để chuan serve chạy: nó tự hủy trong mười phút.")
    if overdue:
        yield look(_("%d bản chụp đơn đã hết giờ giữ mà chưa hủy.") % overdue, mend_by)
    if left:
        yield look(_("%d tệp niêm phong nạp dở còn sót lại.") % left, mend_by)
    if not (overdue or left):
        yield fine(_("Không bản chụp đơn nào quá giờ giữ."))


def mend() -> str:
    """Sweep now."""
    # nosemgrep: clock-below-the-door - the doctor gives no moment to what mends
    done = sweep(at=timezone.now())
    return _("Đã hủy %d bản chụp, tệp niêm phong hết giờ hoặc sót lại.") % done
