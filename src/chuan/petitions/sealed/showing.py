"""What the pages of seals show: who must do what, what was opened, how often names were typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers.alarms import Alarm
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.actions.sealing.identities import sealed_things
from chuan.petitions.models import NameTyped, OpeningRequest, Petition, SealOpening
from chuan.petitions.permissions import LEADERS, may_keep
from chuan.petitions.permissions_sealed import may_allow, may_ask, may_enter, may_see_seals
from chuan.petitions.receiving.whole_letters import may_hold_sender
from chuan.petitions.sealed.choice import Choice, choice_of
from chuan.petitions.showing import parts
from chuan.petitions.showing.parts import Card, Link
from chuan.rules.petitions import Kind

SHOWN = 100
RECENT = timedelta(days=7)
"""So long a refused name is told to the head."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that is not finished, and what this viewer does about it: "allow", "open", or nothing."""

    request: OpeningRequest
    do: str


def waiting_for(viewer: Viewer, choice: Choice) -> list[Waiting]:
    """Unfinished requests that the viewer may know of, newest first."""
    rows = OpeningRequest.objects.seen_by(viewer).filter(end="").order_by("-asked_at")
    return [
        Waiting(one, task_of(one, viewer, choice))
        for one in rows.select_related("petition", "asked_by", "allowed_by")[:SHOWN]
    ]


def task_of(request: OpeningRequest, viewer: Viewer, choice: Choice) -> str:
    """What the viewer may do about a request that is not finished."""
    if request.end:
        return ""
    if may_allow(viewer, request, choice):
        return "allow"
    mine = viewer.official is not None and request.asked_by_id == viewer.official.pk
    return "open" if mine and may_ask(viewer, choice) else ""


def openings_for(viewer: Viewer) -> list[SealOpening]:
    """What was opened, newest first."""
    rows = SealOpening.objects.seen_by(viewer).select_related(
        "petition", "asked_by", "allowed_by", "seen", "request"
    )
    return list(rows.order_by("-opened_at")[:SHOWN])


def names_typed_for(viewer: Viewer) -> list[Any]:
    """By petition and official how often, and when last, a name was typed and refused: for the leaders."""
    if not viewer.has(*LEADERS):
        return []
    rows = NameTyped.objects.filter(petition__in=Petition.objects.seen_by(viewer))
    counted = rows.values("petition__uid", "petition__code", "by__name").annotate(
        n=Count("pk"), last=Max("at")
    )
    return list(counted.order_by("-last")[:SHOWN])


def alarms(viewer: Viewer) -> Iterator[Alarm]:
    """On the first screen: an opening to know of, a request to answer, names that were typed."""
    if not may_see_seals(viewer):
        return
    label = _("Mở trang Niêm phong")
    if viewer.has(Role.CHAIRMAN):
        if n := SealOpening.objects.seen_by(viewer).filter(seen__isnull=True).count():
            yield Alarm(
                _("Niêm phong tố cáo đã được mở %d lần mà Chủ tịch chưa xem.") % n, label, "petitions:seals"
            )
        if n := _typed_lately(viewer):
            yield Alarm(
                _("%d lần gõ tên người tố cáo bị chặn trong 7 ngày qua.") % n, label, "petitions:seals"
            )
    if OpeningRequest.objects.seen_by(viewer).filter(end="").exists():
        waiting = waiting_for(viewer, choice_of(viewer.unit, viewer.on))
        if n := sum(one.do == "allow" for one in waiting):
            yield Alarm(_("%d yêu cầu mở niêm phong chờ trả lời.") % n, label, "petitions:seals")


def _typed_lately(viewer: Viewer) -> int:
    rows = NameTyped.objects.filter(petition__in=Petition.objects.seen_by(viewer))
    return rows.filter(at__date__gte=viewer.on - RECENT).count()


class SealedPart:
    """Offered to ``showing.parts``."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Link]:
        """Sealing where it is on; opening where something is sealed; blanking words typed by mistake."""
        own = petition.owner_unit_id == viewer.unit.pk
        if not own or not may_keep(viewer):
            return
        if not may_hold_sender(petition):  # its words and files may tell of a denouncer
            yield Link(_("Xóa chữ, tệp đã ghi"), reverse("petitions:blank_words", args=[petition.uid]), 90)

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Card]:
        """What is under seal, for who keeps or leads; nothing where the unit never chose to keep any."""
        if petition.kind != Kind.DENUNCIATION or not may_see_seals(viewer):
            return
        choice = choice_of(viewer.unit, on)
        identity, letters = sealed_things(petition)
        if choice.since is None and identity is None:
            return
        some = identity is not None or bool(letters)
        own = petition.owner_unit_id == viewer.unit.pk
        yield Card(
            "petitions/sealed/card.html",
            {
                "identity": identity,
                "letters": letters,
                "is_on": choice.is_on,
                "may_enter": choice.is_on and may_enter(viewer, petition),
                "may_ask": some and own and may_ask(viewer, choice),
                "may_destroy": some and own and viewer.has(Role.CHAIRMAN),
            },
            35,
        )


def register() -> None:
    """Offer the part and the alarms; called when the programme starts."""
    from chuan.offers import alarms as offered
    from chuan.petitions.sealed import keys

    keys.offer_examination()
    parts.offer("sealed", SealedPart())
    offered.offer(alarms)
