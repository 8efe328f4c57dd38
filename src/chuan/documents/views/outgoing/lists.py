"""The list of documents on their way out, and its Excel file."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.forms_outgoing import ListForm
from chuan.documents.models.documents import UNISSUED
from chuan.documents.outgoing.listing import MINE, counts_for, drafts_for, sheet_of, types_of
from chuan.documents.outgoing.waiting import holder_words
from chuan.documents.permissions import may_draft
from chuan.exchange.sheets import write_sheet
from chuan.law.document_types import type_title
from chuan.people.door import Request
from chuan.rules.lifecycles import OUTGOING
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50


def listed(request: Request) -> HttpResponse:
    """What is drafted, reviewed, signed and not issued yet; each with whom it waits for."""
    form = ListForm(request.GET, types=types_of(request.viewer))
    page = Paginator(drafts_for(request.viewer, form.wanted()), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("Soạn thảo"),
        "crumbs": [(_("Văn bản"), reverse("documents:list"))],
        "demo": request.viewer.unit.example,
        "form": form,
        "page": page,
        "rows": [(one, type_title(one.type), holder_words(one)) for one in page.object_list],
        "chips": _chips(request),
        "may_draft": may_draft(request.viewer),
        "query": request.GET.urlencode(),
    }
    return render(request, "documents/outgoing/list.html", context)


def exported(request: Request) -> HttpResponse:
    """The list as an Excel file, with the same filters."""
    wanted = ListForm(request.GET, types=types_of(request.viewer)).wanted()
    table = sheet_of(drafts_for(request.viewer, wanted), on=request.on)
    return attachment(write_sheet(table), "soan-thao.xlsx", XLSX)


def _chips(request: Request) -> list[tuple[str, str, int, bool]]:
    """(words, address, count, current) of what waits for me and of each stage that holds something."""
    counts, current = counts_for(request.viewer), request.GET.get("o", "")
    base = reverse("documents:drafts")
    chips = [(_("Chờ tôi"), f"{base}?o={MINE}", counts[MINE], current == MINE)]
    everything = sum(counts.get(stage, 0) for stage in UNISSUED)
    chips.append((_("Chưa phát hành"), base, everything, current == ""))
    for stage, status in OUTGOING.statuses.items():
        if counts.get(stage):
            chips.append((status.label.capitalize(), f"{base}?o={stage}", counts[stage], current == stage))
    return chips
