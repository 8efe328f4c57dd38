"""From the pressed button of a sending's page to the action, and which buttons the page has."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.documents.actions import sending as actions
from chuan.documents.actions.sending.reporting import BY_HAND
from chuan.documents.forms_sending import StepForm
from chuan.documents.models import Delivery
from chuan.documents.permissions import may_register
from chuan.intake.record_systems import system_on
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import DELIVERY
from chuan.rules.refusals import NotFound

_OUTSIDE = (Delivery.Way.EDXML, Delivery.Way.MAIL, Delivery.Way.PAPER)


def offered(delivery: Delivery, viewer: Viewer, on: date) -> list[tuple[str, str]]:
    """(do, words) of each button that the sending's status and the viewer's role allow."""
    outside = delivery.way in _OUTSIDE
    if not outside or not may_register(viewer) or delivery.document.owner_unit_id != viewer.unit.pk:
        return []
    if not system_on(viewer.unit, "documents", on).keeps:
        return []
    said = {"send": _("Ghi đã gửi"), "fail": _("Ghi gửi không được"), "withdraw": _("Rút lượt gửi"),
            "13": _("Xin lấy lại"), "note": _("Ghi cách xử lý")}  # fmt: skip
    reported = {code: _("Nơi nhận %s") % DELIVERY.verbs[code] for code in BY_HAND}
    words = {**said, **reported}
    return [(verb, words[verb]) for verb in DELIVERY.may(delivery.status) if verb in words]


def do(delivery: Delivery, deed: str, form: StepForm, *, by: Viewer, at: datetime) -> str:
    """Do what the button says; returns the sentence of what was done. Raises whatever the action refuses."""
    note, moment = form.cleaned_data["note"], form.moment(at)
    if deed == "open":
        actions.open_inside(delivery, by=by, at=at)
        return _("Đã ghi là đã mở.")
    if deed == "send":
        actions.mark_sent([delivery], moment, by=by, at=at)
        return _("Đã ghi là đã gửi.")
    if deed in BY_HAND:
        actions.report(delivery, deed, note, by=by, at=at, said_at=moment)
        return _("Đã ghi trả lời của nơi nhận.")
    plain = {
        "fail": actions.mark_failed,
        "withdraw": actions.withdraw,
        "13": actions.ask_back,
        "note": actions.see_to,
    }
    if deed not in plain:
        raise NotFound(thing=_("việc vừa bấm"))
    plain[deed](delivery, note, by=by, at=at)
    return _("Đã ghi.")
