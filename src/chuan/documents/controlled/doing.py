"""What a viewer may do with a revision: the buttons of its page, by table, role and day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.documents.controlled.permissions import may_approve, may_keep, other_reviewers, wrote
from chuan.documents.controlled.standing import IN_FORCE, state_on
from chuan.documents.models import Revision
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import REVISION

May = Callable[[Viewer, Revision], bool]


@dataclass(frozen=True, slots=True)
class Deed:
    """One button: sent with the opinion typed on the page, or leading to a page (``page``: a name of urls)."""

    verb: str
    label: str | Promise
    page: str = ""
    primary: bool = False


def deeds_for(revision: Revision, viewer: Viewer) -> list[Deed]:
    """The deeds that table, role and day allow, the main one first."""
    document = revision.controlled
    if document.unit_id != viewer.unit.pk or document.retired_on is not None:
        return []
    allowed = REVISION.may(revision.status)
    found = [deed for deed, may in _DEEDS if deed.verb in allowed and may(viewer, revision)]
    if state_on(revision, viewer.on) == IN_FORCE and (may_keep(viewer) or may_approve(viewer)):
        found = [_DISSEMINATE, *(deed for deed in found if deed.verb != "drop")]
    return sorted(found, key=lambda one: not one.primary)


_DISSEMINATE = Deed("disseminate", _("Áp dụng, phổ biến"), "controlled:disseminate", True)


def _keeps(viewer: Viewer, _revision: Revision) -> bool:
    return may_keep(viewer)


def _approves(viewer: Viewer, _revision: Revision) -> bool:
    return may_approve(viewer)


def _reviews(viewer: Viewer, revision: Revision) -> bool:
    return may_keep(viewer) and not (wrote(viewer, revision) and other_reviewers(revision, viewer.on))


def _either(viewer: Viewer, _revision: Revision) -> bool:
    return may_keep(viewer) or may_approve(viewer)


def _drops(viewer: Viewer, revision: Revision) -> bool:
    return may_approve(viewer) if revision.status == "approved" else may_keep(viewer)


_DEEDS: tuple[tuple[Deed, May], ...] = (
    (Deed("submit", _("Trình xem xét"), primary=True), _keeps),
    (Deed("review", _("Xem xét xong, trình phê duyệt"), primary=True), _reviews),
    (Deed("approve", _("Phê duyệt"), "controlled:approve", True), _approves),
    (Deed("return", _("Trả lại")), _either),
    (Deed("drop", _("Bỏ lần ban hành này")), _drops),
)
