"""Nhật ký: every act of the unit, with what it changed; and whether the chain is whole."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.people import permissions, trail_lines, verbs
from chuan.people.door import Request
from chuan.people.trail_lines import Wanted
from chuan.people.viewer import Viewer
from chuan.trail.verify import verify_chain

ROWS = 50


def trail(request: Request) -> HttpResponse:
    """The unit's lines of a year; ``?kiem-tra=1`` checks the year's chains and says the verdict."""
    viewer = request.viewer
    permissions.require_read_trail(viewer)
    wanted = _wanted(request)
    entries = trail_lines.entries_seen_by(viewer, wanted).select_related("detail")
    page = Paginator(entries, ROWS).get_page(request.GET.get("trang"))
    checked = request.GET.get("kiem-tra") == "1"
    context = {
        "title": _("Nhật ký năm %d") % wanted.year,
        "where": viewer.unit.committee,
        "demo": viewer.unit.example,
        "wanted": wanted,
        "page": page,
        "lines": trail_lines.lines_of(list(page.object_list), viewer),
        "checked": checked,
        "verdicts": [verify_chain(chain) for chain in trail_lines.chains_begun(viewer, wanted.year)]
        if checked
        else [],
        **_choices(viewer, wanted.year),
    }
    return render(request, "people/trail.html", context)


def _wanted(request: Request) -> Wanted:
    """What the address asks for; what cannot be read there is left out, as if it had not been asked."""
    ask = request.GET
    year = ask.get("nam", "")
    return Wanted(
        year=int(year) if year.isdecimal() and len(year) == len("2021") else request.on.year,
        verb=ask.get("viec", ""),
        actor=ask.get("nguoi", ""),
        kind=ask.get("loai", ""),
        subject=_uid(ask.get("doi-tuong", "")),
    )


def _uid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _choices(viewer: Viewer, year: int) -> dict[str, object]:
    """What the filters offer: only what the year holds."""
    actors = trail_lines.choices_of(viewer, year, "actor")
    names = trail_lines.names_of(actors, viewer)
    found_verbs = trail_lines.choices_of(viewer, year, "verb")
    kinds = trail_lines.choices_of(viewer, year, "subject_kind")
    return {
        "years": trail_lines.years_seen_by(viewer),
        "actors": sorted(((one, names.get(one, one)) for one in actors), key=lambda pair: pair[1]),
        "verbs": sorted(
            ((one, verbs.say(verbs.VERBS, one)) for one in found_verbs), key=lambda pair: pair[1]
        ),
        "kinds": sorted(((one, verbs.say(verbs.KINDS, one)) for one in kinds), key=lambda pair: pair[1]),
    }
