"""How officials as users of tools, and accounts, are named in other rooms: only to who may see them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.workforce.models import ToolAccount
from chuan.workforce.permissions import may_see_all

Found = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer the kinds; called when the programme starts."""
    subjects.register("tool_user", users)
    subjects.register("tool_account", accounts)


def users(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Officials whose use of tools the viewer may see: himself, or all for who leads and keeps the records."""
    rows = Official.objects.seen_by(viewer).filter(uid__in=list(uids))
    if not may_see_all(viewer):
        rows = rows.filter(pk=viewer.official.pk) if viewer.official else rows.none()
    return {one.uid: _user(one, viewer) for one in rows}


def accounts(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Accounts that somebody said whose they are."""
    rows = ToolAccount.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("tool_account", one.uid), one.account, reverse("workforce:tool_accounts"), icon="person"
        )
        for one in rows
    }


def _user(one: Official, viewer: Viewer) -> Described:
    mine = viewer.official is not None and viewer.official.pk == one.pk
    return Described(
        Subject("tool_user", one.uid),
        _("Dùng công cụ số: %s") % one.name,
        reverse("workforce:tool_mine") if mine else reverse("workforce:tool_person", args=[one.uid]),
        verb=_("Xem số lượt"),
        icon="person",
    )
