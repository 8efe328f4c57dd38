"""The list of petitions: what is asked for, the rows of one page, how many wait and what is overdue.

Petitions are sought by code only: never by what they say, never by who sent them. A page is found in one
pass over the keys of at most ``MOST`` petitions in order, then the rows of that page by key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable, OrderBy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition
from chuan.petitions.steps import LIFECYCLES
from chuan.rules.petitions import KIND_NAMES
from chuan.rules.types import Period

PER_PAGE = 50
MOST, EXPORTED = 5_000, 10_000
"""So many petitions are counted and paged; beyond, the list says "hơn 5.000" and asks for a filter. And exported."""
RARE = 2_000
"""Letters of a code with more hits than this tell little apart: they are sought along the order of the list."""

RESULTS: Mapping[str, str | Promise] = {
    "cho": _("còn phải làm"),
    "qua-han": _("đang quá hạn"),
    "sap-den": _("đến hạn trong 7 ngày tới"),
    "chua-ro": _("chưa có hạn"),
    "som": _("xong trước hạn"),
    "dung": _("xong đúng hạn"),
    "tre": _("xong trễ hạn"),
}
BY_DAYS: Mapping[str, tuple[str, str | Promise]] = {
    "nhan": ("received_on", _("nhận trong kỳ")),
    "xong": ("settled_on", _("xong trong kỳ")),
}
SORTS: Mapping[str, tuple[tuple[str, ...], str | Promise]] = {
    "moi": (("-received_on", "pk"), _("mới nhận trước")),
    "cu": (("received_on", "-pk"), _("nhận lâu trước")),
    "han": (("next_due_on", "pk"), _("hạn gần trước")),
}
NOBODY = "chua-giao"
SOON_DAYS = 7


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for; empty fields ask for everything. ``handler`` is an uid, or ``NOBODY``."""

    code: str = ""
    period: Period | None = None
    by: str = "nhan"
    kind: str = ""
    status: str = ""
    result: str = ""
    channel: str = ""
    field: str = ""
    handler: str = ""
    unlisted: bool = False
    repeats: bool = False
    gone: bool = False
    sort: str = "moi"


@dataclass(frozen=True)
class Listed:
    """One page: its rows, where it stands, and how many there are (``more``: at least so many)."""

    rows: Sequence[Petition]
    number: int
    pages: int
    total: int
    more: bool

    @property
    def first(self) -> int:
        """The place of the first row shown, from 1."""
        return (self.number - 1) * PER_PAGE + 1

    @property
    def last(self) -> int:
        """The place of the last row shown."""
        return self.first + len(self.rows) - 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """Of one kind: how many wait for something to be done here, are overdue, fall due in the coming days."""

    kind: str
    name: str
    waiting: int
    overdue: int
    soon: int


def listed(viewer: Viewer, wanted: Wanted, *, on: date, number: int = 1) -> Listed:
    """The page of this number; one beyond the last shows the last."""
    keys = list(found(viewer, wanted, on=on).values_list("pk", flat=True)[: MOST + 1])
    more, keys = len(keys) > MOST, keys[:MOST]
    pages = max(1, -(-len(keys) // PER_PAGE))
    number = min(max(1, number), pages)
    shown = keys[(number - 1) * PER_PAGE : number * PER_PAGE]
    rows = {
        one.pk: one for one in Petition.objects.seen_by(viewer).filter(pk__in=shown).select_related("handler")
    }
    return Listed([rows[key] for key in shown if key in rows], number, pages, len(keys), more)


def found(viewer: Viewer, wanted: Wanted, *, on: date) -> QuerySet[Petition]:
    """The petitions asked for that the viewer may see, in the order asked for."""
    petitions = Petition.objects.seen_by(viewer).filter(_of_kind(wanted), _result(wanted, on))
    if wanted.period is not None:
        column = BY_DAYS[wanted.by][0]
        petitions = petitions.filter(
            **{f"{column}__gte": wanted.period.start, f"{column}__lt": wanted.period.end}
        )
    if wanted.code:
        petitions = petitions.filter(_with_code(viewer, wanted.code))
    return petitions.order_by(*_order(wanted))


def _with_code(viewer: Viewer, code: str) -> Q:
    """Whose code, here or in the system of record, holds these letters: by key, out of an index that holds both."""
    asked = Q(code__icontains=code) | Q(outside_code__icontains=code)
    hits = Petition.objects.filter(asked, owner_unit_id__in=viewer.unit_ids).order_by()
    keys = list(hits.values_list("pk", flat=True)[: RARE + 1])
    return Q(pk__in=keys) if len(keys) <= RARE else asked


def waiting_of(viewer: Viewer, *, on: date) -> list[Waiting]:
    """What waits, by kind, in the order of the kinds; kinds of which nothing waits are left out."""
    seen = Petition.objects.seen_by(viewer)
    soon = on + timedelta(days=SOON_DAYS)
    open_ = dict(seen.in_work().order_by().values_list("kind").annotate(n=Count("pk")))
    owing: dict[str, Any] = {
        one["kind"]: one for one in _dated(seen).values("kind").annotate(**_counts(on, soon))
    }
    names = dict(KIND_NAMES)
    none = {"solved": 0, "overdue": 0, "soon": 0}
    told = [(kind, open_.get(kind.value, 0), owing.get(kind.value, none)) for kind in names]
    return [
        Waiting(kind.value, str(names[kind]), n + one["solved"], one["overdue"], one["soon"])
        for kind, n, one in told
        if n + one["solved"]
    ]


def _counts(on: date, soon: date) -> dict[str, Count]:
    return {
        "solved": Count("pk", filter=Q(settled_on__isnull=False)),
        "overdue": Count("pk", filter=Q(next_due_on__lt=on)),
        "soon": Count("pk", filter=Q(next_due_on__gte=on, next_due_on__lte=soon)),
    }


def _dated(petitions: QuerySet[Petition]) -> QuerySet[Petition]:
    """Petitions that owe something by a day: an answer, or the publication of one."""
    return petitions.filter(present=True, repeat=False, next_due_on__isnull=False).order_by()


def handlers_of(viewer: Viewer) -> list[tuple[str, str]]:
    """Officials who were given some petition the viewer may see: (uid, name)."""
    given = Petition.objects.seen_by(viewer).filter(handler=OuterRef("pk"))
    officials = Official.objects.filter(Exists(given), unit_id__in=viewer.unit_ids).order_by("name")
    return [(str(uid), name) for uid, name in officials.values_list("uid", "name")]


def fields_of(viewer: Viewer) -> list[str]:
    """The fields that petitions the viewer may see belong to."""
    fields = Petition.objects.seen_by(viewer).filter(field__gt="").order_by().values_list("field", flat=True)
    return sorted(fields.distinct())


def years_of(viewer: Viewer) -> list[int]:
    """The years from the first receipt to the last, newest first: two looks into the index, in its order."""
    days = Petition.objects.seen_by(viewer).exclude(received_on=None)
    first = days.order_by(*SORTS["cu"][0]).values_list("received_on", flat=True).first()
    last = days.order_by(*SORTS["moi"][0]).values_list("received_on", flat=True).first()
    return list(range(last.year, first.year - 1, -1)) if first and last else []


def statuses() -> list[tuple[str, str]]:
    """Every stage of every kind once, in the order of the work, by the words of the first kind that has it."""
    found: dict[str, str] = {}
    for table in LIFECYCLES.values():
        for key, status in table.statuses.items():
            found.setdefault(key, status.label)
    return list(found.items())


def _order(wanted: Wanted) -> Sequence[str | Combinable | OrderBy]:
    """The columns of the sort; rows without a due day stand last."""
    if wanted.sort == "han" and wanted.result not in ("qua-han", "sap-den"):
        return (F("next_due_on").asc(nulls_last=True), "pk")
    return SORTS.get(wanted.sort, SORTS["moi"])[0]


def _of_kind(wanted: Wanted) -> Q:
    given = {
        "kind": wanted.kind,
        "status": wanted.status,
        "channel": wanted.channel,
        "field": wanted.field,
    }
    asked = Q(**{name: value for name, value in given.items() if value}, present=not wanted.gone)
    if wanted.unlisted:
        asked &= Q(listed=False)
    if wanted.repeats:
        asked &= Q(repeat=True)
    if wanted.handler == NOBODY:
        return asked & Q(handler__isnull=True)
    return asked & Q(handler__uid=wanted.handler) if wanted.handler else asked


def _result(wanted: Wanted, on: date) -> Q:
    """What is to be done, or what it came to."""
    soon = on + timedelta(days=SOON_DAYS)
    return {
        "cho": _open() | _owing(),
        "qua-han": _owing() & Q(next_due_on__lt=on),
        "sap-den": _owing() & Q(next_due_on__gte=on, next_due_on__lte=soon),
        "chua-ro": _open() & Q(next_due_on__isnull=True),
        "som": Q(outcome="early"),
        "dung": Q(outcome="on_time"),
        "tre": Q(outcome="late"),
    }.get(wanted.result, Q())


def _open() -> Q:
    return Q(settled_on__isnull=True, decided__in=("", "accept"), repeat=False) & ~Q(status="divided")


def _owing() -> Q:
    return Q(next_due_on__isnull=False, repeat=False)
