"""Said later of a petition: whom it is about, and what makes its period longer."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.permissions import require_role
from chuan.people.saying import said_on
from chuan.petitions.actions.concerning import concern as say_about
from chuan.petitions.actions.concerning import unconcern as say_not_about
from chuan.petitions.actions.facts import fact_of, say_fact, would_stand
from chuan.petitions.forms_facts import ConcernForm, FactForm, UnconcernForm
from chuan.petitions.models import Petition
from chuan.petitions.permissions import KEEPERS, LEADERS, require_lead
from chuan.petitions.receiving.readers import choices_of
from chuan.petitions.views.one import petition_of
from chuan.petitions.views.receiving import address_of, page
from chuan.rules.petitions import Kind
from chuan.ui import formatters as say

WORDS = {
    "remote": (later("Thời hạn thường"), later("Thời hạn dài hơn: vùng sâu, vùng xa, đi lại khó khăn")),
    "several_places": (
        later("Thời hạn thường"),
        later("Thời hạn dài hơn: phải kiểm tra ở nhiều nơi, hoặc nhờ cơ quan khác kiểm tra"),
    ),
}
TITLES = {
    "remote": later("Ghi địa bàn của đơn"),
    "several_places": later("Ghi việc phải kiểm tra ở nhiều nơi"),
}


def concern(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Name an official whom it is about: he does not see it any more, and does not handle it."""
    petition = _written_on(request, uid)
    known = {str(one.official.uid) for one in petition.concerned.select_related("official")}
    choices = choices_of(petition.owner_unit, request.on, leaders=petition.kind != Kind.DENUNCIATION)
    form = ConcernForm(request.POST or None, officials=[one for one in choices if one[0] not in known])
    if request.method == "POST" and form.is_valid():
        official = _official(request, petition, form.cleaned_data["official"])
        with said_on(form, concerned_already="official", turns_against_leaders="official"):
            say_about(petition, official, by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi. Người ấy không thấy và không giữ đơn này nữa."))
            own = request.viewer.official is not None and official.pk == request.viewer.official.pk
            return redirect("/don-thu/" if own else address_of(petition))
    lead = _(
        "Người được chọn không thấy đơn này từ lúc ghi; đang giữ đơn thì đơn trở về chỗ người tiếp nhận. "
        "Chọn chính mình được: đơn rời khỏi danh sách của mình."
    )
    if petition.kind == Kind.DENUNCIATION:
        lead += " " + _("Hóa ra tố cáo Chủ tịch, Phó Chủ tịch thì mở “Đổi loại đơn”: đơn không giữ ở đây.")
    return _asked(request, petition, form, _("Ghi người mà đơn nói tới"), lead)


def unconcern(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take off one who was named by mistake, with the reason; leaders only."""
    petition = petition_of(request, uid)
    require_lead(request.viewer)
    rows = [one.official for one in petition.concerned.select_related("official").order_by("pk")]
    form = UnconcernForm(request.POST or None, officials=[(str(one.uid), one.name) for one in rows])
    if request.method == "POST" and form.is_valid():
        official = _official(request, petition, form.cleaned_data["official"])
        with said_on(
            form,
            takes_himself_off="official",
            not_concerned="official",
            words_missing="why",
            tells_denouncer="why",
        ):
            say_not_about(petition, official, form.cleaned_data["why"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã bỏ tên ghi nhầm; dòng ghi lý do còn ở trang đơn."))
            return redirect(address_of(petition))
    lead = _("Chỉ khi ghi nhầm người. Người ấy lại thấy và được giao đơn như mọi người.")
    return _asked(request, petition, form, _("Bỏ tên ghi nhầm"), lead)


def fact(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The longer period of the law, or back to the plain one: with its ground and the days before and after."""
    petition = _written_on(request, uid)
    name = fact_of(petition)
    first, second = WORDS[name]
    form = FactForm(request.POST or None, words=(str(first), str(second)), holds=getattr(petition, name))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        with said_on(form, fact_same="holds", words_missing="why", tells_denouncer="why"):
            say_fact(petition, told["holds"], told["why"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi; thời hạn của đơn được tính lại."))
            return redirect(address_of(petition))
    return _asked(request, petition, form, str(TITLES[name]), _days(request, petition))


def _days(request: Request, petition: Petition) -> str:
    """Both days before anything is said."""
    other = would_stand(petition, at=request.at).now
    now = petition.due_on or petition.next_due_on
    then = other.due_on or other.next_due_on
    if now is None or now == then:
        return _("Lúc này chưa thời hạn nào đổi theo điều này.")
    return _("Hạn đang ghi: %(now)s. Đổi câu trả lời thì hạn là %(then)s.") % {
        "now": say.day(now), "then": say.day(then),
    }  # fmt: skip


def _written_on(request: Request, uid: uuid.UUID) -> Petition:
    petition = petition_of(request, uid)
    require_role(request.viewer, *KEEPERS, *LEADERS)
    return petition


def _official(request: Request, petition: Petition, uid: str) -> Official:
    officials = Official.objects.seen_by(request.viewer)
    return get_object_or_404(officials, unit=petition.owner_unit, uid=uid)


def _asked(request: Request, petition: Petition, form: object, title: str, lead: str) -> HttpResponse:
    return page(
        request, "act", title, petition, form=form, lead=lead, button=_("Ghi"),
        refused=request.method == "POST",
    )  # fmt: skip
