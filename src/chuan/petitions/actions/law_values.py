"""The unit's own value in place of one that nobody verified, and corrected law taken over for a running petition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from chuan.clocks.actions.settings import add_setting
from chuan.clocks.offices import calendar_of
from chuan.clocks.permissions import require_set_law
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_settings as refusals
from chuan.petitions.actions.recording import step
from chuan.petitions.events import add_event
from chuan.petitions.law_rules import checked, open_value, title_of, value_words
from chuan.petitions.lawful import Bench, bench_of, overrides_of
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_lead, require_seen
from chuan.petitions.projecting import Stands, judged, running_of, write
from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure
from chuan.trail.actions import act


def set_law_value(
    unit: Unit, key: str, typed: str, *, valid_from: date, citation: str, by: Viewer, at: datetime
) -> int:
    """Put the unit's own value in the place of an unverified one; how many due days of running petitions moved.

    It holds for clocks that start on ``valid_from`` or later. Raises ``NotAllowed``, ``NotFound``, ``RuleFixed``,
    ``RuleValueWrong``, ``CitationMissing``, ``PetitionLawNotHeld``, ``NothingChanges``.
    """
    require_set_law(by, unit)
    base = open_value(key, valid_from)
    value, notice = checked(base, typed), cited(citation)
    said = f"{title_of(key)}: {value_words(value, base.unit)}"
    detail = {"rule": said, "key": key, "value": value, "since": valid_from, "citation": notice}
    subject = Subject("unit", unit.uid)
    with act("petition_law.set_value", subject, by=by, unit_uid=unit.uid, at=at, **detail) as doing:
        add_setting(unit, key, value, valid_from=valid_from, citation=notice)
        moved = [one for one in judged(list(running_of(unit)), bench_of(unit), at=at) if one.due_moved]
        write(moved, unit, at=at, why="law")
        doing.detail["moved"] = len(moved)
    return len(moved)


def would_move(unit: Unit, key: str, typed: str, *, valid_from: date, at: datetime) -> Sequence[Stands]:
    """The running petitions that this value would give another due day; nothing is written.

    Raises ``RuleFixed``, ``RuleValueWrong``, ``PetitionLawNotHeld``.
    """
    base = open_value(key, valid_from)
    own = Value(checked(base, typed), base.unit, valid_from, None, Citation(number=""), Sure.READ)
    overrides = overrides_of(unit)
    tried = Bench(unit, calendar_of(unit), {**overrides, key: (*overrides.get(key, ()), own)})
    return [one for one in judged(list(running_of(unit)), tried, at=at) if one.due_moved]


def rebase(petition: Petition, *, by: Viewer, at: datetime) -> None:
    """Judge a running petition by the law as it is held now, in place of the values it took with it.

    The former day stays in the former state and in the line that is written. Raises ``NotFound``, ``NotAllowed``,
    ``LawSame`` where no day moves.
    """
    require_seen(by, petition)
    require_lead(by)
    proposed = rebased([petition], petition.owner_unit, at=at)
    if not proposed:
        raise refusals.LawSame()
    days = {"before": _said(petition.next_due_on), "after": _said(proposed[0].now.next_due_on)}
    with step(petition, "rebase", by=by, at=at) as doing:
        doing.petition.law_kept = ""
        doing.petition.save(update_fields=["law_kept"])
        on = timezone.localtime(at).date()
        add_event(doing.petition, "rebase", on=on, by=by, at=at, data=days)
        doing.detail = days


def rebased(petitions: Sequence[Petition], unit: Unit, *, at: datetime) -> list[Stands]:
    """Of these petitions those that the law as it is held now would give another day; nothing is written."""
    kept = [one.law_kept for one in petitions]
    for one in petitions:
        one.law_kept = ""
    found = [one for one in judged(petitions, bench_of(unit), at=at) if one.due_moved]
    for one, text in zip(petitions, kept, strict=True):
        one.law_kept = text
    return found


def _said(day: date | None) -> str:
    return day.isoformat() if day else ""
