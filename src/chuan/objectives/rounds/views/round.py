"""One round: its lines with three years beside, who has not answered, and the steps to the draft."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chuan.documents.models import Reading
from chuan.objectives.models import Plan, Round, RoundLine
from chuan.objectives.rounds import actions
from chuan.objectives.rounds.actions.reading import is_readable
from chuan.objectives.rounds.addresses import HOME, of_round
from chuan.objectives.rounds.asking import asked_of_year
from chuan.objectives.rounds.bases_kept import kept_for
from chuan.objectives.rounds.forms import AddForm, ClosingForm, ReasonForm
from chuan.objectives.rounds.making import lines_of
from chuan.objectives.rounds.permissions import may_run, was_asked
from chuan.objectives.rounds.picture import LineShown, RoundPicture, picture_of
from chuan.objectives.rounds.views.finding import page_of, posts_of, round_of
from chuan.people.door import Request
from chuan.people.sent_forms import saved, sent
from chuan.rules.refusals import NotAllowed, NotFound, Refused

REFUSED = 422
MINE, OPEN, ASKED_FOR, CAUTIONED = "toi", "chua-quyet", "de-nghi", "nhac"


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The round as it stands."""
    return _shown(request, round_of(request, uid))


@require_POST
def keep_mine(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Say "keep" of every line of one's own that is not answered."""
    round_ = round_of(request, uid)

    def do() -> str:
        n = actions.keep_all_mine(round_, by=request.viewer, at=request.at)
        messages.success(request, ngettext("Đã đề nghị giữ %s dòng.", "Đã đề nghị giữ %s dòng.", n) % n)
        return of_round(round_)

    return _done(request, round_, do)


@require_POST
def keep_rest(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Keep every line nobody wants changed."""
    round_ = round_of(request, uid)

    def do() -> str:
        n = actions.keep_the_rest(round_, by=request.viewer, at=request.at)
        messages.success(request, ngettext("Đã giữ %s dòng.", "Đã giữ %s dòng.", n) % n)
        return of_round(round_)

    return _done(request, round_, do)


@require_POST
def draft(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Make the draft and lead to it."""
    round_ = round_of(request, uid)

    def do() -> str:
        made = actions.draft(round_, by=request.viewer, at=request.at)
        messages.success(request, _("Đã soạn dự thảo. Xem lại rồi trình duyệt nội dung."))
        for note in made.notes:
            messages.warning(request, note)
        return reverse("documents:draft", args=[made.document.uid])

    return _done(request, round_, do)


@require_POST
def read(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Read the issued Decision as the plan of the year; a person then looks and confirms."""
    round_ = round_of(request, uid)

    def do() -> str:
        reading = actions.read_as_plan(round_, by=request.viewer, at=request.at)
        if n := reading.questions.exclude(answered_at=None).count():
            told = ngettext(
                "%s câu hỏi của bộ đọc đã điền theo câu trả lời năm trước. Xem lại rồi xác nhận.",
                "%s câu hỏi của bộ đọc đã điền theo câu trả lời năm trước. Xem lại rồi xác nhận.", n,
            )  # fmt: skip
            messages.success(request, told % n)
        return reverse("documents:reading", args=[reading.uid])

    return _done(request, round_, do)


def closing(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Another closing day."""
    round_ = round_of(request, uid)
    form = ClosingForm(sent(request), initial={"closes_on": round_.closes_on})

    def save() -> None:
        actions.move_closing(round_, form.cleaned_data["closes_on"], by=request.viewer, at=request.at)

    return _form(request, round_, form, save, _("Đổi hạn góp ý"), _("Đổi hạn"), _("Đã đổi hạn góp ý."))


def call_off(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Call the round off."""
    round_ = round_of(request, uid)
    form = ReasonForm(sent(request))

    def save() -> str:
        actions.call_off(round_, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return HOME

    return _form(
        request, round_, form, save, _("Hủy đợt năm %s") % round_.year, _("Hủy đợt"), _("Đã hủy đợt.")
    )


def reopen(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Open a drafted round again."""
    round_ = round_of(request, uid)
    form = ReasonForm(sent(request))

    def save() -> None:
        actions.reopen(round_, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    return _form(
        request, round_, form, save, _("Mở lại đợt năm %s") % round_.year, _("Mở lại"), _("Đã mở lại đợt.")
    )


def add(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Propose a new line."""
    round_ = round_of(request, uid)
    standing = (one for one in lines_of(round_) if one.decided != RoundLine.Decided.DROPPED)
    tops = {str(one.uid): one for one in standing if one.parent_id is None}
    offered = [(key, _("dưới “%s”") % (one.final or one.text)[:80]) for key, one in tops.items()]
    form = AddForm(sent(request), tops=offered, posts=posts_of(request, round_))

    def save() -> str:
        given = form.cleaned_data
        actions.add_line(
            round_, form.sentence(), tops.get(given["above"]), given["reason"], by=request.viewer, at=request.at,
            owner_post=form.owner_post(),
        )  # fmt: skip
        return of_round(round_)

    return _form(
        request, round_, form, save, _("Đề nghị thêm mục tiêu"), _("Gửi đề nghị"), _("Đã gửi đề nghị thêm.")
    )


def _form(
    request: Request, round_: Round, form: Any, save: Any, title: str, button: str, done: str
) -> HttpResponse:
    context = page_of(request, title, round_) | {"button": button, "back": of_round(round_)}
    return saved(
        request, form, save, "objectives/rounds/form.html", context, done=done, back=of_round(round_)
    )


def _done(request: Request, round_: Round, do: Any) -> HttpResponse:
    """Do it and lead on, or the round again with why not."""
    try:
        return redirect(do())
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _shown(request, round_, refusal=refused.sentence)


def _shown(request: Request, round_: Round, refusal: str = "") -> HttpResponse:
    picture = picture_of(round_, request.viewer, request.on)
    mine = any(was_asked(request.viewer, one) for one in picture.silent)
    chosen = request.GET.get("cua") or request.GET.get("loc", "")
    runs = may_run(request.viewer, round_.owner_unit_id)
    context = page_of(request, _("Xây dựng mục tiêu năm %s") % round_.year) | {
        "round": round_, "picture": picture, "refusal": refusal, "runs": runs, "asked_me": mine,
        "lines": [one for one in picture.lines if _fits(one, chosen)], "chosen": chosen,
        "chips": _chips(picture, chosen), "years": [round_.plan.year - back for back in range(3)],
        "asks": asked_of_year(round_.plan, request.viewer), "readable": runs and is_readable(round_.document),
        "over": request.on > round_.closes_on, "bases": kept_for(round_), **_after(request, round_),
    }  # fmt: skip
    return render(request, "objectives/rounds/round.html", context, status=REFUSED if refusal else 200)


def _after(request: Request, round_: Round) -> dict[str, object]:
    """What became of the draft: a reading that waits, the plan."""
    document = round_.document
    waiting = document.readings.filter(status=Reading.Status.PROPOSED).first() if document else None
    plans = Plan.objects.seen_by(request.viewer).filter(decision=document)
    plan = plans.order_by("-pk").first() if document else None
    return {"waiting": waiting, "made": plan}


def _fits(one: LineShown, chosen: str) -> bool:
    tests = {
        MINE: one.mine, OPEN: one.open, CAUTIONED: bool(one.cautions),
        ASKED_FOR: one.proposal is not None and one.proposal.kind != "keep",
    }  # fmt: skip
    return tests.get(chosen, True)


def _chips(picture: RoundPicture, chosen: str) -> list[dict[str, object]]:
    named = (
        ("", _("Tất cả")), (MINE, _("Của tôi")), (OPEN, _("Chưa quyết")), (ASKED_FOR, _("Có đề nghị đổi")),
        (CAUTIONED, _("Có lời nhắc")),
    )  # fmt: skip
    return [
        {
            "url": f"?loc={key}" if key else "?", "label": label, "current": chosen == key,
            "count": sum(_fits(one, key) for one in picture.lines),
        }
        for key, label in named
    ]  # fmt: skip
