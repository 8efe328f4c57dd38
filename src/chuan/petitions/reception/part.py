"""What this part puts on a petition's page: how it came, and the reply that is owed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.viewer import Viewer
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition, ReceptionEntry
from chuan.petitions.permissions import may_record
from chuan.petitions.reception.waiting import waits
from chuan.petitions.showing.parts import Card, Link
from chuan.rules.petitions import Channel


class ReceptionPart:
    """Of petitions that came at a reception; of others nothing."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterator[Link]:
        """The reply, while it is owed."""
        owed = petition.reply_due_on is not None and not petition.reply_outcome
        if petition.channel == Channel.RECEPTION and owed and may_record(viewer, petition):
            yield Link(
                _("Trả lời sau khi tiếp"), reverse("petitions:reception_reply", args=[petition.uid]), 20
            )

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterator[Card]:
        """When it was brought, to whom, and the days of the reply."""
        if petition.channel != Channel.RECEPTION:
            return
        entries = ReceptionEntry.objects.seen_by(viewer).standing().filter(petition=petition)
        context = {
            "entries": list(entries.select_related("receiver").order_by("number")),
            "waits": waits(petition, bench_of(petition.owner_unit), on),
        }
        yield Card("petitions/reception/card.html", context, order=60)
