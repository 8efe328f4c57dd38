"""The signature of a review, and its minutes begun as a draft."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.people.door import Request
from chuan.reviews import actions
from chuan.reviews.collecting import inputs_of, standing_minutes
from chuan.reviews.permissions import may_sign
from chuan.reviews.views.around import home_of, page_of
from chuan.reviews.views.people import kept, shown
from chuan.rules.refusals import NotAllowed, NotFound, Refused


def sign(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What the chair signs, and the button."""
    review = shown(request, uid)
    refusal = ""
    if request.method == "POST":
        try:
            actions.sign(review, by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã ký. Các việc được giao đã vào Việc của tôi của từng người."))
            return redirect(home_of(review))
    minutes = standing_minutes(review)
    context = page_of(request, review, _("Ký biên bản xem xét")) | {
        "signer": minutes is not None and may_sign(request.viewer, minutes.chair_id),
        "refusal": refusal, "review": review, "minutes": minutes,
        "inputs": inputs_of(review, by=request.viewer, on=request.on, at=request.at),
        "given": review.resolutions.standing().select_related("owner").order_by("pk"),
    }  # fmt: skip
    return render(request, "reviews/sign.html", context, status=422 if refusal else 200)


@require_POST
def draft(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Begin the minutes as a draft in the room of documents."""
    review = kept(request, uid)
    try:
        document = actions.begin_minutes(review, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect(home_of(review))
    messages.success(request, _("Đã tạo dự thảo biên bản. Rà soát rồi trình ký ở phòng Văn bản."))
    return redirect("documents:draft", uid=document.uid)
