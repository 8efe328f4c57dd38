"""What the files said of a dossier one after another: every changed value, and the file that brought it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.utils.translation import gettext as _

from chuan.dossiers.fields import REGISTERS
from chuan.dossiers.models import Dossier, DossierState
from chuan.dossiers.showing.verdicts import Said
from chuan.intake.models import Import, OutsideRow
from chuan.offers.fields import Field, FieldKind
from chuan.ui import formatters as say
from chuan.ui import words

REGISTER = "dossiers"


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that said something: its name, when it came, and where its page is."""

    name: str
    at: datetime
    url: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """One version of a row of one source; ``values`` None when the source no longer listed it.

    ``after_due``: the import found that a date had been changed after the due day.
    """

    source: str
    values: Mapping[str, str] | None
    brought: Brought
    after_due: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A value that one file gave and a later file gave otherwise."""

    label: str
    before: str
    after: str
    was: Brought
    now: Brought
    after_due: bool


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What one source says now, field by field, and the file that said it last; empty when it lists it no more."""

    source: str
    brought: Brought
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One state of the dossier: when it was reckoned, because of what, and what came out."""

    at: datetime
    why: str
    due: str
    said: Said


def seen_of(dossier: Dossier) -> list[Seen]:
    """Every version of the dossier's rows, the oldest first."""
    return seen_of_many([dossier]).get(dossier.pk, [])


def seen_of_many(dossiers: Iterable[Dossier]) -> dict[int, list[Seen]]:
    """Every version of the rows of these dossiers, by dossier, the oldest first; one statement."""
    wanted = {(one.unit_id, one.code): one.pk for one in dossiers}
    rows = OutsideRow.objects.filter(
        register=REGISTER,
        unit_id__in={unit for unit, _code in wanted},
        outside_code__in={code for _unit, code in wanted},
    ).select_related("brought_by")
    found: dict[int, list[Seen]] = defaultdict(list)
    for row in rows.order_by("brought_by__committed_at", "source", "version"):
        if (key := wanted.get((row.unit_id, row.outside_code))) is not None:
            found[key].append(_seen(row))
    return found


def _seen(row: OutsideRow) -> Seen:
    file = row.brought_by
    return Seen(
        source=row.source,
        values=json.loads(row.fields) if row.fields else None,
        brought=Brought(
            file.file_name,
            file.committed_at or file.arrived_at,
            f"/nhap-tu-tep/{file.uid}/",
            file.status == Import.Status.WITHDRAWN,
        ),
        after_due=row.after_due,
    )


def changes_of(seen: Sequence[Seen], *, only_after_due: bool = False) -> list[Changed]:
    """Values that changed between two files of one source, those changed after the due day first."""
    found = [change for one, two in _pairs(seen) for change in _changed(one, two)]
    found.sort(key=lambda one: (not one.after_due, one.now.at))
    return [one for one in found if one.after_due] if only_after_due else found


def facts_of(seen: Sequence[Seen]) -> list[SourceFacts]:
    """What each source says now; personal data is never kept, so it never stands here."""
    last = {one.source: one for one in seen if not one.brought.withdrawn}
    return [SourceFacts(one.source, one.brought, tuple(_facts(one.values or {}))) for one in last.values()]


def reckonings(states: Sequence[DossierState]) -> list[Reckoned]:
    """The states one after another, the newest first."""
    return [
        Reckoned(one.recorded_at, _why(one.why), say.day(one.judged_due_on), outcome_said(one))
        for one in states
    ]


def outcome_said(one: Dossier | DossierState, *, now: bool = False) -> Said:
    """The outcome as it is judged, or (``now``) by the promise as the source shows it now."""
    outcome = one.outcome_now if now else one.outcome
    shapes = {"early": "exceeded", "on_time": "met", "late": "not_met", "": "unmeasured"}
    label = dict(Dossier.Outcome.choices).get(outcome, "")
    said = str(label)
    if not now and outcome == "late" and one.late_days:
        said = words.days_late(abs(one.late_days))
    return Said(shapes[outcome], said[:1].upper() + said[1:])


def _pairs(seen: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Neighbouring versions of each source, imports withdrawn since left out."""
    last: dict[str, Seen] = {}
    for one in seen:
        if one.brought.withdrawn:
            continue
        if one.source in last:
            yield last[one.source], one
        last[one.source] = one


def _changed(one: Seen, two: Seen) -> Iterator[Changed]:
    before, after = one.values or {}, two.values or {}
    if two.values is None:
        yield Changed(
            _("Dòng hồ sơ"),
            _("còn trong tệp"),
            _("nguồn không còn liệt kê"),
            one.brought,
            two.brought,
            False,
        )
        return
    late = set(_due_fields()) if two.after_due else set()
    for field in _fields().values():
        was, now = before.get(field.name, ""), after.get(field.name, "")
        if was != now and not field.personal and (was or now):
            yield Changed(
                field.label, shown(field, was), shown(field, now), one.brought, two.brought,
                after_due=bool(was) and field.name in late,
            )  # fmt: skip


def _facts(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for field in _fields().values():
        if (value := values.get(field.name)) and not field.personal:
            yield field.label, shown(field, value)


def shown(field: Field, value: str) -> str:
    """A stored text as a reader wants it: 19/05/2021, 15:20 ngày 28/04/2021, the words of a choice."""
    if not value:
        return say.EMPTY
    if field.kind is FieldKind.CHOICE:
        return field.said.get(value, value)
    if field.kind in (FieldKind.DATE, FieldKind.MOMENT):
        return _moment(value)
    return value


def _moment(value: str) -> str:
    try:
        if len(value) == len("2021-04-28"):
            return say.day(date.fromisoformat(value))
        read = datetime.fromisoformat(value)
    except ValueError:
        return value
    return _("%(hour)s ngày %(day)s") % {"hour": f"{read:%H:%M}", "day": say.day(read.date())}


@cache
def _fields() -> Mapping[str, Field]:
    register = next(one for one in REGISTERS if one.key == REGISTER)
    return {field.name: field for field in register.fields}


@cache
def _due_fields() -> tuple[str, ...]:
    register = next(one for one in REGISTERS if one.key == REGISTER)
    return register.due_field_changes()


def _why(why: str) -> str:
    said = {
        "import": _("nhập tệp"),
        "withdrawal": _("rút một lần nhập"),
        "calendar": _("đổi lịch làm việc"),
        "procedure": _("xác nhận thời hạn của thủ tục"),
        "law": _("áp dụng quy định mới"),
        "handler": _("xác nhận người xử lý"),
        "apology": _("xin lỗi, hẹn lại"),
    }
    return said.get(why, why)
