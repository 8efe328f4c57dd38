"""The keepers' queue: what citizens sent, taken into the register by one press, or set aside with a reason."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.files import actions as files
from chuan.intake.record_systems import system_on
from chuan.law.petition_fields import petition_fields
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.permissions import require_role
from chuan.people.saying import said_on
from chuan.petitions.actions.beginning import Given
from chuan.petitions.actions.public.deciding import KEPT_ASIDE, set_aside, take_post
from chuan.petitions.actions.receiving import Letter
from chuan.petitions.actions.senders import From, terms_of
from chuan.petitions.forms_public import AsideForm, TakeForm
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition, PublicPost
from chuan.petitions.permissions import KEEPERS, LEADERS, may_keep, require_keep
from chuan.petitions.public.switch import PAGE
from chuan.petitions.receiving import blind
from chuan.petitions.receiving.readers import choices_of
from chuan.petitions.receiving.repeats import Found, likely
from chuan.petitions.views.one import crumbs_to
from chuan.petitions.views.public import REFUSED
from chuan.rules.petitions import Channel

ROWS = 20
ANOTHER = "another"
_FIELDS = {"text_missing": "text", "about_the_receiver": "concerned"}


def listed(request: Request) -> HttpResponse:
    """What waits, the oldest first; then what was decided lately."""
    require_role(request.viewer, *KEEPERS, *LEADERS)
    seen = PublicPost.objects.seen_by(request.viewer).prefetch_related("photos")
    waiting = Paginator(seen.waiting().order_by("sent_at", "pk"), ROWS).get_page(request.GET.get("trang"))
    decided = seen.exclude(state=PublicPost.State.WAITING).select_related("petition", "settled_by")
    recent = list(decided.order_by("-settled_at", "-pk")[:ROWS])
    opens = Petition.objects.seen_by(request.viewer).filter(pk__in=[one.petition_id for one in recent])
    context = {
        "title": _("Từ trang phản ánh của người dân"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "waiting": waiting,
        "decided": recent,
        "is_open": PAGE.is_open(request.viewer.unit, request.on),
        "may_open": set(opens.values_list("pk", flat=True)),
    }
    return render(request, "petitions/public/queue.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One post, and the form that takes it in as it is."""
    post = _post(request, uid)
    may_take = may_keep(request.viewer) and post.may_be_taken
    sent = request.POST if request.method == "POST" else None
    if sent is not None:
        require_keep(request.viewer)
    form = TakeForm(
        sent, post=post, fields=petition_fields(request.on),
        officials=choices_of(request.viewer.unit, request.on),
    )  # fmt: skip
    if sent is not None and form.is_valid():
        with said_on(form, **_FIELDS):
            petition = take_post(post, _letter(request, form, post), by=request.viewer, at=request.at)
            messages.success(request, _("Đã nhận vào sổ: %s.") % petition.code)
            return redirect("petitions:one", uid=petition.uid)
    asked = form.is_bound and form.has_error(NON_FIELD_ERRORS)
    return _page(
        request, "post", _("Phản ánh chờ xem"), post, refused=form.is_bound, form=form, may_take=may_take,
        matches=_matches(request, form, post) if asked else [], another=ANOTHER,
        system=system_on(request.viewer.unit, "petitions", request.on),
    )  # fmt: skip


def aside(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Not into the register: why, and what becomes of the words."""
    post = _post(request, uid)
    require_keep(request.viewer)
    form = AsideForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with said_on(form, public_why_missing="why"):
            set_aside(post, form.cleaned_data["why"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi. Người gửi đọc được lý do khi tra mã."))
            return redirect("petitions:public_posts")
    return _page(
        request, "aside", _("Không nhận vào sổ"), post, refused=form.is_bound, form=form,
        days=KEPT_ASIDE.days, back=reverse("petitions:public_post", args=[post.uid]),
    )  # fmt: skip


def photo(request: Request, uid: uuid.UUID, number: int) -> HttpResponse:
    """A photo as we drew it; ``?nho`` the small one."""
    found = _post(request, uid).photos.select_related("blob", "small").filter(number=number).first()
    if found is None:
        raise Http404
    blob = found.small if "nho" in request.GET else found.blob
    response = HttpResponse(files.read(blob), content_type="image/png")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _post(request: Request, uid: uuid.UUID) -> PublicPost:
    """The post, if the viewer may see it; 404 else."""
    seen = PublicPost.objects.seen_by(request.viewer).select_related("unit", "petition", "settled_by")
    return get_object_or_404(seen, uid=uid)


def _letter(request: Request, form: TakeForm, post: PublicPost) -> Letter:
    told, again = form.cleaned_data, request.POST.get("again", "")
    officials = Official.objects.seen_by(request.viewer).filter(unit=request.viewer.unit)
    given = Given(
        kind=told["kind"], channel=Channel.PORTAL, received_on=post.sent_on, text=told["text"],
        field=told["field"], place=told["place"], anonymous=not post.name,
        concerned=tuple(officials.filter(uid__in=told.get("concerned", []))),
    )  # fmt: skip
    return Letter(given, senders=_senders(post), same_as=_same(request, again), another=again == ANOTHER)


def _senders(post: PublicPost) -> tuple[From, ...]:
    return (From(post.name, "", post.contact, False),) if post.name else ()


def _same(request: Request, again: str) -> Petition | None:
    try:
        uid = uuid.UUID(again)
    except ValueError:
        return None
    return Petition.objects.seen_by(request.viewer).select_related("same_as").filter(uid=uid).first()


def _matches(request: Request, form: TakeForm, post: PublicPost) -> Sequence[Found]:
    """What the post was found to be like, to be shown beside the question."""
    kind, text = form.cleaned_data.get("kind", post.kind), form.cleaned_data.get("text", "").strip()
    senders = blind.sender_digests(kind, terms_of(_senders(post)))
    found = likely(
        kind, senders, blind.content_digests(kind, text), viewer=request.viewer,
        bench=bench_of(request.viewer.unit),
    )  # fmt: skip
    return [one for one in found if one.blocks][:5]


def _page(
    request: Request, template: str, title: str, post: PublicPost, *, refused: bool, **more: object
) -> HttpResponse:
    context = {
        "title": title,
        "demo": request.viewer.unit.example,
        "crumbs": [*crumbs_to(), (_("Từ trang phản ánh"), reverse("petitions:public_posts"))],
        "post": post,
        "photos": post.photos.order_by("number"),
        **more,
    }
    return render(request, f"petitions/public/{template}.html", context, status=REFUSED if refused else 200)
