"""The unit's own values: a new version of a setting for its day, and what stands in place of unverified law."""

from __future__ import annotations

from datetime import date, datetime

from chuan.clocks import permissions, refusals
from chuan.clocks.legal import title_of, value_words
from chuan.law.clock_rules import CHOICES, dossier_law
from chuan.offers import calendars
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import Unit, UnitSetting
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def set_law_value(
    unit: Unit, key: str, value: str, *, valid_from: date, citation: str, by: Viewer, at: datetime
) -> int:
    """Put the unit's own value in the place of one that nobody verified; how many due dates moved.

    It holds for dossiers accepted from ``valid_from`` on. Raises ``LawValueFixed`` for what an act says
    itself, ``LawChoiceUnknown``, ``LawNotHeld`` for a day before the first act held, ``CitationMissing``,
    ``NothingChanges``.
    """
    permissions.require_set_law(by, unit)
    require_open(key, valid_from)
    if value not in CHOICES[key]:
        raise refusals.LawChoiceUnknown(typed=value[:40])
    notice = cited(citation)
    said = f"{title_of(key)}: {value_words(key, value)}"
    detail = {"rule": said, "key": key, "value": value, "since": valid_from, "citation": notice}
    with act("law.set_value", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at, **detail) as doing:
        add_setting(unit, key, value, valid_from=valid_from, citation=notice)
        doing.detail["moved"] = moved = calendars.changed(unit, at)
    return moved


def require_open(key: str, on: date) -> None:
    """Refuse a key that is fixed by its act on the day, or that no unit sets."""
    law = dossier_law(on)
    if key not in CHOICES or key not in law.unread:
        known = law.values.get(key)
        raise refusals.LawValueFixed(act=known.citation.number if known else key[:40])


def add_setting(unit: Unit, key: str, value: str, *, valid_from: date, citation: str) -> UnitSetting:
    """A new version of a setting for its day, inside an act. Raises ``NothingChanges`` for the same again."""
    rows = locked(unit).settings.filter(key=key, valid_from=valid_from)
    last = rows.order_by("-version").first()
    if last and (last.value, last.citation) == (value, citation):
        raise refusals.NothingChanges()
    version = (last.version if last else 0) + 1
    return UnitSetting.objects.create(
        unit=unit, key=key, value=value, valid_from=valid_from, version=version, citation=citation
    )


def locked(unit: Unit) -> Unit:
    """The unit's row, held until the act ends, so that two acts never write the same version."""
    return Unit.objects.select_for_update().get(pk=unit.pk)
