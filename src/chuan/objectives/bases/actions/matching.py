"""What a person confirms of one promise beside the paper, and what is taken back. Nothing of the plan changes here."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from chuan.objectives.bases import refusals
from chuan.objectives.bases.actions.holding import BASIS, held, now, person, require
from chuan.objectives.bases.comparing import ours_of
from chuan.objectives.bases.rows import Comparison, Row, place_words
from chuan.objectives.models import Basis, BasisMatch
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.base_compare import Pair, Standing, Theirs, paired
from chuan.rules.refusals import ReasonMissing
from chuan.trail.actions import Act, act
from chuan.ui import words

PLAIN = (Standing.SAME, Standing.MISSING)
"""Standings that are confirmed without a word."""


def confirm_plain(basis: Basis, keys: Collection[str], *, by: Viewer, at: datetime) -> int:
    """Confirm lines that need no word, one or all: the same, and what the paper has not; how many.

    Raises ``NothingChosen``, ``RowMoved``.
    """
    require(by, basis.plan)
    if not keys:
        raise refusals.NothingChosen()
    with act("basis.match", Subject(BASIS, basis.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        held(basis)
        found = now(basis)
        rows = [_plain(found, key) for key in keys]
        for row in rows:
            _match(basis, row.pair, row, by=by, at=at).save()
        doing.detail = {
            "count": len(rows),
            "text": "; ".join(row.pair.ours.label for row in rows if row.pair.ours),
        }
    return len(rows)


def confirm(
    basis: Basis, key: str, place: str, way: str, note: str, *, by: Viewer, at: datetime
) -> BasisMatch:
    """Confirm one line with the sentence a person chose ("" for none).

    Raises ``RowMoved``, ``WhyMissing`` where it differs and nothing is said.
    """
    require(by, basis.plan)
    with act("basis.match", Subject(BASIS, basis.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        held(basis)
        found = now(basis)
        row = found.row(key)
        if row is None or row.match is not None:
            raise refusals.RowMoved(name=_("đã chọn"))
        made = _match(basis, _chosen(found, row, place), row, by=by, at=at)
        made.way, made.note = way if way in BasisMatch.Way.values else "", note.strip()
        _refuse_silent(made)
        made.save()
        _tell(doing, made)
    return made


def undo(match: BasisMatch, note: str, *, by: Viewer, at: datetime) -> None:
    """Take a confirmation back by a later line. Raises ``ReasonMissing``, ``MatchUndone``."""
    basis = match.basis
    require(by, basis.plan)
    if not note.strip():
        raise ReasonMissing(act=_("bỏ xác nhận"))
    with act("basis.undo", Subject(BASIS, basis.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        held(basis, asked=False)
        if match.undoes_id is not None or BasisMatch.objects.filter(undoes=match).exists():
            raise refusals.MatchUndone()
        BasisMatch.objects.create(
            basis=basis, target=match.target, standing=match.standing, span_start=match.span_start,
            span_end=match.span_end, part=match.part, note=note.strip(), undoes=match, by=person(by), recorded_at=at,
        )  # fmt: skip
        doing.detail = {"standing": str(match.get_standing_display()), "reason": note.strip()}


def _plain(found: Comparison, key: str) -> Row:
    row = found.row(key)
    if row is None or row.match is not None or row.pair.standing not in PLAIN:
        raise refusals.RowMoved(name=row.name if row else _("đã chọn"))
    return row


def _chosen(found: Comparison, row: Row, place: str) -> Pair:
    """The line with the sentence a person chose of those nobody has taken."""
    free = {place_words(one.pair.theirs): one.pair.theirs for one in found.rows if one.match is None}
    if place not in free and place:
        raise refusals.RowMoved(name=row.name)
    theirs: Theirs | None = free.get(place) if place else None
    if row.target is None:
        return row.pair
    return paired(ours_of(row.target), theirs)


def _match(basis: Basis, pair: Pair, row: Row, *, by: Viewer, at: datetime) -> BasisMatch:
    theirs = pair.theirs
    return BasisMatch(
        basis=basis, target=row.target, standing=str(pair.standing), by=person(by), recorded_at=at,
        span_start=theirs.start if theirs else None, span_end=theirs.end if theirs else None,
        part=theirs.part if theirs else 0,
        sentence=" ".join(basis.text[theirs.start : theirs.end].split()) if theirs else "",
        ours=row.ours_words[:200], theirs=words.target(theirs.target)[:200] if theirs else "",
    )  # fmt: skip


def _refuse_silent(made: BasisMatch) -> None:
    differs = made.standing in (BasisMatch.Standing.DIFFERENT, BasisMatch.Standing.EXTRA)
    if differs and not made.note and made.way != BasisMatch.Way.REVISE:
        raise refusals.WhyMissing()


def _tell(doing: Act, made: BasisMatch) -> None:
    doing.detail = {"standing": str(made.get_standing_display()), "reason": made.note}
    if made.way:
        doing.detail["way"] = str(made.get_way_display())
    if made.target is not None:
        doing.detail["text"] = f"{made.target.label}: {made.ours} / {made.theirs}"
