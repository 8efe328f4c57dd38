"""Who looks at a covered copy the second time: never who made it, unless nobody else of the unit could.

Whoever covered a page knows what stood there and reads it into the black; another pair of eyes does not. The task
stands in Việc của tôi of another keeper of the register, else of the leaders.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.models import Official, RoleGrant
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.models import Concerned, Petition, Redaction
from chuan.petitions.permissions import KEEPERS, LEADERS, require_seen
from chuan.petitions.receiving.readers import listed
from chuan.petitions.refusals_redacting import OwnCopy

KIND = "redaction"
LOOKERS = (*KEEPERS, *LEADERS)


def may_look(viewer: Viewer) -> bool:
    """Whether the viewer opens a copy that waits: keepers and leaders. Asked of a petition he sees."""
    return viewer.has(*LOOKERS)


def others_of(copy: Redaction, on: date) -> dict[str, list[Official]]:
    """Who else could look on the day, by role in the order in which they are asked; none whom the petition is about."""
    about = Concerned.objects.filter(petition=copy.petition).values("official_id")
    held = RoleGrant.objects.on(on).filter(
        unit=copy.petition.owner_unit, role__in=LOOKERS, official__account__is_active=True
    )
    rows = held.exclude(official=copy.by_id).exclude(official_id__in=about).select_related("official")
    found: dict[str, list[Official]] = {role: [] for role in (*KEEPERS, Role.VICE_CHAIRMAN, Role.CHAIRMAN)}
    for one in rows.order_by("pk"):
        if one.official is not None:
            found[one.role].append(one.official)
    return {role: officials for role, officials in found.items() if officials}


def names_of(others: Mapping[str, Iterable[Official]]) -> str:
    """ "Hà Tiếp Dân hoặc Lê Phó Chủ tịch"; "" for nobody."""
    told = dict.fromkeys(one.name for officials in others.values() for one in officials)
    return listed(told, _(" hoặc ")) if told else ""


def is_own(copy: Redaction, viewer: Viewer) -> bool:
    """Whether the viewer made it."""
    return viewer.official is not None and viewer.official.pk == copy.by_id


def require_second_look(copy: Redaction, viewer: Viewer, on: date) -> bool:
    """Whether the viewer confirms his own copy because nobody else could.

    Raises ``NotFound``, ``NotAllowed``, ``OwnCopy`` where somebody else could look.
    """
    require_seen(viewer, copy.petition)
    require_role(viewer, *LOOKERS)
    if not is_own(copy, viewer):
        return False
    if others := others_of(copy, on):
        raise OwnCopy(who=names_of(others))
    return True


def begin(copy: Redaction, on: date) -> None:
    """The task of the second look, due the day after. Inside the act that made the copy."""
    role = next(iter(others_of(copy, on)), Role.PETITION_CLERK)
    clocks.start(
        Subject(KIND, copy.uid),
        unit=copy.petition.owner_unit,
        opened_on=on,
        due_on=on + timedelta(days=1),
        role=role,
    )


def end(copy: Redaction, on: date) -> None:
    """Nobody has to look any more. Inside the act that settled the copy."""
    clocks.settle(Subject(KIND, copy.uid), on=on)


def described(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Copies that the viewer may look at, by the petition's code; not his own while somebody else could look."""
    if not may_look(viewer):
        return {}
    rows = Redaction.objects.filter(uid__in=list(uids), petition__in=Petition.objects.seen_by(viewer))
    return {
        one.uid: Described(
            Subject(KIND, one.uid),
            _("Xem lại bản đã che của đơn %s") % one.petition.code,
            f"/don-thu/{one.petition.uid}/ban-che/{one.uid}/",
            note=_("chưa giao ai cho tới khi có người thứ hai xem từng trang"),
            verb=_("Xem lại"),
            icon="chat-left-text",
            settled=not one.waits,
        )
        for one in rows.select_related("petition__owner_unit", "by")
        if not (is_own(one, viewer) and others_of(one, viewer.on))
    }


def register() -> None:
    """Offer the kind; called when the programme starts."""
    subjects.register(KIND, described)
