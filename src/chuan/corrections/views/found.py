"""What the pages of this room share: the thing asked for, or 404; a form shown, saved, or shown again (422)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.corrections.models import Nonconformity
from chuan.corrections.showing import law_words
from chuan.people import sent_forms
from chuan.people.door import Request

Crumbs = list[tuple[str, str]]


def case_of(request: Request, uid: uuid.UUID) -> Nonconformity:
    """The nonconformity, if the viewer may see it; 404 otherwise."""
    rows = Nonconformity.objects.seen_by(request.viewer).select_related(
        "process", "owner_unit", "unit", "raised_by"
    )
    found = rows.filter(uid=uid).first()
    if found is None:
        raise Http404
    return found


def address(case: Nonconformity) -> str:
    """Its page."""
    return reverse("corrections:one", args=[case.uid])


def crumbs_to(case: Nonconformity | None = None) -> Crumbs:
    """The way to the pages of one case."""
    first = [(_("Khắc phục"), reverse("corrections:list"))]
    return [*first, (case.code, address(case))] if case else first


def saved(
    request: Request, form: forms.Form, save: Callable[[], object], *, title: str, done: str, back: str,
    crumbs: Crumbs, lead: str = "", button: str = "", template: str = "corrections/form.html",
    more: Mapping[str, Any] | None = None, case: Nonconformity | None = None,
) -> HttpResponse:  # fmt: skip
    """The page of one form: saved and led to ``back`` (or to where ``save`` says), or shown again with why not.

    ``case``: whose page it is; the day that the law sets for it stands on each of them.
    """
    context: dict[str, Any] = {
        "title": title, "where": request.viewer.unit.committee, "demo": request.viewer.unit.example, "crumbs": crumbs,
        "lead": lead, "button": button or title, "back": back,
        "files": form.is_multipart(), "law": law_words(case) if case else "", **(more or {}),
    }  # fmt: skip
    return sent_forms.saved(request, form, save, template, context, done=done, back=back)
