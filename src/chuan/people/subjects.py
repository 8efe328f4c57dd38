"""How other rooms and the trail name an official, an account, a post, a unit."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers.subjects import Described, Subject, register
from chuan.people import handing
from chuan.people.models import Handover, Official, Post, Unit
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import HANDOVER

Found = Mapping[uuid.UUID, Described]


def officials(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Officials of the viewer's units, by name."""
    rows = Official.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _person(Subject("official", one.uid), one) for one in rows}


def accounts(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Accounts of officials of the viewer's units, by the official's name."""
    rows = Official.objects.seen_by(viewer).filter(account__uid__in=list(uids)).select_related("account")
    return {one.account.uid: _person(Subject("account", one.account.uid), one) for one in rows if one.account}


def posts(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Posts of the viewer's units."""
    rows = Post.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(Subject("post", one.uid), one.title, reverse("people:everybody")) for one in rows
    }


def units(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """The viewer's unit and its predecessors."""
    rows = Unit.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(Subject("unit", one.uid), one.committee, reverse("people:everybody"))
        for one in rows
    }


def handovers(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Handovers of the viewer's units that he may open: who to whom, and what is to be done."""
    rows = Handover.objects.seen_by(viewer).filter(handing.mine_or_all(viewer), uid__in=list(uids))
    return {one.uid: _handover(one) for one in rows.select_related("giver", "receiver")}


def _handover(one: Handover) -> Described:
    names = {"giver": one.giver.name, "receiver": one.receiver.name}
    return Described(
        Subject("handover", one.uid),
        _("Bàn giao: %(giver)s giao cho %(receiver)s") % names,
        reverse("people:handover", args=[one.uid]),
        note=HANDOVER.statuses[one.status].label,
        verb=_("Xem, xác nhận"),
        icon="check2-square",
        settled=not one.open,
    )


def _person(subject: Subject, official: Official) -> Described:
    return Described(subject, official.name, reverse("people:one", args=[official.uid]), icon="person")


def register_all() -> None:
    """Offer the kinds of this room."""
    kinds = {"official": officials, "account": accounts, "post": posts, "unit": units, "handover": handovers}
    for kind, describer in kinds.items():
        register(kind, describer)
