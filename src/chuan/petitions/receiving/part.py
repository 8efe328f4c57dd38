"""What receiving puts on a petition's page: what may be done next, who sent it, its scans, its letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.people.viewer import Viewer
from chuan.petitions.actions.scans import scans_of
from chuan.petitions.actions.sealing.identities import sealed_things
from chuan.petitions.models import Petition
from chuan.petitions.permissions import SECRET_KINDS, may_keep, may_record, may_see_sender
from chuan.petitions.permissions_sealed import may_see_seals
from chuan.petitions.receiving.whole_letters import of_sealed_letter
from chuan.petitions.showing import parts
from chuan.petitions.showing.parts import Card, Link
from chuan.rules.petitions import Kind


def offer() -> None:
    """Put this part on every petition's page; called when the programme starts."""
    parts.offer("receiving", ReceivingPart())


class ReceivingPart:
    """Links for who keeps the register; the sender's card only for who needs it for the answer."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Link]:
        """Splitting first of all; the rest stands after the work itself."""
        if not may_keep(viewer) or not may_record(viewer, petition) or not petition.present:
            return ()
        return list(self._links(petition))

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Card]:
        """Sender, scans, and the other parts and repeats that the viewer may see."""
        return list(self._cards(petition, viewer))

    def _links(self, petition: Petition) -> Iterator[Link]:
        open_still = petition.status == "received"
        if open_still and not petition.parent_id:
            yield _link(_("Tách đơn"), "split", petition, 10 if petition.kind == Kind.MIXED else 72)
        yield _link(_("Tìm đơn trùng"), "repeats", petition, 70)
        if petition.signers > 1 and petition.settled_on is None:
            yield _link(_("Ghi người rút tên"), "signer_leaves", petition, 75)
        if open_still and not petition.outside:
            yield _link(_("Đổi loại đơn"), "rekind", petition, 80)
        if petition.status != "divided":
            yield _link(_("Cấp mã biên nhận mới"), "receipt_renew", petition, 90)

    def _cards(self, petition: Petition, viewer: Viewer) -> Iterator[Card]:
        if may_see_sender(viewer, petition):
            sealed = petition.kind in SECRET_KINDS or of_sealed_letter(petition)
            yield Card(
                "petitions/receiving/card_sender.html",
                {
                    "sealed": sealed,
                    "kept": petition.kind == Kind.DENUNCIATION and sealed_things(petition)[0] is not None,
                    "knows": may_see_seals(viewer),
                    "senders": () if sealed else list(petition.senders.order_by("pk")),
                    "scans": () if sealed else scans_of(petition),
                    "may_keep": may_keep(viewer),
                },
                order=20,
            )
        family = list(_family(petition, viewer))
        if family:
            yield Card("petitions/receiving/card_family.html", {"family": family}, order=60)


def _link(label: Promise, name: str, petition: Petition, order: int) -> Link:
    return Link(label, reverse(f"petitions:{name}", args=[petition.uid]), order)


def _family(petition: Petition, viewer: Viewer) -> Iterator[tuple[Petition, str | Promise]]:
    """Parts of the letter and petitions counted as one with it, of those the viewer sees: by key, first."""
    ours = Q(parent=petition) | Q(same_as=petition)
    if petition.parent_id:
        ours |= Q(parent_id=petition.parent_id) | Q(pk=petition.parent_id)
    if petition.same_as_id:
        ours |= Q(pk=petition.same_as_id) | Q(same_as_id=petition.same_as_id)
    keys = list(Petition.objects.filter(ours).exclude(pk=petition.pk).values_list("pk", flat=True))
    rows = Petition.objects.seen_by(viewer).filter(pk__in=keys).order_by("code") if keys else ()
    for one in rows:
        yield one, _kin(one, petition)


def _kin(one: Petition, petition: Petition) -> str | Promise:
    if one.pk == petition.parent_id:
        return _("lá thư mà đơn này được tách ra")
    part = one.parent_id is not None and one.parent_id in (petition.pk, petition.parent_id)
    return _("phần của cùng một lá thư") if part else _("tính là một với đơn này")
