"""Opening by two people: asked, allowed, opened once; and the page of all seals."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from chuan.files.keyrings import held_names
from chuan.people.door import Request
from chuan.people.roles import Role
from chuan.people.saying import said_on
from chuan.petitions.actions.sealing import choosing, identities, opening
from chuan.petitions.forms_sealed import AskForm, ChoiceForm, KeyForm
from chuan.petitions.models import OpeningRequest, SealOpening
from chuan.petitions.permissions_sealed import (
    require_allow,
    require_ask,
    require_choose,
    require_open,
    require_see_seals,
)
from chuan.petitions.refusals_sealed import NothingSealed, RequestOver
from chuan.petitions.sealed import showing
from chuan.petitions.sealed.choice import choice_of, choices_of, read
from chuan.petitions.views.one import crumbs_to, petition_of, title_of
from chuan.petitions.views.sealed.pages import crumbs_to_seals, form_page, request_of
from chuan.ui.files import attachment

_ENDINGS = (
    (b"%PDF-", ".pdf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
)


def seals(request: Request) -> HttpResponse:
    """Who keeps and opens identities here, what waits, what was opened."""
    require_see_seals(request.viewer)
    choice = choice_of(request.viewer.unit, request.on)
    context = {
        "title": _("Niêm phong"),
        "crumbs": crumbs_to(),
        "demo": request.viewer.unit.example,
        "choice": choice,
        "waiting": showing.waiting_for(request.viewer, choice),
        "openings": showing.openings_for(request.viewer),
        "typed": showing.names_typed_for(request.viewer),
        "is_head": request.viewer.has(Role.CHAIRMAN),
        "keys": held_names(),
    }
    return render(request, "petitions/sealed/seals.html", context)


def choose(request: Request) -> HttpResponse:
    """The head switches the sealed record on or off, by a document."""
    require_choose(request.viewer)
    choice = choice_of(request.viewer.unit, request.on)
    initial = ChoiceForm.initial_of(choice, request.on)
    form = ChoiceForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        with said_on(form, citation_missing="citation", same_roles="allower"):
            choosing.choose(**form.given(), by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi."))
            return redirect("petitions:seals")
    return form_page(
        request, form, title=_("Bật, tắt niêm phong"), button=_("Ghi"),
        lead=_("Mặc định không lưu gì về người tố cáo. Tắt thì không nhận danh tính mới; phần đã niêm phong vẫn kín."),
        careful=_("Trước khi bật: cất riêng một bản tệp khóa niêm phong. Mất khóa là mất danh tính vĩnh viễn."),
        rows=[read(row) for row in reversed(choices_of(request.viewer.unit))],
    )  # fmt: skip


@never_cache
def ask(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Ask to open the identity or a letter, with the reason."""
    petition = petition_of(request, uid)
    require_ask(request.viewer, petition)
    identity, letters = identities.sealed_things(petition)
    if identity is None and not letters:
        raise NothingSealed()
    sent = request.POST if request.method == "POST" else None
    form = AskForm(sent, has_identity=identity is not None, letters=letters)
    if form.is_bound and form.is_valid():
        with said_on(form, words_missing="words", tells_denouncer="words"):
            asked = opening.ask_opening(petition, **form.given(), by=request.viewer, at=request.at)
            messages.success(request, _("Đã gửi yêu cầu. Khi được cho mở, hỏi người cho mở khóa thứ hai."))
            return redirect("petitions:opening", uid=asked.uid)
    return form_page(
        request, form, petition=petition, title=_("Xin mở niêm phong"), button=_("Gửi yêu cầu"),
        lead=_("Người khác cho mở. Lần mở được ghi vào nhật ký và báo Chủ tịch."),
    )  # fmt: skip


@never_cache
def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A request: who asks for what and why. The allower says yes or no here, and reads the key."""
    asked = request_of(request, uid)
    key = _answered(request, asked) if request.method == "POST" else ""
    if request.method == "POST" and not key:
        return redirect("petitions:opening", uid=asked.uid)
    return _request_page(request, asked, key)


def _answered(request: Request, asked: OpeningRequest) -> str:
    """The second key when it was allowed, "" when it was refused."""
    require_allow(request.viewer, asked)
    if request.POST.get("do") == "allow":
        return opening.allow_opening(asked, by=request.viewer, at=request.at)
    opening.deny_opening(asked, by=request.viewer, at=request.at)
    messages.success(request, _("Đã trả lời không cho mở."))
    return ""


def _request_page(request: Request, asked: OpeningRequest, key: str) -> HttpResponse:
    choice = choice_of(request.viewer.unit, request.on)
    context = {
        "title": _("Yêu cầu mở niêm phong"),
        "crumbs": crumbs_to_seals(),
        "demo": asked.petition.owner_unit.example,
        "asked": asked,
        "petition_title": title_of(asked.petition),
        "task": showing.task_of(asked, request.viewer, choice),
        "shown_key": f"{key[:4]}-{key[4:]}" if key else "",
        "minutes": int(opening.KEY_LASTS.total_seconds() // 60),
    }
    return render(request, "petitions/sealed/request.html", context)


@never_cache
@sensitive_post_parameters()
def open_seal(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Type the second key; what was sealed is shown in this one answer and never again."""
    asked = request_of(request, uid)
    require_open(request.viewer, asked)
    if asked.end:
        raise RequestOver()
    form = KeyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with said_on(form, wrong_key="khoa_thu_hai", key_over="khoa_thu_hai", request_over="khoa_thu_hai"):
            typed = form.cleaned_data["khoa_thu_hai"]
            return _shown(request, asked, opening.open_sealed(asked, typed, by=request.viewer, at=request.at))
    return form_page(
        request, form, title=_("Mở niêm phong"), button=_("Mở"), again=reverse("petitions:opening", args=[uid]),
        lead=_("Nội dung chỉ hiện một lần, ngay sau khi bấm. Không để người khác nhìn màn hình, không chụp lại."),
    )  # fmt: skip


def _shown(request: Request, asked: OpeningRequest, found: opening.Opened) -> HttpResponse:
    if found.identity is None:
        ending = next((end for head, end in _ENDINGS if found.letter.startswith(head)), ".bin")
        return attachment(found.letter, f"{asked.petition.code}-don-goc{ending}", "application/octet-stream")
    context = {
        "title": _("Danh tính người tố cáo"),
        "crumbs": crumbs_to_seals(),
        "demo": asked.petition.owner_unit.example,
        "identity": found.identity,
        "petition": asked.petition,
    }
    return render(request, "petitions/sealed/opened.html", context)


@require_POST
def seen(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The head has read of an opening."""
    rows = SealOpening.objects.seen_by(request.viewer).select_related("petition")
    opening.see_opening(get_object_or_404(rows, uid=uid), by=request.viewer, at=request.at)
    return redirect("petitions:seals")
