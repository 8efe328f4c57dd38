"""How petitions are named in other rooms: by code and kind, never by what they say or who sent them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.petitions.lawful import counts_every_day
from chuan.petitions.models import Petition
from chuan.petitions.projecting import KIND
from chuan.rules.petitions import Kind
from chuan.rules.petitions.clocks import CLOCKS

_TITLES = {one.key: one.title for one in CLOCKS}


def register() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    subjects.register(KIND, petitions)


def address_of(uid: uuid.UUID) -> str:
    """Where a petition is shown."""
    return f"/don-thu/{uid}/"


def petitions(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Petitions that the viewer may open, by code and kind; the grey line says which deadline is next."""
    rows = Petition.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {row.uid: _described(row) for row in rows}


def _described(row: Petition) -> Described:
    kind = row.get_kind_display()
    return Described(
        Subject(KIND, row.uid),
        _("%(kind)s %(code)s") % {"kind": kind[0].upper() + kind[1:], "code": row.code},
        address_of(row.uid),
        note=_grey_line(row),
        verb=_("Mở đơn"),
        icon="chat-left-text",
        settled=row.settled_on is not None,
        every_day=counts_every_day(row, row.next_clock),
    )


def _grey_line(row: Petition) -> str:
    if row.kind == Kind.MIXED and row.status == "received":
        return _("chờ tách theo từng loại")
    return _TITLES.get(row.next_clock, "")
