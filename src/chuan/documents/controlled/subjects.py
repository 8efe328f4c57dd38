"""How other rooms and the trail name a controlled document, a revision and a request to change."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.documents.controlled.standing import shown, state_on, state_words
from chuan.documents.models import ChangeRequest, ControlledDocument, Revision
from chuan.offers.subjects import Described, Subject, register
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import CHANGE_REQUEST

Found = Mapping[uuid.UUID, Described]

_VERBS: dict[str, str | Promise] = {
    "draft": gettext_lazy("Soạn"),
    "review": gettext_lazy("Xem xét"),
    "approval": gettext_lazy("Phê duyệt"),
    "approved": gettext_lazy("Đưa vào áp dụng"),
}


def controlled(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Controlled documents by code and title; the clock on one is that of its periodic review."""
    rows = ControlledDocument.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _controlled(one) for one in rows}


def revisions(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Revisions, with the verb of their status."""
    rows = Revision.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("controlled")
    return {one.uid: _revision(one, viewer) for one in rows.defer("content", "text")}


def change_requests(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Requests to change documents."""
    rows = ChangeRequest.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _request(one) for one in rows}


def register_all() -> None:
    """Offer the kinds of this package."""
    register("controlled", controlled)
    register("revision", revisions)
    register("change_request", change_requests)


def title_of(revision: Revision) -> str:
    """ "QT-01 Kiểm soát thông tin dạng văn bản (lần ban hành 02)"."""
    document = revision.controlled
    names = {"code": document.code, "title": document.title, "n": shown(revision.number)}
    return _("%(code)s %(title)s (lần ban hành %(n)s)") % names


def _controlled(one: ControlledDocument) -> Described:
    return Described(
        subject=Subject("controlled", one.uid),
        label=f"{one.code} {one.title}",
        address=reverse("controlled:document", args=[one.uid]),
        note=str(one.get_kind_display()),
        verb=_("Xem xét định kỳ"),
        settled=one.retired_on is not None,
    )


def _revision(one: Revision, viewer: Viewer) -> Described:
    verb = str(_VERBS.get(one.status, _("Xem")))
    return Described(
        subject=Subject("revision", one.uid),
        label=title_of(one),
        address=reverse("controlled:revision", args=[one.uid]),
        note=state_words(state_on(one, viewer.on)),
        verb=verb,
        icon="pencil" if one.status == "draft" else "check2-square",
        settled=one.status not in _VERBS,
    )


def _request(one: ChangeRequest) -> Described:
    return Described(
        subject=Subject("change_request", one.uid),
        label=_("Đề nghị sửa tài liệu: %s") % one.reason[:120],
        address=reverse("controlled:request", args=[one.uid]),
        note=CHANGE_REQUEST.statuses[one.status].label,
        verb=_("Giải quyết"),
        settled=one.status in ("declined", "done"),
    )
