"""Forms before the signing: a call, words for an input, the meeting, decisions, the signature."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.law.review_inputs import inputs
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.reviews import actions
from chuan.reviews.collecting import standing_minutes
from chuan.reviews.forms import (
    CallForm,
    DecisionForm,
    MeetingForm,
    NothingForm,
    ReasonForm,
    WordsForm,
    chosen,
)
from chuan.reviews.models import Addition, Resolution, Review
from chuan.reviews.permissions import require_keep
from chuan.reviews.views.around import home_of, page_of
from chuan.reviews.views.forms import page, saved
from chuan.reviews.views.people import heads, kept, serving
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.reviews import OutputKind, unanswered


def call(request: Request) -> HttpResponse:
    """Call a review; the form begins with this year and everybody who holds a post."""
    require_keep(request.viewer)
    people, leading = serving(request.viewer, request.on), heads(request.viewer, request.on)
    form = CallForm(sent(request), heads=leading, people=people, initial=_proposed(request, people))

    def save() -> str:
        given = form.cleaned_data
        row = actions.call(
            actions.Call(
                given["first"], given["last"], given["planned_on"], chosen(leading, given["chair"]),
                chosen(people, given["secretary"]), [chosen(people, uid) for uid in given["invited"]],
                given["place"], given["citation"],
            ),
            by=request.viewer, at=request.at,
        )  # fmt: skip
        return reverse("reviews:inputs", args=[row.uid])

    return saved(
        request, form, save, page(request, _("Triệu tập cuộc xem xét")) | {"agenda": inputs().values()},
        done=_("Đã triệu tập. Xem đầu vào nào còn thiếu để chuẩn bị trước ngày họp."), back="/xem-xet/",
        button=_("Triệu tập"), template="reviews/call.html",
    )  # fmt: skip


def call_off(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Call it off, with the reason."""
    review = kept(request, uid)
    form = ReasonForm(sent(request))

    def save() -> str:
        actions.call_off(review, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return home_of(review)

    return _form(request, review, form, save, _("Hủy cuộc xem xét"), done=_("Đã hủy cuộc xem xét."))


def say(request: Request, uid: uuid.UUID, letter: str) -> HttpResponse:
    """Words for one input."""
    review = kept(request, uid)
    asked = inputs().get(letter)
    if asked is None:
        raise NotFound(thing=_("đầu vào này"))
    form = WordsForm(sent(request))
    back = reverse("reviews:inputs", args=[review.uid])

    def save() -> str:
        given = form.cleaned_data
        actions.say(
            review, letter, given["words"], unknown=given["unknown"], by=request.viewer, at=request.at
        )
        return back

    return _form(
        request,
        review,
        form,
        save,
        asked.title,
        done=_("Đã ghi."),
        lead=asked.ask,
        button=_("Ghi"),
        back=back,
    )


@require_POST
def unsay(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take words back."""
    rows = Addition.objects.seen_by(request.viewer).standing().select_related("review")
    row = get_object_or_404(rows, uid=uid)
    return _do(
        request, lambda: actions.unsay(row, by=request.viewer, at=request.at), _("Đã bỏ lời đã ghi."),
        reverse("reviews:inputs", args=[row.review.uid]),
    )  # fmt: skip


def hold(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write the meeting; the inputs are frozen as of its day."""
    review = kept(request, uid)
    people, leading = _called(review), heads(request.viewer, request.on)
    form = MeetingForm(sent(request), heads=leading, people=people, initial=_standing(review, request.on))

    def save() -> str:
        given = form.cleaned_data
        everybody = [*people, *leading]
        meeting = actions.Meeting(
            given["held_on"], chosen(everybody, given["chair"]), chosen(everybody, given["secretary"]),
            form.came(), form.guest_names(), given["began"], given["ended"], given["place"], given["opinions"],
        )  # fmt: skip
        actions.hold(review, meeting, seen=given["seen"], by=request.viewer, at=request.at)
        return home_of(review)

    lead = _("Ghi xong, đầu vào được chốt theo ngày họp. Trước khi ký vẫn ghi lại được cuộc họp.")
    return _form(
        request, review, form, save, _("Ghi cuộc họp"), done=_("Đã ghi cuộc họp và chốt đầu vào."), lead=lead,
        template="reviews/hold.html",
    )  # fmt: skip


def decide(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write a decision; ``?tu=`` names the earlier one that it goes on with."""
    review = kept(request, uid)
    people = serving(request.viewer, request.on)
    earlier = _earlier(request, review)
    form = DecisionForm(sent(request), people=people, initial=_carried(request, earlier))

    def save() -> str:
        given = form.cleaned_data
        owner = chosen(people, given["owner"]) if given["owner"] else None
        actions.decide(
            review, OutputKind(given["kind"]), given["words"], owner=owner, due_on=given["due_on"], earlier=earlier,
            by=request.viewer, at=request.at,
        )  # fmt: skip
        return home_of(review)

    return _form(request, review, form, save, _("Ghi kết luận"), done=_("Đã ghi kết luận."))


def need_nothing(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Say why nothing of a kind needs to be decided."""
    review = kept(request, uid)
    given_kinds = [OutputKind(one.kind) for one in review.resolutions.standing()]
    form = NothingForm(sent(request), kinds=unanswered(given_kinds) or list(OutputKind))

    def save() -> str:
        given = form.cleaned_data
        actions.need_nothing(
            review, OutputKind(given["kind"]), given["words"], by=request.viewer, at=request.at
        )
        return home_of(review)

    return _form(
        request, review, form, save, _("Không cần quyết định"), done=_("Đã ghi."), button=_("Ghi lý do")
    )


@require_POST
def withdraw(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a decision back before the signing."""
    rows = Resolution.objects.seen_by(request.viewer).standing().select_related("review__owner_unit")
    row = get_object_or_404(rows, uid=uid)
    return _do(
        request, lambda: actions.withdraw(row, by=request.viewer, at=request.at), _("Đã bỏ kết luận."),
        home_of(row.review),
    )  # fmt: skip


def _proposed(request: Request, people: list[Official]) -> dict[str, Any]:
    year = request.on.year
    mine = request.viewer.official
    return {
        "planned_on": request.on + timedelta(days=7), "first": date(year, 1, 1), "last": date(year, 12, 31),
        "secretary": str(mine.uid) if mine else "", "invited": [str(one.uid) for one in people],
    }  # fmt: skip


def _called(review: Review) -> list[Official]:
    return list(review.invited.order_by("name", "pk"))


def _standing(review: Review, today: date) -> dict[str, Any]:
    """What the form begins with: the meeting as it was written last, else as it was called."""
    minutes = standing_minutes(review)
    if minutes is None:
        return {
            "seen": 0, "held_on": min(review.planned_on, today), "place": review.place,
            "chair": str(review.chair.uid), "secretary": str(review.secretary.uid),
        }  # fmt: skip
    seats = list(minutes.attendance.select_related("official"))
    came = {f"came_{one.official.uid.hex}": one.present for one in seats if one.official}
    why = {f"why_{one.official.uid.hex}": one.reason for one in seats if one.official}
    return {
        "seen": minutes.version, "held_on": minutes.held_on, "began": minutes.began, "ended": minutes.ended,
        "place": minutes.place, "chair": str(minutes.chair.uid), "secretary": str(minutes.secretary.uid),
        "guests": "\n".join(one.guest for one in seats if one.guest), "opinions": minutes.opinions, **came, **why,
    }  # fmt: skip


def _earlier(request: Request, review: Review) -> Resolution | None:
    """The open decision of an earlier review that the address names."""
    typed = request.GET.get("tu", "")
    if not typed:
        return None
    try:
        uid = uuid.UUID(typed)
    except ValueError:
        raise NotFound(thing=_("kết luận này")) from None
    rows = Resolution.objects.seen_by(request.viewer).open().exclude(review=review)
    return get_object_or_404(rows.select_related("review", "owner"), uid=uid)


def _carried(request: Request, earlier: Resolution | None) -> dict[str, Any]:
    if earlier is None:
        return {}
    return {
        "kind": earlier.kind,
        "words": earlier.words,
        "owner": str(earlier.owner.uid) if earlier.owner else "",
    }


def _form(
    request: Request, review: Review, form: Any, save: Any, title: str, *, done: str, lead: str = "", button: str = "",
    back: str = "", template: str = "reviews/form.html",
) -> HttpResponse:  # fmt: skip
    context = page_of(request, review, title) | {"review": review}
    return saved(
        request, form, save, context, done=done, lead=lead, button=button or title, back=back or home_of(review),
        template=template,
    )  # fmt: skip


def _do(request: Request, deed: Any, done: str, back: str) -> HttpResponse:
    """A button: done or refused with a sentence, and back to where it stands."""
    try:
        deed()
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, done)
    return redirect(back)
