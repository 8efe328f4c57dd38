"""Which files of the ward a letter received above may be about: by code, then by kind and nearness of days."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import gettext as _

from chuan.people.viewer import Viewer
from chuan.petitions.models import Escalation, Petition
from chuan.ui import formatters as say

MOST = 8
BEFORE, AFTER = timedelta(days=400), timedelta(days=30)


def suggested(row: Escalation, viewer: Viewer) -> list[tuple[str, str]]:
    """(uid, words) of at most eight files, the linked and the named one first; never who sent them."""
    seen = Petition.objects.seen_by(viewer).present_ones().filter(owner_unit=viewer.unit, repeat=False)
    named = Q(code=row.ward_code) | Q(outside_code=row.ward_code) if row.ward_code else Q(pk__in=())
    linked = Q(pk=row.petition_id) if row.petition_id else Q(pk__in=())
    near = Q(
        kind=row.kind, received_on__gte=row.received_on - BEFORE, received_on__lte=row.received_on + AFTER
    )
    order = Case(
        When(linked, then=Value(0)), When(named, then=Value(1)), default=Value(2), output_field=IntegerField()
    )
    rows = seen.filter(linked | named | near).annotate(nearness=order)
    return [(str(one.uid), _words(one)) for one in rows.order_by("nearness", "-received_on", "-pk")[:MOST]]


def _words(petition: Petition) -> str:
    """Kind, code, and the days that decide."""
    kind = str(petition.get_kind_display())
    told = [_("%(kind)s %(code)s") % {"kind": kind[0].upper() + kind[1:], "code": petition.code}]
    if petition.field:
        told.append(petition.field)
    if petition.received_on:
        told.append(_("nhận %s") % say.day(petition.received_on))
    if petition.settled_on:
        told.append(_("giải quyết xong %s") % say.day(petition.settled_on))
    elif petition.due_on:
        told.append(_("hạn %s") % say.day(petition.due_on))
    return ", ".join(told)
