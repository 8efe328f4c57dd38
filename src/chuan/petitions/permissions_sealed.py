"""Who enters, asks, allows, destroys: of what is sealed. ``may_*`` answers, ``require_*`` refuses with a sentence.

Two people always: whoever allows is another one than whoever asks, each holds the role that the unit's choice names,
and neither is one whom the petition is about (he does not even see it).
"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.models import OpeningRequest, Petition
from chuan.petitions.permissions import KEEPERS, LEADERS, require_keep, require_seen
from chuan.petitions.refusals_sealed import AllowsHimself, NotSealable
from chuan.petitions.sealed.choice import Choice, choice_of
from chuan.rules.petitions import Kind
from chuan.rules.refusals import NotFound


def may_see_seals(viewer: Viewer) -> bool:
    """Whether the page of seals leads anywhere: whoever receives letters, and the leaders."""
    return viewer.has(*KEEPERS, *LEADERS)


def require_see_seals(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_see_seals``."""
    require_role(viewer, *KEEPERS, *LEADERS)


def require_choose(viewer: Viewer) -> None:
    """The head decides whether identities are kept (Luật Tố cáo 2018, Điều 56). Raises ``NotAllowed``."""
    require_role(viewer, Role.CHAIRMAN)


def require_destroy(viewer: Viewer, petition: Petition) -> None:
    """Destroying is the head's. Raises ``NotFound``, ``NotAllowed``."""
    require_seen(viewer, petition)
    require_role(viewer, Role.CHAIRMAN)
    _require_own(viewer, petition)


def openings_visible_to(viewer: Viewer) -> Q:
    """The condition on requests and openings that the viewer may know of."""
    if not may_see_seals(viewer):
        return Q(pk__in=())
    return Q(petition__in=Petition.objects.seen_by(viewer))


def may_enter(viewer: Viewer, petition: Petition) -> bool:
    """Whether the viewer puts something under seal for this petition, which he sees."""
    own = petition.owner_unit_id == viewer.unit.pk and viewer.official is not None
    return own and petition.kind == Kind.DENUNCIATION and viewer.has(*KEEPERS)


def require_enter(viewer: Viewer, petition: Petition) -> None:
    """Raises ``NotFound``, ``NotAllowed``, ``NotSealable`` unless ``may_enter``."""
    require_seen(viewer, petition)
    require_keep(viewer)
    _require_own(viewer, petition)
    if petition.kind != Kind.DENUNCIATION:
        raise NotSealable()


def may_ask(viewer: Viewer, choice: Choice) -> bool:
    """Whether the viewer holds the role that asks."""
    return viewer.official is not None and viewer.has(choice.asker)


def require_ask(viewer: Viewer, petition: Petition) -> None:
    """Raises ``NotFound``, ``NotAllowed``."""
    require_seen(viewer, petition)
    _require_own(viewer, petition)
    require_role(viewer, choice_of(viewer.unit, viewer.on).asker)


def may_allow(viewer: Viewer, request: OpeningRequest, choice: Choice) -> bool:
    """Whether the viewer holds the role that allows and is another one than who asked."""
    return (
        viewer.official is not None
        and viewer.has(choice.allower)
        and request.asked_by_id != viewer.official.pk
    )


def require_allow(viewer: Viewer, request: OpeningRequest) -> None:
    """Raises ``NotFound``, ``NotAllowed``, ``AllowsHimself``."""
    require_seen(viewer, request.petition)
    _require_own(viewer, request.petition)
    require_role(viewer, choice_of(viewer.unit, viewer.on).allower)
    if viewer.official is None or request.asked_by_id == viewer.official.pk:
        raise AllowsHimself()


def require_open(viewer: Viewer, request: OpeningRequest) -> None:
    """Only who asked, while he still holds the role. Raises ``NotFound``, ``NotAllowed``."""
    require_ask(viewer, request.petition)
    if viewer.official is None or request.asked_by_id != viewer.official.pk:
        raise NotFound(thing=_("yêu cầu này"))


def _require_own(viewer: Viewer, petition: Petition) -> None:
    if petition.owner_unit_id != viewer.unit.pk or viewer.official is None:
        raise NotFound(thing=_("đơn này"))
