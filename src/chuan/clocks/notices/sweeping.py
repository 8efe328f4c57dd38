"""What was told of things settled long ago is forgotten: it proves nothing, the trail and the things themselves do."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.clocks.notices.models import NoticeLetter, NoticeTold
from chuan.law.notices import keeping

AT_ONCE = 2000
"""Rows in one look: the rest goes with the next."""


def sweep(*, at: datetime) -> int:
    """Forget what is older than the period of practice, of things that are settled; how many rows went.

    While a thing runs its rows stay, however old: they are why it is not told again.
    """
    before = at - keeping(timezone.localtime(at).date())
    old = NoticeTold.objects.filter(told_at__lt=before, clock__settled_on__isnull=False)
    keys = list(old.order_by("told_at").values_list("pk", flat=True)[:AT_ONCE])
    if not keys:
        return 0
    gone, _kinds = NoticeTold.objects.filter(pk__in=keys).delete()
    NoticeLetter.objects.filter(made_at__lt=before, put_at__isnull=False, lines=None).delete()
    return gone
