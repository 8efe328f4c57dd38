"""From the codes of dossiers to what has to be written about them: reads, merges, judges. Writes nothing."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chuan.clocks.offices import Office, office_of
from chuan.dossiers.judging import COLUMNS, Case, Judged, judge
from chuan.dossiers.lawful import Period
from chuan.dossiers.limits import Limit, LimitBook, limits_of
from chuan.dossiers.merging import Picture, Version, merge
from chuan.dossiers.models import CaseEvent, Dossier, HandlerName, Procedure
from chuan.dossiers.snapshots import law_as_kept, snapshot_of
from chuan.dossiers.sources import versions_of
from chuan.dossiers.stories import typed_happening
from chuan.intake.reading.wards import same_unit
from chuan.law.clock_rules import DossierLaw
from chuan.people.models import Unit, family_ids
from chuan.rules.deadlines import ClockUnit, Happening, Step
from chuan.rules.refusals.clocks import LawNotHeld
from chuan.rules.vietnamese import fold
from chuan.rules.working_time import Calendar

CHUNK = 2000
"""How many dossiers are read, judged and let go of together."""
FOLDED = 700
"""How much of the searchable text is kept: an index of PostgreSQL holds no longer rows."""
_TYPED = {CaseEvent.Verb.PROLONG: Step.PROLONGED, CaseEvent.Verb.APOLOGISE: Step.APOLOGISED}


@dataclass(frozen=True, slots=True)
class Known:
    """A dossier as it is kept now."""

    pk: int
    uid: uuid.UUID
    unit_id: int
    owner_unit_id: int
    states: int
    snapshot: str
    procedure_id: int | None
    limit_id: int | None
    handler_id: int | None
    folded: str
    standing: Judged


@dataclass(frozen=True, slots=True)
class Change:
    """A dossier to be written. ``known`` None: a new one.

    ``appointment``: the day newly promised with an apology; ``typed``: somebody typed such a thing here, or voided it.
    """

    code: str
    known: Known | None
    standing: Judged
    snapshot: str
    procedure_id: int | None
    limit_id: int | None
    handler_id: int | None
    folded: str
    appointment: date | None = None
    typed: bool = False

    @property
    def state(self) -> bool:
        """Whether a new state begins."""
        return self.known is None or self.known.standing != self.standing

    @property
    def due_moved(self) -> bool:
        """Whether a known dossier got another day that lateness is judged by."""
        return self.known is not None and self.known.standing.judged_due_on != self.standing.judged_due_on


@dataclass
class Desk:
    """What is needed to judge dossiers of one unit, read once: calendar, law, time limits, names.

    ``calendar`` may be another than the office's, to try one out. ``rebase``: the law of today is taken instead
    of the values a dossier has kept.
    """

    unit: Unit
    calendar: Calendar
    office: Office
    limits: LimitBook
    procedures: Mapping[str, tuple[str, str]]
    handlers: Mapping[str, int | None]
    names: tuple[str, ...]
    family: frozenset[int]
    rebase: bool = False
    new_names: dict[str, str] = field(default_factory=dict)
    _laws: dict[tuple[date, str], tuple[DossierLaw, str] | None] = field(default_factory=dict)
    _units: dict[str, bool] = field(default_factory=dict)
    _same: dict[str, str] = field(default_factory=dict)

    def law(self, on: date, kept: str) -> tuple[DossierLaw, str] | None:
        """The law of a day of acceptance and its snapshot; None for a day before the first act that is held."""
        key = (on, "" if self.rebase else kept)
        if key not in self._laws:
            self._laws[key] = self._law(*key)
        return self._laws[key]

    def _law(self, on: date, kept: str) -> tuple[DossierLaw, str] | None:
        try:
            law = law_as_kept(kept, self.office.law(on))
        except LawNotHeld:
            return None
        return law, kept or self.one(snapshot_of(law))

    def ours(self, name: str) -> bool:
        """Whether the name of a unit in a file means this one or one it came from."""
        if name not in self._units:
            self._units[name] = any(same_unit(name, own) for own in self.names)
        return self._units[name]

    def handler(self, name: str) -> int | None:
        """The official whom a name was confirmed to mean; a name never seen is noted, for a person to say."""
        if not name:
            return None
        key = _fold(name)[:160]
        if key not in self.handlers:
            self.new_names.setdefault(key, name)
            return None
        return self.handlers[key]

    def one(self, text: str) -> str:
        """The same text as one object: fifty thousand rows name ten fields of work."""
        return self._same.setdefault(text, text)


def desk_of(unit: Unit, *, calendar: Calendar | None = None, rebase: bool = False) -> Desk:
    """The desk of a unit, in a handful of statements."""
    office, family = office_of(unit), family_ids(unit)
    confirmed = HandlerName.objects.filter(unit=unit).values_list("folded", "official_id", "confirmed_at")
    procedures = Procedure.objects.filter(unit=unit).values_list("code", "name", "field")
    return Desk(
        unit=unit,
        calendar=calendar or office.calendar,
        office=office,
        limits=limits_of(unit),
        procedures={code: (name, of) for code, name, of in procedures},
        handlers={folded: official if at else None for folded, official, at in confirmed},
        names=names_of(family),
        family=family,
        rebase=rebase,
    )


def names_of(family: Collection[int]) -> tuple[str, ...]:
    """How files may call a unit: by its own name and those of the units it came from (``family_ids``)."""
    return tuple(f"{one.get_kind_display()} {one.name}" for one in Unit.objects.filter(pk__in=family))


def taken_elsewhere(unit: Unit, values: Mapping[str, str]) -> bool:
    """Whether another unit's counter took the papers in; for many dossiers a `Desk` remembers the names."""
    name = values.get("receiving_unit", "")
    return bool(name) and not any(same_unit(name, own) for own in names_of(family_ids(unit)))


def work(
    desk: Desk, codes: Sequence[str], arrived: Mapping[str, Sequence[Version]], *, without: uuid.UUID | None = None
) -> Iterator[Change]:  # fmt: skip
    """What changes for these codes when the arrived versions are added to those that stand already.

    ``without``: an import that is being withdrawn; then the arrived versions say how its rows stand without it.
    """
    for start in range(0, len(codes), CHUNK):
        some = codes[start : start + CHUNK]
        held = versions_of(desk.family, some, without=without)
        told = {code: _with(held.get(code, []), arrived.get(code, ())) for code in some}
        yield from _work(desk, some, told)


def _with(held: list[Version], arrived: Sequence[Version]) -> list[Version]:
    """Both; an arrived version that says what its source says already adds nothing, neither now nor to the story."""
    last = {one.source: one for one in sorted(held, key=lambda one: (one.recorded_at, one.number))}
    return held + [one for one in arrived if one.source not in last or last[one.source].values != one.values]


def _work(desk: Desk, codes: Sequence[str], versions: Mapping[str, Sequence[Version]]) -> Iterator[Change]:
    known = known_of(desk.family, codes, first=desk.unit.pk)
    typed = _typed({one.pk for one in known.values()})
    pictures = {code: merge(versions[code]) for code in codes}
    shown = [(code, picture) for code, picture in pictures.items() if picture is not None]
    readied = [_ready(desk, picture, known.get(code), typed) for code, picture in shown]
    judged = judge([one.case for one in readied], desk.calendar)
    for (code, picture), ready, standing in zip(shown, readied, judged, strict=True):
        change = _change(desk, code, picture, known.get(code), ready, standing)
        if change.state or _differs(change):
            yield change
    for code, kept in known.items():
        if pictures[code] is None and kept.standing.present:
            yield _gone(code, kept)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A case with what its dossier keeps beside it."""

    case: Case
    limit: Limit | None
    snapshot: str
    touched: bool


def _ready(
    desk: Desk, picture: Picture, known: Known | None, typed: Mapping[int, Sequence[Happening]]
) -> _Ready:
    values = picture.values
    received = values.get("received_at", "")[:10]
    on = date.fromisoformat(received) if received else None
    kept = known.snapshot if known and known.standing.received_on == on else ""
    law = desk.law(on, kept) if on else None
    code, channel = values.get("procedure_code", ""), values.get("channel", "")
    limit = desk.limits.find(code, channel, on) if on and law and code else None
    name, work_field = desk.procedures.get(code, ("", ""))
    case = Case(
        picture,
        period=Period(limit.total, ClockUnit(limit.unit), law[0]) if limit and law else None,
        elsewhere=_elsewhere(desk, values),
        taken_elsewhere=bool(values.get("receiving_unit")) and not desk.ours(values["receiving_unit"]),
        typed=tuple(typed.get(known.pk, ())) if known else (),
        field=work_field,
        procedure_name=name,
    )
    return _Ready(case, limit, law[1] if law else "", known is not None and known.pk in typed)


_YES = frozenset({"co", "x", "phi dia gioi", "dung", "1", "true", "yes"})


def _elsewhere(desk: Desk, values: Mapping[str, str]) -> bool:
    """Whether another unit solves it: the file names one, or says so in a column of its own."""
    resolving = values.get("resolving_unit", "")
    if resolving:
        return not desk.ours(resolving)
    return fold(values.get("elsewhere", "")) in _YES


def _change(
    desk: Desk, code: str, picture: Picture, known: Known | None, ready: _Ready, standing: Judged
) -> Change:
    procedure = ready.limit.procedure_id if ready.limit else desk.limits.procedure_of(standing.procedure_code)
    return Change(
        code=code,
        known=known,
        standing=_shared(desk, standing),
        snapshot=ready.snapshot,
        procedure_id=procedure,
        limit_id=ready.limit.limit_id if ready.limit else None,
        handler_id=desk.handler(standing.handler_name),
        folded=_folded(desk, code, picture, standing),
        appointment=next((one.until for one in reversed(ready.case.typed) if one.until), None),
        typed=ready.touched,
    )


def _folded(desk: Desk, code: str, picture: Picture, standing: Judged) -> str:
    """What is found by searching: code first, then procedure, subject, field of work and handler."""
    told = (standing.procedure_code, standing.procedure_name, standing.field, standing.handler_name)
    rest = " ".join(desk.one(_fold(one)) for one in told if one)
    return f"{_fold(code)} {rest} {_fold(picture.values.get('subject', ''))}".strip()[:FOLDED]


_FOLDS: dict[str, str] = {}


def _fold(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split())
    found = _FOLDS.get(text)
    if found is None:
        if len(_FOLDS) > 5000:
            _FOLDS.clear()
        found = _FOLDS[text] = fold(text)
    return found


def _shared(desk: Desk, standing: Judged) -> Judged:
    """The same standing, its repeated texts held once."""
    for name in ("channel", "field", "procedure_code", "procedure_name", "handler_name"):
        object.__setattr__(standing, name, desk.one(getattr(standing, name)))
    return standing


def _differs(change: Change) -> bool:
    """Whether something beside the standing is another: handler, procedure, time limit, searchable text."""
    known = change.known
    return known is None or change.typed or (
        known.handler_id, known.procedure_id, known.limit_id, known.folded, known.snapshot,
    ) != (change.handler_id, change.procedure_id, change.limit_id, change.folded, change.snapshot)  # fmt: skip


def _gone(code: str, known: Known) -> Change:
    """No source lists it any more: it stays as it stood, marked as not listed."""
    told = {name: getattr(known.standing, name) for name in COLUMNS} | {"present": False}
    return Change(
        code, known, Judged(**told), known.snapshot, known.procedure_id, known.limit_id, known.handler_id,
        known.folded,
    )  # fmt: skip


_KEPT = (
    "code", "pk", "uid", "unit_id", "owner_unit_id", "states", "law_snapshot", "procedure_id", "limit_id",
    "handler_id", "folded",
)  # fmt: skip


def known_of(unit_ids: Collection[int], codes: Sequence[str], *, first: int) -> dict[str, Known]:
    """The dossiers of these codes as they are kept, by code; of two of one code that of the unit ``first``.

    A ward that merged is asked too: its dossiers go on under their codes, whoever answers for them now.
    """
    found: dict[str, Known] = {}
    for start in range(0, len(codes), 500):
        rows = Dossier.objects.filter(unit_id__in=unit_ids, code__in=codes[start : start + 500])
        for row in rows.values_list(*_KEPT, *COLUMNS).iterator(chunk_size=2000):
            told: list[Any] = [*row[1 : len(_KEPT)], Judged(*row[len(_KEPT) :])]
            known = Known(*told)
            if row[0] not in found or known.unit_id == first:
                found[row[0]] = known
    return found


def typed_of_many(ids: Iterable[int]) -> dict[int, list[Happening]]:
    """Prolongations and new dates that people typed here, by dossier; one statement."""
    return _typed(set(ids))


def _typed(ids: set[int]) -> dict[int, list[Happening]]:
    """Prolongations and new dates that people typed here, by dossier; an empty list where all were voided since."""
    found: dict[int, list[Happening]] = {}
    events = CaseEvent.objects.filter(verb__in=_TYPED, dossier_id__in=ids).order_by("seq")
    names = ("dossier_id", "verb", "occurred_on", "until_on", "amount", "voided_by")
    for dossier, verb, on, until, amount, voided in events.values_list(*names):
        held = found.setdefault(dossier, [])
        if voided is None:
            held.append(typed_happening(on, _TYPED[CaseEvent.Verb(verb)], amount=amount, until=until))
    return found
