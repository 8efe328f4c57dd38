"""What this room checks about itself: a petition against its last state, its clock, and what it must not hold."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from chuan.petitions.judging import COLUMNS
from chuan.petitions.models import Petition, PetitionState, Sender
from chuan.petitions.permissions import SECRET_KINDS

SHOWN = 50
"""How many petitions are named one by one."""


def standing_agrees() -> Iterator[str]:
    """A sentence for each petition that is not its last state, and for each that keeps a sender it may not."""
    for code in _codes(_unlike_state()):
        yield _("Đơn %(code)s: khác với lần ghi nhận sau cùng của nó.") % {"code": code}
    standing = Count("history", filter=Q(history__until_at__isnull=True))
    for code in _codes(Petition.objects.annotate(standing=standing).exclude(standing=1)):
        yield _("Đơn %(code)s: không có đúng một lần ghi nhận đang dùng.") % {"code": code}
    for code in _codes(Petition.objects.filter(_keeps_sender())):
        yield _("Đơn %(code)s: có tên người gửi ở nơi không được giữ.") % {"code": code}


def _codes(rows: QuerySet[Petition]) -> list[str]:
    return list(rows.order_by("code").values_list("code", flat=True)[:SHOWN])


def _keeps_sender() -> Q:
    secret = Sender.objects.filter(petition__kind__in=SECRET_KINDS)
    return Q(pk__in=secret.values("petition_id"))


def _unlike_state() -> QuerySet[Petition]:
    """Petitions of which some column is not that of the state that stands."""
    alike = PetitionState.objects.filter(_same_columns(), until_at__isnull=True, petition=OuterRef("pk"))
    found = Petition.objects.annotate(same=Subquery(alike.values("pk")[:1]))
    return found.filter(same__isnull=True, states__gt=0)


def _same_columns() -> Q:
    same = Q()
    for name in COLUMNS:
        equal = Q(**{name: OuterRef(name)})
        if PetitionState._meta.get_field(name).null:
            equal |= Q(**{f"{name}__isnull": True}) & Q(**{f"petition__{name}__isnull": True})
        same &= equal
    return same
