"""How long what is kept about officials is kept; what is past its date is blanked for persons named."""

from __future__ import annotations

from collections import Counter

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.ui.formatters import number
from chuan.workforce.actions.keeping import blank_words, past_words, write_term
from chuan.workforce.forms_keeping import BlankForm, TermForm
from chuan.workforce.keeping.board import bases, lines
from chuan.workforce.keeping.kinds import KINDS, RecordKind
from chuan.workforce.permissions import may_keep, require_keep
from chuan.workforce.refusals_keeping import NothingPast
from chuan.workforce.views.forms import Crumbs, saved


def shown(request: Request) -> HttpResponse:
    """Every kind with its term; for who keeps the records also what is past its date."""
    keeper = may_keep(request.viewer)
    context = {
        "title": _("Thời hạn lưu"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "lines": lines(request.viewer, request.on, keeper=keeper),
        "bases": bases(request.on),
        "keeper": keeper,
    }
    return render(request, "workforce/keeping/list.html", context)


def term(request: Request, slug: str) -> HttpResponse:
    """Write for how long a kind is kept, by the unit's document."""
    require_keep(request.viewer)
    kind = _kind(slug)
    form = TermForm(sent(request), initial={"since": request.on})

    def save() -> None:
        given = form.cleaned_data
        write_term(
            kind, int(given["years"]), since=given["since"], citation=given["citation"],
            by=request.viewer, at=request.at,
        )  # fmt: skip

    return saved(
        request, form, save, title=_("Ghi thời hạn lưu"), done=_("Đã ghi thời hạn lưu."), lead=kind.title,
        back=reverse("workforce:keeping"), crumbs=_crumbs(),
    )  # fmt: skip


def blank(request: Request, slug: str) -> HttpResponse:
    """Blank words past their date, of persons chosen, with the paper that allows it and the reason."""
    require_keep(request.viewer)
    kind = _kind(slug)
    people = _people(request, kind)
    choices = [
        (str(one.uid), _("%(name)s: %(n)s dòng") % {"name": one.name, "n": number(rows)})
        for one, rows in people
    ]
    form = BlankForm(sent(request), people=choices)

    def save() -> None:
        given = form.cleaned_data
        chosen = [one for one, _rows in people if str(one.uid) in given["people"]]
        blank_words(
            kind, chosen, citation=given["citation"], reason=given["reason"], by=request.viewer, at=request.at
        )

    return saved(
        request, form, save, title=_("Xóa lời văn quá thời hạn"), done=_("Đã xóa lời văn quá thời hạn."),
        lead=_("%(kind)s. Xóa: %(goes)s. Còn lại: %(stays)s. Không lấy lại được; bản sao lưu cũ giữ đến khi hết hạn.")
        % {"kind": kind.title, "goes": kind.goes, "stays": kind.stays},
        back=reverse("workforce:keeping"), crumbs=_crumbs(),
    )  # fmt: skip


def _people(request: Request, kind: RecordKind) -> list[tuple[Official, int]]:
    """Whose words may go, by name, with how many rows. Raises ``NothingPast``."""
    free = Counter(one.official for one in past_words(kind, request.viewer, request.at) if one.held is None)
    if not free:
        raise NothingPast()
    rows = Official.objects.seen_by(request.viewer).filter(pk__in=free)
    return [(one, free[one.pk]) for one in rows.order_by("name", "pk")]


def _kind(slug: str) -> RecordKind:
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def _crumbs() -> Crumbs:
    return [(_("Thời hạn lưu"), reverse("workforce:keeping"))]
