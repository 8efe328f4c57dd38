"""Searching for a viewer: within the units and roles held, and only what each room describes to this viewer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from chuan.offers import rooms, search, subjects
from chuan.people import verbs
from chuan.people.viewer import Viewer
from chuan.search import finding
from chuan.search.finding import MOST, Found, Hit
from chuan.search.folding import clean, folded
from chuan.search.snippets import Piece, marked
from chuan.ui.formatters import number


@dataclass(frozen=True)
class Line:
    """One hit as the page shows it; ``title`` is empty when the label says it already."""

    address: str
    icon: str
    label: tuple[Piece, ...]
    kind: str
    on: date | None
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


def find(typed: str, *, viewer: Viewer, kind: str = "", page: int = 1) -> Found:
    """One page of what the words find for this viewer; ``kind`` "" is every kind.

    Raises ``NothingToSearch``, ``SearchTooLong``.
    """
    return finding.find(
        typed,
        unit_ids=viewer.unit_ids,
        roles=[*viewer.roles, *([search.holder(viewer.official.uid)] if viewer.official else [])],
        kinds=_among(viewer, kind),
        page=page,
        show=lambda found: subjects.describe(found, viewer),
    )


def _among(viewer: Viewer, kind: str) -> list[str] | None:
    """The kind that is wanted; of all, those of the rooms that the unit uses, None where it uses every room."""
    closed = rooms.off_kinds(viewer.unit, viewer.on)
    if kind or not closed:
        return [kind] if kind else None
    return [one for one in search.offered() if one not in closed]


def kinds(viewer: Viewer) -> list[tuple[str, str]]:
    """Every kind that may be found in the rooms that the unit uses, with its Vietnamese word."""
    closed = rooms.off_kinds(viewer.unit, viewer.on)
    return [(kind, verbs.say(verbs.KINDS, kind)) for kind in search.offered() if kind not in closed]


def address_of(typed: str, kind: str) -> str:
    """The search page for these words and this kind."""
    asked: dict[str, Any] = {"tim": typed, "loai": kind} if kind else {"tim": typed}
    return f"{reverse('people:search')}?{urlencode(asked)}"


def address_in_dossiers(typed: str) -> str:
    """The list of dossiers for these words: a room above, so it is named by address, as the doors are."""
    return f"/ho-so/?{urlencode({'tim': typed})}"


def said(found: Found) -> str:
    """How many were found. Where not all could be looked at it says so, and never how many are hidden."""
    if found.more and found.total >= MOST:
        return _("Hơn %s kết quả: thêm một từ để thu hẹp.") % number(found.total)
    if found.more:
        return _("Ít nhất %s kết quả: thêm một từ để thu hẹp.") % number(found.total)
    return _("%s kết quả.") % number(found.total)


def lines_of(found: Found, *, with_kind: bool) -> list[Line]:
    """The hits of the page as it shows them."""
    return list(_lines(found, with_kind=with_kind))


def _lines(found: Found, *, with_kind: bool) -> Iterator[Line]:
    for hit in found.hits:
        if (described := hit.described) is None:
            continue
        label = clean(described.label)
        yield Line(
            address=described.address,
            icon=described.icon,
            label=marked(label, found.asked),
            kind=verbs.say(verbs.KINDS, hit.subject.kind) if with_kind else "",
            on=hit.on,
            title=() if _text(hit) in folded(label) else hit.title,
            snippet=hit.snippet,
        )


def _text(hit: Hit) -> str:
    return folded("".join(piece.text for piece in hit.title)).strip()
