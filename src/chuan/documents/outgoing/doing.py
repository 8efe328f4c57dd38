"""What a viewer may do with a document at its stage: the buttons of its page, by table, role and mode."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Document
from chuan.documents.permissions import (
    CONTENT_REVIEWERS,
    FORM_REVIEWERS,
    REGISTRARS,
    SIGNERS,
    may_draft,
    may_edit_draft,
)
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import OUTGOING

May = Callable[[Viewer, Document], bool]


@dataclass(frozen=True, slots=True)
class Deed:
    """One button: sent with the note of the page, or leading to a page of its own (``page``: a name of urls)."""

    verb: str
    label: str | Promise
    page: str = ""
    primary: bool = False


def deeds_for(document: Document, viewer: Viewer, *, keeps: bool) -> list[Deed]:
    """The deeds that table, role and mode allow; the first of them is the main one."""
    if document.owner_unit_id != viewer.unit.pk:
        return []
    allowed = OUTGOING.may(document.stage)
    found = [
        deed
        for deed, may, when in _DEEDS
        if deed.verb in allowed and when in (None, keeps) and may(viewer, document)
    ]
    return sorted(found, key=lambda one: not one.primary)


def _roles(*roles: str) -> May:
    return lambda viewer, _document: any(role in viewer.roles for role in roles)


def _returns(viewer: Viewer, document: Document) -> bool:
    roles = {
        "content_review": CONTENT_REVIEWERS,
        "form_review": FORM_REVIEWERS,
        "to_sign": (*SIGNERS, *REGISTRARS),
    }.get(document.stage, REGISTRARS)
    return viewer.has(*roles)


def _drafts(viewer: Viewer, _document: Document) -> bool:
    return may_draft(viewer)


_DEEDS: tuple[tuple[Deed, May, bool | None], ...] = (
    (Deed("submit", _("Trình duyệt nội dung"), primary=True), may_edit_draft, None),
    (Deed("approve_content", _("Duyệt nội dung"), primary=True), _roles(*CONTENT_REVIEWERS), None),
    (Deed("approve_form", _("Xác nhận thể thức"), primary=True), _roles(*FORM_REVIEWERS), None),
    (Deed("hand_over", _("Chuyển sang hệ thống văn bản"), primary=True), _roles(*REGISTRARS), False),
    (Deed("match", _("Thả lại bản đã ký"), "documents:draft_match", True), _roles(*REGISTRARS), None),
    (Deed("sign", _("Ký"), "documents:draft_sign", True), _roles(*SIGNERS), True),
    (Deed("number", _("Cấp số và ngày"), primary=True), _roles(*REGISTRARS), True),
    (Deed("seal", _("Ký số cơ quan"), "documents:draft_seal", True), _roles(*REGISTRARS), True),
    (Deed("issue", _("Phát hành"), primary=True), _roles(*REGISTRARS), True),
    (Deed("comment", _("Góp ý")), _drafts, None),
    (Deed("return", _("Trả lại")), _returns, None),
    (Deed("cancel", _("Hủy số")), _roles(*REGISTRARS), None),
    (Deed("recall", _("Thu hồi"), "documents:draft_recall"), _roles(*REGISTRARS), None),
    (Deed("drop", _("Bỏ dự thảo")), may_edit_draft, None),
)
