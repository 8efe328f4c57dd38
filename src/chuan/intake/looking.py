"""A look into a file whose layout is known: rows, what they change, which days they cover, what is in doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.files import actions as files
from chuan.intake.comparing import Against, Compared, compare, keyed
from chuan.intake.keys import row_code, scope_of
from chuan.intake.models import Import, Layout
from chuan.intake.opening import Opened, layouts_of, open_file
from chuan.intake.previews import preview_of
from chuan.intake.reading import ColumnMap, ReadResult, ReadRow, read_rows
from chuan.intake.record_systems import system_on
from chuan.intake.refusals import KeptHere, MonthsManyInOne
from chuan.offers.fields import Register, kept_with, month_from
from chuan.people.models import Unit
from chuan.rules.refusals import FileUnreadable, HeaderMissing
from chuan.rules.types import Period

Told = Callable[[str, int, int], None]
"""(stage, done, total): how far a long piece of work is."""

Clock = Callable[[], datetime]
"""The moment read anew at the door, when the long part of the work is done."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A file read with a confirmed layout and compared with what stands. ``basis``: see ``acts_so_far``."""

    opened: Opened
    layout: Layout
    register: Register
    result: ReadResult
    rows: tuple[ReadRow, ...]
    compared: Compared
    period: Period | None
    covers: Period | None
    scope: str
    basis: int


def open_import(imported: Import, *, layouts: Sequence[Layout] | None = None) -> Opened:
    """The import's table, by the unit's layouts or by those given.

    Raises the refusals of reading, and FileUnreadable when the kept bytes are damaged.
    """
    try:
        data = files.read(imported.blob)
    except OSError:
        raise FileUnreadable(name=imported.file_name) from None
    known = layouts_of(imported.unit) if layouts is None else layouts
    return open_file(data, name=imported.file_name, layouts=known)


def look_into(imported: Import, opened: Opened, *, tell: Told = lambda stage, done, total: None) -> Looked:
    """Read and compare. Raises ColumnsMissing, ColumnWrong, HeaderMissing, KeptHere, MonthsManyInOne."""
    layout, register = opened.layout, opened.register
    if layout is None or register is None:
        raise HeaderMissing(name=imported.file_name, looked=_("cả tệp"))
    basis = acts_so_far(imported.unit_id, register.key)
    period = opened.facts.period or preview_of(imported).said
    result = read_rows(opened.table, opened.header, _with_month(opened.mapping, register, period), register)
    tell("compare", 0, len(result.rows))
    covers = clamped(period, arrived_on(imported))
    _require_followed(imported.unit, register, covers)
    rows = tuple(keyed(result.rows, register, period))
    scope = scope_of(layout.fingerprint, opened.facts)
    against = Against(imported.unit_id, register, layout.source, scope, period, arrived_on(imported))
    unread = frozenset(row_code(register, code, period) for code in result.unreadable_codes)
    compared = compare(rows, against, still_there=unread)
    return Looked(opened, layout, register, result, rows, compared, period, covers, scope, basis)


def _with_month(mapping: ColumnMap, register: Register, period: Period | None) -> ColumnMap:
    """The mapping with the month of a file that says it above its table only. Raises MonthsManyInOne."""
    field = month_from(register)
    if not field or field in mapping.fed or period is None:
        return mapping
    if period != Period.month(period.start.year, period.start.month):
        raise MonthsManyInOne(start=period.start, last=period.end - timedelta(days=1))
    return replace(mapping, constants={**mapping.constants, field: period.start.isoformat()})


def arrived_on(imported: Import) -> date:
    """The local day the file came in: changes after the due day and the end of coverage are told by it."""
    return timezone.localtime(imported.arrived_at).date()


def clamped(period: Period | None, on: date) -> Period | None:
    """The days a file can really speak of: none after the day it came in; None when none is left."""
    if period is None or period.start > on:
        return None
    return Period(period.start, min(period.end, on + timedelta(days=1)))


def acts_so_far(unit_id: int, register: str) -> int:
    """How many imports and withdrawals the register has seen: it grows by one with each."""
    rows = Import.objects.filter(unit_id=unit_id, register=register, committed_at__isnull=False)
    return rows.count() + rows.filter(withdrawn_at__isnull=False).count()


def _require_followed(unit: Unit, register: Register, covers: Period | None) -> None:
    if covers is None:
        return
    system = system_on(unit, kept_with(register), covers.start)
    if system.keeps:
        raise KeptHere(register=register.title, since=system.since or covers.start, citation=system.citation)
