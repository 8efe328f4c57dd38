"""What the public page offers to the room: its line among the settings, its door, what waits behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition, PublicPost
from chuan.petitions.permissions import may_keep
from chuan.petitions.public.switch import PAGE
from chuan.petitions.public.told import TOLD_HERE
from chuan.petitions.showing import parts
from chuan.petitions.showing.parts import Card, Link
from chuan.petitions.showing.settings import Setting, offer_setting


def offer() -> None:
    """Register; called when the programme starts."""
    offer_setting("public", _setting)
    parts.offer("public", PublicPart())


class PublicPart:
    """The way from answered feedback to the public page, where the machine has one."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Link]:
        """For keepers, once it was answered."""
        answered = petition.kind in TOLD_HERE and petition.status in ("answered", "published", "closed")
        if PAGE.here() and answered and may_keep(viewer):
            yield Link(
                _("Đưa kết quả lên trang"), reverse("petitions:public_result", args=[petition.uid]), 70
            )

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Card]:
        """None."""
        return ()


def waiting_for(viewer: Viewer) -> int:
    """How many posts wait for this viewer: a keeper, where the machine has a public page at all."""
    if not (PAGE.here() and may_keep(viewer)):
        return 0
    return PublicPost.objects.seen_by(viewer).waiting().count()


def _setting(viewer: Viewer, on: date) -> Iterator[Setting]:
    if viewer.has(Role.CHAIRMAN):
        yield Setting(
            _("Trang phản ánh của người dân"), _state(viewer, on), reverse("petitions:public_choice"), 60
        )


def _state(viewer: Viewer, on: date) -> str:
    if not PAGE.here():
        return _("Không mở được trên máy này; máy của phường, xã không đưa ra Internet")
    return _("Đang mở") if PAGE.is_open(viewer.unit, on) else _("Đang đóng")
