"""Decisions of all reviews with their days, one decision, papers and worksheets."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.reviews import actions
from chuan.reviews.forms import DoneForm
from chuan.reviews.models import Resolution, Review
from chuan.reviews.papers import decisions_sheet, minutes_pdf
from chuan.reviews.permissions import may_settle
from chuan.reviews.views.forms import page, saved
from chuan.reviews.views.people import shown
from chuan.ui.files import XLSX, attachment

MOST = 500


def everything(request: Request) -> HttpResponse:
    """Decisions of signed reviews: those that wait first, the earliest day first."""
    rows = _signed(request)
    waiting = rows.filter(state=Resolution.State.OPEN).order_by("due_on", "pk")
    settled = rows.exclude(state=Resolution.State.OPEN).order_by("-review__held_on", "pk")
    review = Review.objects.seen_by(request.viewer).filter(status__in=("held", "decided")).first()
    context = page(request, _("Kết luận của các cuộc xem xét")) | {
        "waiting": waiting[:MOST], "settled": settled[:100], "today": request.on, "carrying": review,
    }  # fmt: skip
    return render(request, "reviews/decisions.html", context)


def sheet(request: Request) -> HttpResponse:
    """The same as a worksheet."""
    rows = _signed(request).order_by("-review__held_on", "pk")[:MOST]
    title = _("Kết luận của các cuộc xem xét – %s") % request.viewer.unit.committee
    return attachment(decisions_sheet(rows, title, request.on), "ket-luan-xem-xet.xlsx", XLSX)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One decision; its owner says that it is done."""
    rows = Resolution.objects.seen_by(request.viewer).exclude(state="void")
    row = get_object_or_404(
        rows.select_related("review__owner_unit", "owner", "settled_by", "carried_from__review"), uid=uid
    )
    form = DoneForm(sent(request), initial={"done_on": request.on})

    def save() -> str:
        given = form.cleaned_data
        actions.settle(row, given["evidence"], given["done_on"], by=request.viewer, at=request.at)
        return request.path

    waits = row.state == Resolution.State.OPEN and row.review.is_signed
    context = page(request, _("Kết luận của cuộc xem xét %s") % row.review.code) | {
        "one": row, "today": request.on, "settler": waits and may_settle(request.viewer, row),
        "seen": Review.objects.seen_by(request.viewer).filter(pk=row.review_id).exists(),
    }  # fmt: skip
    return saved(
        request, form, save, context, done=_("Đã ghi việc đã xong."), back="/xem-xet/quyet-dinh/",
        button=_("Ghi đã xong"), template="reviews/decision.html",
    )  # fmt: skip


def minutes(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The minutes as PDF; a review that was not held yet has none."""
    review = shown(request, uid)
    if review.held_on is None:
        return redirect("reviews:one", uid=review.uid)
    data = minutes_pdf(review, by=request.viewer, at=request.at, reasons=request.viewer.guest is None)
    return attachment(data, f"bien-ban-{review.code.replace('/', '-')}.pdf", "application/pdf")


def _signed(request: Request) -> QuerySet[Resolution]:
    rows = Resolution.objects.seen_by(request.viewer).real().filter(review__status__in=("signed", "followed"))
    return rows.select_related("review", "owner")
