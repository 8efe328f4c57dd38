"""What sorting puts on a petition's page: the next step it asks for, and how competence was decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.viewer import Viewer
from chuan.petitions.events import standing_events
from chuan.petitions.models import Petition
from chuan.petitions.permissions import may_record
from chuan.petitions.showing.parts import Card, Link
from chuan.petitions.sorting.deciding import may_sort, way_of, where_words
from chuan.petitions.sorting.outcomes import Act, acts_now
from chuan.rules.petitions import OUTCOME_NAMES, Kind, Outcome

_BY_OUTCOME = {
    "accept": ("accept", "classify"), "forward": ("forward",), "guide": ("guide", "ask"), "return": ("return",),
    "keep": ("check", "keep", "classify"),
}  # fmt: skip


class SortingPart:
    """Links and the card of this part."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterator[Link]:
        """First the questions, then the act they led to, and every other way behind one link."""
        if not may_record(viewer, petition) or petition.kind == Kind.MIXED or petition.repeat:
            return
        acts = acts_now(petition)
        if may_sort(petition):
            order = 11 if way_of(petition) else 1
            yield Link(_("Xem xét thẩm quyền"), _url("guide", petition), order)
        if (suggested := suggested_act(petition, acts)) is not None:
            yield Link(suggested.title, _url("outcome", petition, suggested.slug), 2)
        if len(acts) > 1:
            yield Link(_("Cách xử lý khác"), _url("choose", petition), 12)
        yield Link(_("Giấy tờ"), _url("papers", petition), 60)

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterator[Card]:
        """How competence was decided, with every article; nothing before it was."""
        way = standing_way(petition)
        if way is None:
            return
        facts = {
            "on": date.fromisoformat(way["on"]),
            "outcome": OUTCOME_NAMES[Outcome(way["outcome"])],
            "why": way["why"],
            "where": where_words(way["where"]),
            "steps": way["steps"],
        }
        yield Card("petitions/sorting/card.html", facts, order=20)


def suggested_act(petition: Petition, acts: list[Act]) -> Act | None:
    """The act that is next: what the decision led to, or the only one there is."""
    by_verb = {one.verb: one for one in acts}
    if len(acts) == 1:
        return acts[0]
    way = way_of(petition)
    wanted = _BY_OUTCOME.get(way["outcome"], ()) if way and may_sort(petition) else ()
    return next((by_verb[verb] for verb in wanted if verb in by_verb), None)


def standing_way(petition: Petition) -> dict[str, Any] | None:
    """The way that was kept, unless its line was voided."""
    way = way_of(petition)
    if not way or not standing_events(petition).filter(verb="sort", seq=way["line"]).exists():
        return None
    return way


def _url(name: str, petition: Petition, *more: str) -> str:
    return reverse(f"petitions:{name}", args=[petition.uid, *more])
