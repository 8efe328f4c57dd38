"""Tìm: one box over everything of the unit that this viewer may see."""

from __future__ import annotations

import re
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from chuan.people import finding
from chuan.people.door import Request
from chuan.rules.refusals import Refused
from chuan.search.asking import MOST_LETTERS
from chuan.search.finding import PAGE, Found

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""What no keyboard types and no page may hold."""


def search(request: Request) -> HttpResponse:
    """``?tim=`` the words, ``?loai=`` one kind, ``?trang=``. Words that cannot be searched are a sentence and 422."""
    typed, kind = _CONTROL.sub(" ", request.GET.get("tim", "")), _kind(request)
    doors = _doors(request, typed, kind)
    context = {"title": _("Tìm"), "search_text": typed[:MOST_LETTERS], "kind": kind, **doors}
    status = 200
    if typed.strip():
        try:
            found = finding.find(typed, viewer=request.viewer, kind=kind, page=_page(request))
            context |= _answer(found, kind)
        except Refused as refused:
            context |= {"refusal": refused.sentence, "tabs": []}
            status = 422
    return render(request, "people/search.html", context, status=status)


def _kind(request: Request) -> str:
    """A kind that may be found; anything else in the address is every kind."""
    wanted = request.GET.get("loai", "")
    return wanted if wanted in dict(finding.kinds(request.viewer)) else ""


def _page(request: Request) -> int:
    wanted = request.GET.get("trang", "")
    return int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < len("1000") else 1


def _answer(found: Found, kind: str) -> dict[str, Any]:
    return {
        "asked": True,
        "found": found,
        "said": finding.said(found),
        "lines": finding.lines_of(found, with_kind=not kind),
        "page": Paginator(range(found.total), PAGE).get_page(found.page),
    }


def _doors(request: Request, typed: str, kind: str) -> dict[str, Any]:
    tabs = [("", _("Tất cả")), *((one, capfirst(words)) for one, words in finding.kinds(request.viewer))]
    return {
        "tabs": [
            {"label": label, "address": finding.address_of(typed, one), "current": one == kind}
            for one, label in tabs
        ],
        "everything": finding.address_of(typed, ""),
        "dossiers": finding.address_in_dossiers(typed),
    }
