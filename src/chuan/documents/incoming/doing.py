"""What a viewer may do with an incoming document at its stage: the buttons of its page, by table, role and part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from chuan.documents.actions import incoming as actions
from chuan.documents.actions.incoming.assigning import COOPERATE, KNOW, is_his
from chuan.documents.actions.incoming.stepping import is_read_only
from chuan.documents.actions.incoming.working import works_on
from chuan.documents.models import Assignment, Document
from chuan.documents.permissions import may_assign, may_register, may_speak_for_office
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import INCOMING
from chuan.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Deed:
    """One button: sent with the words of the page, or leading to a page of its own (``page``: a name of urls)."""

    verb: str
    label: str | Promise
    page: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the viewer stands towards the document."""

    document: Document
    viewer: Viewer
    followed: bool
    leads: bool
    cooperates: bool
    unseen: bool
    works: bool


def place_of(document: Document, viewer: Viewer, parts: list[Assignment]) -> Place:
    """Reads once what every button asks."""
    mine = [one for one in parts if is_his(one, viewer)]
    return Place(
        document,
        viewer,
        is_read_only(document, viewer),
        leads=any(one.part == Assignment.Part.LEAD for one in mine),
        cooperates=any(one.part == COOPERATE for one in mine),
        unseen=any(one.seen_at is None and one.part == KNOW for one in mine),
        works=bool(mine) or works_on(document, viewer),
    )


def deeds_for(place: Place) -> list[Deed]:
    """The deeds that table, role and part allow; the main one first."""
    document, viewer = place.document, place.viewer
    if document.owner_unit_id != viewer.unit.pk:
        return []
    allowed = ("note",) if place.followed else (*INCOMING.may(document.stage), *_BESIDE)
    found = [_seen_from(deed, place) for deed, may in _DEEDS if deed.verb in allowed and may(place)]
    return sorted(found, key=lambda one: not one.primary)


def _seen_from(deed: Deed, place: Place) -> Deed:
    """Giving out anew, and settling what another leads, are no main deeds."""
    if deed.verb == "assign" and place.document.stage != "registered":
        return replace(deed, label=lazy("Phân công lại"), primary=False)
    if deed.verb == "finish" and not place.leads:
        return replace(deed, primary=False)
    return deed


def _registers(place: Place) -> bool:
    return may_register(place.viewer)


def _directs(place: Place) -> bool:
    return may_assign(place.viewer) or may_speak_for_office(place.viewer)


def _settles(place: Place) -> bool:
    return place.leads or _directs(place)


def _tells(place: Place) -> bool:
    document = place.document
    waits = document.electronic is True and document.acknowledged_on is None and document.stage != "refused"
    return waits and _registers(place)


_BESIDE = ("see", "acknowledge")
_DEEDS: tuple[tuple[Deed, Callable[[Place], bool]], ...] = (
    (Deed("register", lazy("Đăng ký, cấp số đến"), "documents:incoming_register", True), _registers),
    (Deed("assign", lazy("Phân công"), "documents:incoming_assign", True), _directs),
    (Deed("start", lazy("Nhận việc"), primary=True), lambda place: place.leads),
    (Deed("finish", lazy("Ghi kết quả"), "documents:incoming_finish", True), _settles),
    (Deed("see", lazy("Đã xem"), primary=True), lambda place: place.unseen),
    (Deed("contribute", lazy("Ghi ý kiến phối hợp"), primary=True), lambda place: place.cooperates),
    (Deed("acknowledge", lazy("Đã báo nơi gửi là đã nhận")), _tells),
    (Deed("file", lazy("Lưu để biết")), _directs),
    (Deed("refuse", lazy("Trả lại")), _registers),
    (Deed("reopen", lazy("Mở lại")), _settles),
    (Deed("note", lazy("Ghi chú")), lambda place: place.works or may_register(place.viewer)),
    (Deed("mend", lazy("Sửa thông tin đăng ký"), "documents:incoming_mend"), _registers),
)

Done = Callable[[Document, QueryDict, Viewer, datetime], str]


def do(document: Document, sent: QueryDict, *, by: Viewer, at: datetime) -> str:
    """Do what the button says; returns the sentence of what was done. Raises whatever the action refuses."""
    deed = _BUTTONS.get(sent.get("do", ""))
    if deed is None:
        raise NotFound(thing=_("việc vừa bấm"))
    return deed(document, sent, by, at)


def _refuse(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.refuse(document, sent.get("words", ""), by=by, at=at)
    return _("Đã trả lại; báo nơi gửi nếu văn bản không đến qua gói tin.")


def _acknowledge(document: Document, _sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.acknowledge(document, by=by, at=at)
    return _("Đã ghi: nơi gửi đã được báo.")


def _start(document: Document, _sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.start(document, by=by, at=at)
    return _("Đã nhận việc.")


def _see(document: Document, _sent: QueryDict, by: Viewer, at: datetime) -> str:
    for one in document.assignments.standing():
        if is_his(one, by):
            actions.see(one, by=by, at=at)
    return _("Đã ghi: đã xem.")


def _contribute(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    parts = document.assignments.standing().filter(part=COOPERATE).select_related("document__owner_unit")
    mine = next((one for one in parts if is_his(one, by)), None)
    if mine is None:
        raise NotFound(thing=_("phần việc này"))
    actions.contribute(mine, sent.get("words", ""), by=by, at=at)
    return _("Đã ghi ý kiến phối hợp.")


def _file(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.file_away(document, sent.get("words", ""), by=by, at=at)
    return _("Đã lưu để biết.")


def _reopen(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.reopen(document, sent.get("words", ""), by=by, at=at)
    return _("Đã mở lại.")


def _note(document: Document, sent: QueryDict, by: Viewer, at: datetime) -> str:
    actions.note(document, sent.get("words", ""), by=by, at=at)
    return _("Đã ghi chú.")


_BUTTONS: dict[str, Done] = {
    "refuse": _refuse,
    "acknowledge": _acknowledge,
    "start": _start,
    "see": _see,
    "contribute": _contribute,
    "file": _file,
    "reopen": _reopen,
    "note": _note,
}
