"""How the trail names a ticket and a certificate."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.models import Certificate, SigningTicket
from chuan.offers.subjects import Described, Subject, register
from chuan.people.viewer import Viewer

Found = Mapping[uuid.UUID, Described]


def tickets(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Tickets of the viewer's units; only their official can open the page."""
    rows = SigningTicket.objects.filter(uid__in=list(uids), unit_id__in=viewer.unit_ids).select_related(
        "official"
    )
    return {
        one.uid: Described(
            subject=Subject("signing_ticket", one.uid),
            label=_("Lần ký số của %s") % one.official.name,
            address=reverse("documents:ticket", args=[one.uid]),
            note=str(one.get_role_display()),
            verb=_("Xem"),
        )
        for one in rows
    }


def certificates(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Certificates that the viewer's units wrote down."""
    rows = Certificate.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            subject=Subject("certificate", one.uid),
            label=_("Chứng thư số: %s") % one.subject,
            address=reverse("documents:certificates"),
            verb=_("Xem"),
        )
        for one in rows
    }


def register_all() -> None:
    """Offer the two kinds."""
    register("signing_ticket", tickets)
    register("certificate", certificates)
