"""The law of ranking and of titles on a day, and the unit's own value for one that nobody verified."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.rules.refusals import Refused
from chuan.ui import formatters as say
from chuan.workforce.actions.own_law import set_own_value
from chuan.workforce.forms_own_law import DayForm, OwnValueForm
from chuan.workforce.models import RankingRound, TitleRound
from chuan.workforce.own_law.books import BOOKS, TITLES, Book
from chuan.workforce.own_law.rules import groups_on, open_value, title_of, value_words
from chuan.workforce.permissions import may_keep, require_keep
from chuan.workforce.ranking.laws import named
from chuan.workforce.views.forms import Crumbs, saved


def rules(request: Request, slug: str) -> HttpResponse:
    """Every value in force on a day: what it says, by which act and article, how sure; the unit's own in place."""
    book = _book(slug)
    form = DayForm(request.GET or None, initial={"ngay": request.on})
    on, groups = _asked(form, request.on), []
    try:
        groups = groups_on(book, request.viewer.unit, on)
    except Refused as refusal:
        form.add_error("ngay", refusal.sentence)
    context: dict[str, Any] = {
        "title": book.title, "demo": request.viewer.unit.example, "crumbs": _crumbs(book)[:1], "form": form,
        "on": on, "groups": groups, "book": book, "keeper": may_keep(request.viewer),
    }  # fmt: skip
    return render(request, "workforce/law.html", context, status=422 if form.errors else 200)


def own(request: Request, slug: str) -> HttpResponse:
    """Set the unit's own value of one rule, from a day on, by a document."""
    require_keep(request.viewer)
    book, key = _book(slug), request.GET.get("muc", "")
    on = _asked(DayForm(request.GET), request.on)
    opening, base = open_value(book, key, on)
    form = OwnValueForm(sent(request), opening=opening, initial={"valid_from": on})

    def save() -> None:
        given = form.cleaned_data
        set_own_value(
            book, key, given["value"], valid_from=given["valid_from"], citation=given["citation"],
            by=request.viewer, at=request.at,
        )  # fmt: skip

    lead = _("%(rule)s. Đang ghi: %(value)s, chưa xác minh. Đang mở: %(open)s.") % {
        "rule": title_of(book, key), "value": value_words(base.value, base.unit), "open": _open(request, book),
    }  # fmt: skip
    return saved(
        request, form, save, title=_("Đặt quy định riêng của đơn vị"),
        done=_("Đã đặt quy định riêng của đơn vị."), button=_("Đặt quy định"), lead=lead,
        back=f"{reverse('workforce:law', args=[slug])}?ngay={say.day(on)}", crumbs=_crumbs(book),
    )  # fmt: skip


def _open(request: Request, book: Book) -> str:
    """The rounds that are open and may go by a new value, by name."""
    unit = request.viewer.unit
    if book is TITLES:
        years = TitleRound.objects.seen_by(request.viewer).filter(unit=unit, concluded_at=None)
        found = [_("danh hiệu năm %s") % one.year for one in years.order_by("-year")]
    else:
        rounds = RankingRound.objects.seen_by(request.viewer).filter(unit=unit, state=RankingRound.State.OPEN)
        found = [named(one).lower() for one in rounds.order_by("-starts")]
    return ", ".join(found) or _("không có kỳ nào")


def _book(slug: str) -> Book:
    if slug not in BOOKS:
        raise Http404
    return BOOKS[slug]


def _asked(form: DayForm, today: date) -> date:
    if form.is_bound and form.is_valid():
        return form.cleaned_data["ngay"] or today
    return today


def _crumbs(book: Book) -> Crumbs:
    up = (
        (_("Danh hiệu"), reverse("workforce:titles"))
        if book is TITLES
        else (_("Xếp loại"), reverse("workforce:ranking"))
    )
    return [up, (str(book.title), reverse("workforce:law", args=[book.slug]))]
