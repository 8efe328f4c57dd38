"""What the page of one paper shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chuan.objectives.bases import kept
from chuan.objectives.bases.actions.matching import PLAIN
from chuan.objectives.bases.comparing import compared
from chuan.objectives.bases.rows import Comparison, Number, Row, place_words
from chuan.objectives.bases.saying import asked_of
from chuan.objectives.models import Basis, BasisMatch, BasisSaying, Plan
from chuan.objectives.permissions import PLANNERS
from chuan.objectives.reported.drawing import Mark, drawn
from chuan.people.viewer import Viewer
from chuan.rules.base_compare import Standing

OPEN = "cho"
"""The filter that shows what nobody has confirmed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with its number, the place of its sentence in the text, and what may be chosen for it."""

    n: int
    row: Row
    seen_at: int
    places: Sequence[tuple[str, str]]
    typed: Mapping[str, Any]

    @property
    def place(self) -> str:
        """The sentence that stands chosen in its form."""
        return str(self.typed["place"]) if self.typed else place_words(self.row.pair.theirs)


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of how promises count, and the answers that were kept, the latest first."""

    number: Number
    answers: Sequence[BasisSaying]


def page_of(
    basis: Basis, viewer: Viewer, *, on: date, chosen: str, typed: Mapping[str, Any]
) -> dict[str, object]:
    """The context of the page."""
    plan, settled, sayings = basis.plan, kept.matches(basis), list(basis.sayings.select_related("by"))
    found = compared(plan, basis.text, year=basis.year, settled=settled)
    said = {kind: [one for one in sayings if one.kind == kind] for kind in BasisSaying.Kind.values}
    asked = asked_of(basis)
    may = _may(viewer, plan) and not said["withdrawn"]
    numbers = [
        Asked(one, [each for each in reversed(said["counted"]) if each.objective_id == one.objective.pk])
        for one in found.numbers
    ]
    lines = _rows(found, basis.text, typed if typed.get("do") == "dong" else {})
    rows = [one for one in lines if _fits(one.row, chosen)]
    return {
        "title": basis.name,
        "crumbs": [
            (_("Mục tiêu %s") % plan.year, f"{reverse('objectives:year')}?nam={plan.year}"),
            (_("So với căn cứ"), f"{reverse('objectives:bases')}?nam={plan.year}"),
        ],
        "basis": basis, "plan": plan, "found": found, "asked": asked, "numbers": numbers, "answers": BasisSaying.Answer,
        "accepted": said["accepted"], "withdrawn": said["withdrawn"], "newer": kept.newer([basis], on)[basis.pk],
        "may": may, "may_confirm": may and not (asked and not said["accepted"]), "ways": BasisMatch.Way.choices[1:],
        "rows": rows, "chips": _chips(found, chosen),
        "plain_open": sum(one.match is None and one.pair.standing in PLAIN for one in found.rows),
        "undone": _undone(basis), "text": _paper(basis.text, rows),
        "cited": basis.document_id is not None and _is_cited(basis),
    }  # fmt: skip


def _may(viewer: Viewer, plan: Plan) -> bool:
    """What the page offers; the actions decide."""
    own = viewer.unit.pk == plan.owner_unit_id and plan.status == Plan.Status.STANDING
    return own and viewer.has(*PLANNERS)


def _rows(found: Comparison, text: str, typed: Mapping[str, Any]) -> list[Shown]:
    free = [one.pair.theirs for one in found.rows if one.match is None and one.pair.ours is None]
    others = [(place_words(one), one.text) for one in free if one is not None]
    first: dict[tuple[int, int], int] = {}
    shown = []
    for n, row in enumerate(found.rows, start=1):
        own = [(place_words(row.pair.theirs), row.pair.theirs.text)] if row.pair.theirs else []
        span = _span(row)
        seen_at = first.setdefault(span, n) if span is not None and span[1] <= len(text) else 0
        places = [] if row.target is None else [*own, *others, ("", _("căn cứ không có chỉ tiêu này"))]
        shown.append(Shown(n, row, seen_at, places, typed if typed.get("key") == row.key else {}))
    return shown


def _span(row: Row) -> tuple[int, int] | None:
    if row.match is not None and row.match.span_start is not None:
        return row.match.span_start, row.match.span_end or row.match.span_start
    return (row.pair.theirs.start, row.pair.theirs.end) if row.pair.theirs else None


def _paper(text: str, rows: Sequence[Shown]) -> SafeString:
    """The whole text with the sentences marked; of a row of a table its longest cell."""
    marks, seen = [], set()
    for one in rows:
        span = _span(one.row)
        if span is not None and one.seen_at and one.seen_at not in seen:
            seen.add(one.seen_at)
            start, end = _cell(text, *span)
            marks.append(
                Mark(one.seen_at, start, end, "target" if one.row.standing == Standing.SAME else "ask")
            )
    return drawn(text, marks)


def _cell(text: str, start: int, end: int) -> tuple[int, int]:
    at, found = start, (start, start)
    for cell in text[start:end].split("\t"):
        if len(cell) > found[1] - found[0]:
            found = (at, at + len(cell))
        at += len(cell) + 1
    return found


def _fits(row: Row, chosen: str) -> bool:
    return not chosen or (row.match is None if chosen == OPEN else row.standing == chosen)


def _chips(found: Comparison, chosen: str) -> list[dict[str, object]]:
    named = [("", _("Tất cả"), len(found.rows)), (OPEN, _("Chờ xác nhận"), found.waiting)]
    names = {Standing.SAME: _("Giống mức"), Standing.DIFFERENT: _("Khác mức"),
             Standing.MISSING: _("Căn cứ không có"), Standing.EXTRA: _("Chỉ căn cứ có")}  # fmt: skip
    named += [(str(one), names[one], found.count(one)) for one in Standing]
    return [
        {"label": label, "n": n, "url": f"?so={key}" if key else "?", "current": key == chosen}
        for key, label, n in named
        if n or key in ("", chosen)
    ]


def _undone(basis: Basis) -> list[BasisMatch]:
    """Confirmations that were taken back, each with the line that did."""
    rows = basis.matches.exclude(undone_by=None).select_related("by", "undone_by__by", "target__indicator")
    return list(rows)


def _is_cited(basis: Basis) -> bool:
    """Whether the Decision names the paper among what it stands on."""
    return basis.plan.decision.links.filter(kind="based_on", target=basis.document_id).exists()
