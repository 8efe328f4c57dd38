"""All reviews, one review, its inputs, what reads otherwise now."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.law.qms import after, qms_value
from chuan.law.review_inputs import inputs, outputs
from chuan.offers.subjects import Subject, describe
from chuan.people.door import Request
from chuan.reviews.collecting import LetterShown, drifted, inputs_of, latest, standing_minutes
from chuan.reviews.models import Minutes, Resolution, Review
from chuan.reviews.permissions import may_keep, may_read_all, may_sign
from chuan.reviews.views.forms import page
from chuan.reviews.views.people import shown
from chuan.rules.reviews import OutputKind, unanswered


def everything(request: Request) -> HttpResponse:
    """Reviews, the latest first; when the next one is due; whoever is in none sees what was given to him."""
    rows = Review.objects.seen_by(request.viewer).order_by("-planned_on", "-pk")
    last = rows.filter(status__in=("signed", "followed")).first()
    due = after(last.held_on, "review_months") if last and last.held_on else None
    given = Resolution.objects.seen_by(request.viewer).open().select_related("owner", "review")
    context = page(request, _("Xem xét của lãnh đạo")) | {
        "crumbs": [],
        "reviews": rows.select_related("chair")[:50],
        "reader": may_read_all(request.viewer),
        "open": given.order_by("due_on", "pk")[:50],
        "due": due,
        "late": due is not None and request.on > due,
        "rule": qms_value("review_months", request.on),
        "keeper": may_keep(request.viewer),
        "waiting": rows.filter(status__in=("called", "held", "decided")).first(),
    }
    return render(request, "reviews/list.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A review at a glance: the next step first, then meeting, decisions, inputs."""
    review = shown(request, uid)
    context = _around(request, review, _("Xem xét của lãnh đạo %s") % review.code) | _meeting(request, review)
    return render(request, "reviews/one.html", context)


def inputs_page(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Every letter with what is known of it, the missing ones first."""
    review = shown(request, uid)
    known = inputs_of(review, by=request.viewer, on=request.on, at=request.at)
    title = _("Đầu vào của cuộc xem xét %s") % review.code
    context = _around(request, review, title) | {
        "crumbs": _crumbs(review), "inputs": known, "missing": len(known.missing), "all": len(inputs())
    }  # fmt: skip
    return render(request, "reviews/inputs.html", context)


def changed(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What the rooms say otherwise now than when the inputs were frozen."""
    review = shown(request, uid)
    standing = latest(review)
    if standing is None:
        return redirect("reviews:inputs", uid=review.uid)
    changes = drifted(review, standing, by=request.viewer, at=request.at)
    context = _around(request, review, _("Số liệu nay khác lúc họp")) | {
        "crumbs": _crumbs(review), "standing": standing,
        "changes": [(inputs()[one.letter], one) for one in changes],
    }  # fmt: skip
    return render(request, "reviews/changed.html", context)


def _meeting(request: Request, review: Review) -> dict[str, Any]:
    minutes = standing_minutes(review)
    given = list(review.resolutions.standing().select_related("owner", "carried_from__review").order_by("pk"))
    seats = _seats(minutes)
    left = unanswered(OutputKind(one.kind) for one in given)
    chair = minutes.chair_id if minutes else review.chair_id
    return {
        "minutes": minutes,
        "there": [one.name for one in seats if one.present],
        "away": _away(seats, request),
        "kinds": [
            (told, [one for one in given if one.kind == kind], kind in left)
            for kind, told in outputs().items()
        ],
        "left": [outputs()[kind].title.lower() for kind in left],
        "missing": _missing(request, review),
        "all": len(inputs()),
        "signer": may_sign(request.viewer, chair),
        "seal": getattr(review, "seal", None) if review.is_signed else None,
        "draft": _draft(request, review),
        "events": review.events.select_related("by").order_by("seq"),
    }


def _missing(request: Request, review: Review) -> list[LetterShown]:
    """What is missing of the frozen inputs; before the meeting the rooms are asked on the page of inputs only."""
    if latest(review) is None:
        return []
    return inputs_of(review, by=request.viewer, on=request.on, at=request.at).missing


def _seats(minutes: Minutes | None) -> list[Any]:
    return list(minutes.attendance.select_related("official").order_by("position")) if minutes else []


def _away(seats: list[Any], request: Request) -> list[Any]:
    """Who was away; a guest is not told why, which may name an illness."""
    away = [one for one in seats if not one.present]
    for one in away if request.viewer.guest else ():
        one.reason = _("lý do không nêu")
    return away


def _draft(request: Request, review: Review) -> Any:
    if review.draft_uid is None:
        return None
    subject = Subject("draft", review.draft_uid)
    return describe([subject], request.viewer).get(subject)


def _around(request: Request, review: Review, title: str) -> dict[str, Any]:
    own = review.owner_unit_id == request.viewer.unit.pk
    return page(request, title) | {
        "review": review, "keeper": may_keep(request.viewer) and own, "today": request.on,
    }  # fmt: skip


def _crumbs(review: Review) -> list[tuple[str, str]]:
    return [(_("Xem xét của lãnh đạo"), "/xem-xet/"), (review.code, f"/xem-xet/{review.uid}/")]
