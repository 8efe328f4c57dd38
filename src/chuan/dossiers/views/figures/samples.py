"""Kiểm tra quy trình: samples, the dossiers of one, the form of a check, on screen and on paper."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.dossiers.actions import samples as actions
from chuan.dossiers.forms_figures import SampleForm
from chuan.dossiers.listing import years_of
from chuan.dossiers.models import Sample, SampleItem
from chuan.dossiers.permissions import may_keep_figures, require_keep_figures
from chuan.dossiers.reports.samples import picture_of, pictures, versions_of
from chuan.dossiers.views.figures.asking import Crumbs, crumbs, figures_crumb
from chuan.law.dossier_checks import CheckItem, items_on
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui import words

REFUSED = 422
CHOICES = (
    (actions.YES, later("Đạt")),
    (actions.NO, later("Không đạt")),
    (actions.NONE, later("Không áp dụng")),
)


@dataclass(frozen=True)
class Question:
    """One question of the form with its number and the answer so far."""

    number: int
    item: CheckItem
    answer: str


def listed(request: Request) -> HttpResponse:
    """Samples so far, and the form that draws one."""
    form = SampleForm(request.POST or None, years=years_of(request.viewer), on=request.on)
    refusal = ""
    if request.method == "POST":
        require_keep_figures(request.viewer)
        try:
            if form.is_valid():
                made = actions.draw(*form.wanted(), by=request.viewer, at=request.at)
                return redirect("dossier_figures:sample", uid=made.uid)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
    context = {
        "title": _("Kiểm tra quy trình"),
        "crumbs": crumbs(figures_crumb()),
        "demo": request.viewer.unit.example,
        "pictures": pictures(request.viewer),
        "form": form,
        "may_keep": may_keep_figures(request.viewer),
        "refusal": refusal,
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "dossiers/figures/samples.html", context, status=status)


def sample(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The dossiers of one sample, and what was found."""
    seen = Sample.objects.seen_by(request.viewer).select_related("unit", "drawn_by")
    found = get_object_or_404(seen, uid=uid)
    picture = picture_of(found)
    context = {
        "title": _("Mẫu kiểm tra %s") % words.period(found.period, with_year=True),
        "crumbs": _crumbs(),
        "demo": request.viewer.unit.example,
        "picture": picture,
        "rows": [(item, actions.may_check(item, request.viewer)) for item in picture.items],
    }
    return render(request, "dossiers/figures/sample.html", context)


def check(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The form of one dossier: filled in, mended with a reason, or only read."""
    item = _item(request, uid)
    given = request.POST if request.method == "POST" else None
    answers = {key: given.get(f"cau-{key}", "") for key in _keys(item)} if given else actions.answers_of(item)
    typed = {name: given.get(name, "") if given else "" for name in ("faults", "reason")}
    refusal = ""
    if given is not None:
        try:
            actions.check(item, answers, **typed, by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã lưu phiếu kiểm tra hồ sơ %s.") % item.dossier.code)
            return redirect("dossier_figures:sample", uid=item.sample.uid)
    return _check(request, item, answers, typed | {"faults": typed["faults"] or item.faults}, refusal)


def paper(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same form to print and fill in by hand, or as it was filled in."""
    item = _item(request, uid)
    context = {
        "title": _("Phiếu kiểm tra hồ sơ %s") % item.dossier.code,
        "crumbs": [*_crumbs(), (_("Mẫu"), reverse("dossier_figures:sample", args=[item.sample.uid]))],
        "item": item,
        "groups": _groups(item, actions.answers_of(item)),
        "choices": CHOICES,
    }
    return render(request, "dossiers/figures/check_paper.html", context)


def _check(
    request: Request, item: SampleItem, answers: dict[str, str], typed: dict[str, str], refusal: str
) -> HttpResponse:
    context = {
        "title": _("Kiểm tra hồ sơ %s") % item.dossier.code,
        "crumbs": [*_crumbs(), (_("Mẫu"), reverse("dossier_figures:sample", args=[item.sample.uid]))],
        "demo": request.viewer.unit.example,
        "item": item,
        "groups": _groups(item, answers),
        "choices": CHOICES,
        "typed": typed,
        "may_check": actions.may_check(item, request.viewer),
        "own": actions.is_own(item.dossier, request.viewer),
        "versions": versions_of(item),
        "refusal": refusal,
    }
    status = REFUSED if refusal else 200
    return render(request, "dossiers/figures/check.html", context, status=status)


def _groups(item: SampleItem, answers: dict[str, str]) -> list[tuple[str, list[Question]]]:
    asked = [Question(n, one, answers.get(one.key, "")) for n, one in enumerate(_asked(item), 1)]
    return [(group, list(some)) for group, some in groupby(asked, key=lambda one: one.item.group)]


def _asked(item: SampleItem) -> tuple[CheckItem, ...]:
    return items_on(item.dossier.received_on or item.sample.period_start)


def _keys(item: SampleItem) -> list[str]:
    return [one.key for one in _asked(item)]


def _item(request: Request, uid: uuid.UUID) -> SampleItem:
    """The version of this uid; its newest one is what is shown and checked."""
    related = ("sample__unit", "dossier__handler", "checked_by")
    seen = SampleItem.objects.seen_by(request.viewer).select_related(*related)
    found = get_object_or_404(seen, uid=uid)
    if request.method == "POST":
        return found
    return seen.filter(sample=found.sample, dossier=found.dossier).order_by("-version")[0]


def _crumbs() -> Crumbs:
    return crumbs(figures_crumb(), (_("Kiểm tra quy trình"), reverse("dossier_figures:samples")))
