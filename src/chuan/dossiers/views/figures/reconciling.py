"""Đối chiếu: forms of official totals that came in, and where each parts from our counts."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.dossiers.actions import reconciling as actions
from chuan.dossiers.forms_figures import DifferenceForm
from chuan.dossiers.models import Difference, Reconciliation
from chuan.dossiers.permissions import may_keep_figures, require_keep_figures
from chuan.dossiers.reports import official_forms as forms
from chuan.dossiers.reports.certified import REGISTER as CERTIFICATIONS
from chuan.dossiers.reports.cutting import key_of
from chuan.dossiers.reports.reconciled import cells_sheet
from chuan.dossiers.views.figures.asking import crumbs, figures_crumb, rows_address
from chuan.exchange.sheets import write_sheet
from chuan.intake.models import Import
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui import words
from chuan.ui.files import XLSX, attachment

REFUSED = 422


@dataclass(frozen=True)
class Shown:
    """A difference as the page writes it; ``rows`` opens our dossiers of the cell."""

    difference: Difference
    words: str
    rows: str

    @property
    def by(self) -> int:
        """How much more the form says than we count."""
        return self.difference.theirs - self.difference.ours


def listed(request: Request) -> HttpResponse:
    """Forms that may be compared, and reconciliations so far."""
    return _listed(request)


@require_POST
def begin(request: Request) -> HttpResponse:
    """Compare the form of an import."""
    require_keep_figures(request.viewer)
    seen = Import.objects.seen_by(request.viewer).select_related("layout", "unit")
    imported = get_object_or_404(seen, uid=_uid(request.POST.get("bieu", "")))
    try:
        made = actions.reconcile(imported, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _listed(request, refusal=refused.sentence)
    return redirect("dossier_figures:reconciliation", uid=made.uid)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One reconciliation: what differs, why, and all the cells."""
    return _one(request, _reconciliation(request, uid))


@require_POST
def again(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Compare anew with what is known now."""
    found = _reconciliation(request, uid)
    require_keep_figures(request.viewer)
    try:
        actions.check_again(found, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _one(request, found, refusal=refused.sentence)
    messages.success(request, _("Đã đối chiếu lại với số liệu hiện có."))
    return redirect("dossier_figures:reconciliation", uid=uid)


@require_POST
def reason(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Close a difference by a reason."""
    seen = Difference.objects.seen_by(request.viewer).select_related("reconciliation__unit")
    difference = get_object_or_404(seen, uid=uid)
    require_keep_figures(request.viewer)
    form = DifferenceForm(request.POST)
    try:
        form.is_valid()
        given = form.cleaned_data
        actions.give_reason(
            difference, given.get("reason", ""), whole_field=given.get("whole_field", False),
            by=request.viewer, at=request.at,
        )  # fmt: skip
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _one(request, difference.reconciliation, refusal=refused.sentence, typed=(difference.pk, form))
    messages.success(request, _("Đã ghi lý do."))
    return redirect("dossier_figures:reconciliation", uid=difference.reconciliation.uid)


def exported(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Every cell with what became of it, as an Excel file."""
    found = _reconciliation(request, uid)
    table = cells_sheet(request.viewer, found, actions.newest_import(found), on=request.on)
    return attachment(write_sheet(table), "doi-chieu.xlsx", XLSX)


def _listed(request: Request, *, refusal: str = "") -> HttpResponse:
    is_open = Count("differences", filter=Q(differences__status=Difference.Status.OPEN))
    found = Reconciliation.objects.seen_by(request.viewer).annotate(all=Count("differences"), unclear=is_open)
    done = list(found.order_by("-period_start", "form_name"))
    imports = Import.objects.seen_by(request.viewer).standing().filter(register__in=forms.REGISTERS)
    known = {made.import_uid for made in done}
    kept = Import.objects.seen_by(request.viewer).standing().filter(register=CERTIFICATIONS)
    context = {
        "title": _("Đối chiếu biểu tổng hợp"),
        "crumbs": crumbs(figures_crumb()),
        "demo": request.viewer.unit.example,
        "done": done,
        "waiting": [one for one in imports.select_related("layout").order_by("-pk") if one.uid not in known],
        "certified": list(kept.select_related("layout").order_by("-covers_start", "-pk")),
        "may_keep": may_keep_figures(request.viewer),
        "refusal": refusal,
    }
    return render(
        request, "dossiers/figures/reconciliations.html", context, status=REFUSED if refusal else 200
    )


def _one(
    request: Request,
    found: Reconciliation,
    *,
    refusal: str = "",
    typed: tuple[int, DifferenceForm] | None = None,
) -> HttpResponse:
    imported = actions.newest_import(found)
    compared = forms.compare_import(request.viewer, imported, found.period, on=request.on)
    differences = found.differences.select_related("settled_by").order_by("status", "field", "pk")
    whole = compared.whole or (imported is None and _was_whole(request, found))
    shown = [_shown(request, found, each, compared.with_carried, whole) for each in differences]
    now = {(cell.field, cell.figure, cell.ours, cell.theirs) for cell in compared.differing}
    standing = {
        (one.field, one.figure, one.ours, one.theirs)
        for one in differences
        if one.status != Difference.Status.SETTLED
    }
    context = {
        "title": _("Đối chiếu %(form)s, %(period)s")
        % {"form": found.form_name, "period": words.period(found.period, with_year=True)},
        "crumbs": crumbs(figures_crumb(), (_("Đối chiếu"), reverse("dossier_figures:reconciliations"))),
        "demo": request.viewer.unit.example,
        "made": found,
        "imported": imported,
        "shown": shown,
        "compared": compared,
        "grid": _grid(compared),
        "heads": [str(forms.CELLS[name][1]) for name in _names(compared)],
        "stale": imported is not None and standing != now,
        "may_keep": may_keep_figures(request.viewer),
        "refusal": refusal,
        "typed_pk": typed[0] if typed else None,
        "typed": typed[1].data.get("reason", "") if typed else "",
    }
    return render(
        request, "dossiers/figures/reconciliation.html", context, status=REFUSED if refusal else 200
    )


def _was_whole(request: Request, found: Reconciliation) -> bool:
    """Whether the form, withdrawn by now, had one row a unit."""
    seen = Import.objects.seen_by(request.viewer)
    return seen.filter(uid=found.import_uid, register=forms.BY_UNIT).exists()


def _shown(
    request: Request, found: Reconciliation, one: Difference, with_carried: bool, whole: bool
) -> Shown:
    asked = forms.asked_of(found.period, on=request.on)
    key = "" if whole else key_of(asked.cut, (one.field,))
    address = rows_address(asked, forms.our_figure(one.figure, with_carried), key)
    return Shown(one, str(forms.CELLS[one.figure][1]), address)


def _names(compared: forms.Comparison) -> list[str]:
    there = {cell.figure for cell in compared.cells}
    return [name for name in forms.CELLS if name in there]


def _grid(compared: forms.Comparison) -> list[tuple[str, list[forms.Compared | None]]]:
    """The cells by field, in the order of the form."""
    by_field: dict[str, dict[str, forms.Compared]] = {}
    for cell in compared.cells:
        by_field.setdefault(cell.field, {})[cell.figure] = cell
    return [(field, [cells.get(name) for name in _names(compared)]) for field, cells in by_field.items()]


def _reconciliation(request: Request, uid: uuid.UUID) -> Reconciliation:
    return get_object_or_404(Reconciliation.objects.seen_by(request.viewer).select_related("unit"), uid=uid)


def _uid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
