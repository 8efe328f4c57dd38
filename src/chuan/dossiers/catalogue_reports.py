"""The list of procedures: what is asked for, how each stands today, as rows and as a worksheet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.dossiers.limit_rows import clear
from chuan.dossiers.limit_words import limits_in_words
from chuan.dossiers.models import Dossier, Procedure, ProcedureVersion, TimeLimit
from chuan.dossiers.procedures.types import national_code
from chuan.exchange.sheets import Table
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold

IN_FORCE, WAITING, UNCLEAR, ENDED = "dang-ap-dung", "cho-xac-nhan", "chua-co-thoi-han", "da-bai-bo"
_Status = ProcedureVersion.Status


@dataclass(frozen=True)
class Wanted:
    """What the list is asked for; empty fields ask for everything."""

    words: str = ""
    field: str = ""
    status: str = ""


@dataclass(frozen=True)
class Standing:
    """A procedure as it stands on a day: the version in force, the one that waits, what runs."""

    procedure: Procedure
    current: ProcedureVersion | None
    waiting: ProcedureVersion | None
    ended: ProcedureVersion | None
    running: int

    @property
    def shown(self) -> ProcedureVersion | None:
        """The version whose limits the list shows."""
        return self.current or self.waiting or self.ended

    @property
    def status(self) -> str:
        """One of the four filters."""
        if self.current:
            return IN_FORCE if self.clear else UNCLEAR
        if self.waiting:
            return WAITING
        return ENDED if self.ended else UNCLEAR

    @property
    def clear(self) -> bool:
        """Whether there are limits, all of them without doubt."""
        limits = list(self.shown.limits.all()) if self.shown else []
        return bool(limits) and all(clear(one) for one in limits)

    @property
    def time(self) -> str:
        """The limits in words."""
        return limits_in_words(self.shown.limits.all()) if self.shown else ""


def procedures_for(viewer: Viewer, wanted: Wanted) -> QuerySet[Procedure]:
    """The viewer's procedures by field and name; words are sought without marks, every one must occur."""
    found = Procedure.objects.seen_by(viewer)
    if wanted.field:
        found = found.filter(field=wanted.field)
    for word in fold(wanted.words).split():
        found = found.filter(folded__contains=word)
    if wanted.status:
        found = found.filter(_STATUSES[wanted.status](viewer.on))
    return found.order_by("field", "name", "code")


def waiting_versions(viewer: Viewer, wanted: Wanted) -> QuerySet[ProcedureVersion]:
    """Proposals of the procedures that a list shows."""
    rows = procedures_for(viewer, wanted).order_by().values("pk")
    return ProcedureVersion.objects.filter(procedure__in=rows, status=_Status.PROPOSED)


def fields_of(viewer: Viewer) -> list[str]:
    """The fields of work of the viewer's procedures."""
    rows = Procedure.objects.seen_by(viewer).exclude(field="").order_by("field")
    return list(rows.values_list("field", flat=True).distinct())


def counts_by_status(viewer: Viewer) -> dict[str, int]:
    """How many procedures stand under each filter (one may stand under two)."""
    rows = Procedure.objects.seen_by(viewer).order_by()
    return {name: rows.filter(condition(viewer.on)).count() for name, condition in _STATUSES.items()}


def standings(procedures: Iterable[Procedure], *, on: date) -> list[Standing]:
    """How each of these stands on a day, in three queries."""
    procedures = list(procedures)
    versions: dict[int, list[ProcedureVersion]] = {}
    rows = ProcedureVersion.objects.filter(procedure__in=procedures).exclude(status=_Status.REJECTED)
    for row in rows.order_by("number").prefetch_related("limits"):
        versions.setdefault(row.procedure_id, []).append(row)
    running = running_by_code(procedures)
    return [_standing(one, versions.get(one.pk, []), running, on) for one in procedures]


def running_by_code(procedures: Sequence[Procedure]) -> dict[tuple[int, str], int]:
    """How many dossiers in work each procedure has, by unit and code; the province's tail of a code is left aside."""
    wanted = {(one.unit_id, one.code) for one in procedures}
    rows = Dossier.objects.filter(owner_unit__in={unit for unit, _code in wanted}).unsettled()
    counted = rows.values("owner_unit_id", "procedure_code").annotate(n=Count("pk")).order_by()
    found: dict[tuple[int, str], int] = {}
    for row in counted:
        key = (row["owner_unit_id"], national_code(row["procedure_code"]))
        if key in wanted:
            found[key] = found.get(key, 0) + row["n"]
    return found


def sheet_of(standing: Sequence[Standing], *, on: date) -> Table:
    """The list as a worksheet, in the columns of the template, with its status."""
    headers = [
        _("Mã thủ tục"), _("Tên thủ tục"), _("Lĩnh vực"), _("Thời hạn giải quyết"), _("Hiệu lực từ"),
        _("Quyết định công bố"), _("Thành phần hồ sơ"), _("Trạng thái"), _("Hồ sơ đang giải quyết"),
    ]  # fmt: skip
    return Table(
        title=_("Danh mục thủ tục hành chính"),
        headers=headers,
        rows=[_sheet_row(one) for one in standing],
        notes=[_("Số thủ tục: %s") % len(standing), _("xuất ngày %s") % f"{on:%d/%m/%Y}"],
        sheet_name=_("Thủ tục"),
        widths=dict(enumerate((14, 60, 22, 40, 14, 34, 60, 24, 12))),
        number_formats={4: "dd/mm/yyyy"},
    )


def status_in_words(status: str) -> str:
    """The words of a filter."""
    return {
        IN_FORCE: _("đang áp dụng"),
        WAITING: _("chờ xác nhận"),
        UNCLEAR: _("chưa có thời hạn"),
        ENDED: _("đã bãi bỏ"),
    }[status]


def _sheet_row(one: Standing) -> list[str | int | date | None]:
    version = one.shown
    papers = "; ".join(json.loads(version.components)) if version else ""
    return [
        one.procedure.code, one.procedure.name, one.procedure.field, one.time,
        version.valid_from if version else None, version.citation if version else "", papers[:30_000],
        status_in_words(one.status), one.running,
    ]  # fmt: skip


def _standing(
    procedure: Procedure, versions: Sequence[ProcedureVersion], running: dict[tuple[int, str], int], on: date
) -> Standing:
    confirmed = [one for one in versions if one.status == _Status.CONFIRMED]
    held = [one for one in confirmed if one.valid_from <= on and (one.valid_to is None or on < one.valid_to)]
    return Standing(
        procedure=procedure,
        current=max(held, key=lambda one: (one.valid_from, one.number), default=None),
        waiting=next((one for one in reversed(versions) if one.status == _Status.PROPOSED), None),
        ended=max((one for one in confirmed if one.ended_by), key=lambda one: one.number, default=None),
        running=running.get((procedure.unit_id, procedure.code), 0),
    )


def _held(on: date) -> Exists:
    open_end = Q(valid_to=None) | Q(valid_to__gt=on)
    return Exists(_versions(_Status.CONFIRMED).filter(open_end, valid_from__lte=on))


def _versions(*statuses: str) -> QuerySet[ProcedureVersion]:
    return ProcedureVersion.objects.filter(procedure=OuterRef("pk"), status__in=statuses)


def _in_force(on: date) -> Q:
    return Q(_held(on))


def _waiting(on: date) -> Q:
    return Q(Exists(_versions(_Status.PROPOSED)))


def _unclear(on: date) -> Q:
    """Some standing version has no limit, or one that is still a question."""
    limits = TimeLimit.objects.filter(version=OuterRef("pk"))
    question = limits.filter(Q(total=None) | Q(unit="") | ~Q(doubt=""))
    standing = _versions(_Status.PROPOSED, _Status.CONFIRMED).filter(Q(valid_to=None) | Q(valid_to__gt=on))
    return Q(Exists(standing.filter(~Exists(limits) | Exists(question))))


def _ended(on: date) -> Q:
    ended = _versions(_Status.CONFIRMED).exclude(ended_by="").filter(valid_to__lte=on)
    return Q(Exists(ended)) & ~Q(_held(on))


_STATUSES = {IN_FORCE: _in_force, WAITING: _waiting, UNCLEAR: _unclear, ENDED: _ended}
STATUSES = tuple(_STATUSES)
