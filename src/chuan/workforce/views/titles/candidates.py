"""Who registers, who is put before the council, what papers say of somebody's year."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.rules.titles import Eligibility, Title
from chuan.ui import formatters as say
from chuan.workforce.actions import titles_candidates as actions
from chuan.workforce.forms_titles import VoidForm
from chuan.workforce.forms_titles_council import FactsForm, ProposeForm, RegisterForm, today_within
from chuan.workforce.models import Candidate
from chuan.workforce.permissions import require_keep
from chuan.workforce.titles.judged import eligibilities
from chuan.workforce.titles.said import known_of, standing_facts
from chuan.workforce.views.forms import saved
from chuan.workforce.views.titles.around import around, chosen, kept_round, people_of, titles_of


def register(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write who registers for a title."""
    round_ = kept_round(request, uid)
    people = people_of(request, round_)
    form = RegisterForm(
        sent(request), titles=titles_of(round_), people=people,
        initial={"on": today_within(round_.year, request.on)},
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        actions.register_candidates(
            round_, Title(given["title"]), officials=chosen(people, given["people"]), team=given["team"],
            registered_on=given["on"], by=request.viewer, at=request.at,
        )  # fmt: skip

    return saved(
        request, form, save, title=_("Ghi đăng ký danh hiệu năm %s") % round_.year, done=_("Đã ghi đăng ký."),
        button=_("Ghi đăng ký"), **around(round_.year),
    )  # fmt: skip


def put_forward(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Put some of those registered before the council; beside each name how many criteria are met and not known."""
    round_ = kept_round(request, uid)
    rows = Candidate.objects.seen_by(request.viewer).standing().filter(round=round_, proposed_on=None)
    waiting = list(rows.select_related("official").order_by("title", "pk"))
    judged = eligibilities(round_, waiting, as_of=request.at)
    form = ProposeForm(
        sent(request), choices=[(str(one.uid), _label(one, judged.get(one.pk))) for one in waiting],
        initial={"on": today_within(round_.year, request.on)},
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        picked = [one for one in waiting if str(one.uid) in given["candidates"]]
        actions.propose(round_, picked, given["on"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Đề nghị Hội đồng xét, năm %s") % round_.year, done=_("Đã ghi đề nghị."),
        lead="" if waiting else _("Không còn ai đã đăng ký mà chưa đề nghị. Ghi đăng ký trước."),
        button=_("Đề nghị"), **around(round_.year),
    )  # fmt: skip


def withdraw(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a candidate back with the reason."""
    require_keep(request.viewer)
    rows = Candidate.objects.seen_by(request.viewer).select_related("round", "official")
    row = get_object_or_404(rows, uid=uid)
    form = VoidForm(sent(request))

    def save() -> None:
        actions.void_candidate(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Rút tên khỏi danh sách"), done=_("Đã rút tên."),
        lead=f"{row.whose}: {row.get_title_display()}", **around(row.round.year),
    )  # fmt: skip


def facts(request: Request, uid: uuid.UUID, official: uuid.UUID) -> HttpResponse:
    """Write what papers say of somebody's year; what Chuẩn's registers say stands above, and is not filled in."""
    round_ = kept_round(request, uid)
    person = get_object_or_404(Official.objects.seen_by(request.viewer), uid=official)
    standing = standing_facts(round_, None).get(person.pk, {})
    form = FactsForm(sent(request), initial={key: fact.value for key, fact in standing.items()})

    def save() -> None:
        given = form.cleaned_data["document"]
        actions.say_facts(round_, person, form.said(), given, by=request.viewer, at=request.at)

    known = known_of(round_.unit, round_, round_.period, request.at)
    parts = (
        [_("Sổ ngày vắng: %s ngày làm việc") % say.number(known.leave[person.pk])]
        if person.pk in known.leave
        else []
    )
    parts += (
        [_("nghỉ thai sản %s ngày") % say.number(known.maternity[person.pk])]
        if person.pk in known.maternity
        else []
    )
    parts += (
        [_("xếp loại của năm đã có quyết định, lấy theo quyết định")] if person.pk in known.levels else []
    )
    parts += [_("có sáng kiến trong sổ")] if person.pk in known.inventors else []
    lead = _("Chuẩn đang có: %s. Ghi thêm điều giấy tờ nói; không rõ thì để “chưa rõ”.") % (
        "; ".join(parts) or _("chưa có gì")
    )
    return saved(
        request, form, save, title=_("Dữ liệu xét danh hiệu: %s") % person.name, done=_("Đã ghi dữ liệu."),
        lead=lead, button=_("Ghi dữ liệu"),
        back=f"{reverse('workforce:title_person', args=[person.uid])}?nam={round_.year}",
        crumbs=around(round_.year)["crumbs"],
    )  # fmt: skip


def _label(one: Candidate, judged: Eligibility | None) -> str:
    head = f"{one.whose}: {one.get_title_display()}"
    if judged is None:
        return head
    words = _("%(head)s (%(met)s tiêu chuẩn đạt, %(unmet)s chưa đạt, %(asked)s chưa rõ)")
    total, unmet, asked = len(judged.criteria), len(judged.unmet), len(judged.asked)
    return words % {"head": head, "met": total - unmet - asked, "unmet": unmet, "asked": asked}
