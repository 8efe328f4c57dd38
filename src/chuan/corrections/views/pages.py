"""The page of one nonconformity, and its paper."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from chuan.corrections.lines_shown import lines_of
from chuan.corrections.papers import pdf_of
from chuan.corrections.showing import page_of
from chuan.corrections.views.found import case_of, crumbs_to
from chuan.people.door import Request
from chuan.ui.files import attachment


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What it is, what is next, what was done, whether it worked."""
    case = case_of(request, uid)
    context = {
        "title": f"{case.code} {case.what}"[:120] if len(case.what) < 100 else case.code,
        "demo": case.example,
        "crumbs": crumbs_to(),
        "case": case,
        "told": page_of(case, request.viewer, on=request.on, at=request.at),
        "lines": lines_of(case),
    }
    return render(request, "corrections/one.html", context)


def pdf(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The record of it, typeset."""
    case = case_of(request, uid)
    data = pdf_of(case, request.viewer, on=request.on, at=request.at)
    return attachment(data, f"{case.code.replace('/', '-').lower()}.pdf", "application/pdf")
