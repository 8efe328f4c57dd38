"""The list of dossiers: what is asked for, the rows of one page, how many there are up to a bound.

With a hundred thousand dossiers a page is found in one pass: the keys of at most ``MOST`` dossiers in
order, which give the count and the page together; then the rows of that page by key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Combinable, OrderBy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.actions.causes import RUNNING
from chuan.dossiers.models import Dossier
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.rules.vietnamese import fold

PER_PAGE = 50
MOST = 10_000
"""So many dossiers are counted and paged; beyond, the list says "hơn 10.000" and asks for a filter."""
RARE, COMMON = 2_000, 500
"""Words with more hits than ``RARE`` tell little apart: of those only ``COMMON`` are counted and paged."""

RESULTS: Mapping[str, str | Promise] = {
    "som": _("trước hạn"),
    "dung": _("đúng hạn"),
    "tre": _("trễ hạn"),
    "qua-han": _("đang quá hạn"),
    "sap-den": _("sắp đến hạn"),
    "trong-han": _("đang trong hạn"),
    "chua-ro": _("chưa có hạn"),
}
CHANNELS: Mapping[str, str | Promise] = {
    "counter": _("nộp tại quầy"),
    "online": _("trực tuyến"),
    "post": _("bưu chính"),
}
BY_DAYS: Mapping[str, tuple[str, str | Promise]] = {
    "nhan": ("received_on", _("tiếp nhận trong kỳ")),
    "xong": ("settled_on", _("xong trong kỳ")),
    "han": ("judged_due_on", _("đến hạn trong kỳ")),
}
SORTS: Mapping[str, tuple[tuple[str, ...], str | Promise]] = {
    "moi": (("-received_on", "pk"), _("mới tiếp nhận trước")),
    "cu": (("received_on", "-pk"), _("tiếp nhận lâu trước")),
    "han": (("judged_due_on", "pk"), _("hạn gần trước")),
    "tre": (("-late_days", "pk"), _("hồ sơ trễ, trễ nhiều trước")),
}
NOBODY = "chua-gan"


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for; empty fields ask for everything. ``handler`` is an uid, or ``NOBODY``."""

    words: str = ""
    period: Period | None = None
    by: str = "nhan"
    status: str = ""
    result: str = ""
    field: str = ""
    procedure: str = ""
    channel: str = ""
    handler: str = ""
    changed: bool = False
    differs: bool = False
    sort: str = "moi"
    soon_until: date | None = None


@dataclass(frozen=True)
class Listed:
    """One page: its rows, where it stands, and how many there are (``more``: at least so many)."""

    rows: Sequence[Dossier]
    number: int
    pages: int
    total: int
    more: bool
    size: int = PER_PAGE

    @property
    def first(self) -> int:
        """The place of the first row shown, from 1."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """The place of the last row shown."""
        return self.first + len(self.rows) - 1


def listed(viewer: Viewer, wanted: Wanted, *, on: date, number: int = 1, size: int | None = None) -> Listed:
    """The page of this number, of ``size`` rows (``PER_PAGE``); one beyond the last shows the last."""
    size = size or PER_PAGE
    dossiers, most = _found(viewer, wanted, on)
    keys = list(dossiers.values_list("pk", flat=True)[: most + 1])
    more, keys = len(keys) > most, keys[:most]
    pages = max(1, -(-len(keys) // size))
    number = min(max(1, number), pages)
    shown = keys[(number - 1) * size : number * size]
    rows = {
        one.pk: one for one in Dossier.objects.seen_by(viewer).filter(pk__in=shown).select_related("handler")
    }
    return Listed([rows[key] for key in shown if key in rows], number, pages, len(keys), more, size)


def found(viewer: Viewer, wanted: Wanted, *, on: date) -> QuerySet[Dossier]:
    """The dossiers asked for, in the order asked for. Words are sought without marks in code and procedure."""
    return _found(viewer, wanted, on)[0]


def _found(viewer: Viewer, wanted: Wanted, on: date) -> tuple[QuerySet[Dossier], int]:
    """The dossiers in order, and how many of them are worth counting."""
    seen = Dossier.objects.seen_by(viewer)
    dossiers: QuerySet[Dossier] = seen.filter(_standing(wanted), _of_kind(wanted), _result(wanted, on))
    most = MOST
    if wanted.period is not None:
        column = BY_DAYS[wanted.by][0]
        dossiers = dossiers.filter(
            **{f"{column}__gte": wanted.period.start, f"{column}__lt": wanted.period.end}
        )
    if said := fold(wanted.words).split():
        dossiers, most = _with_words(dossiers, viewer, said)
    return dossiers.order_by(*_order(wanted)), most


def running_here() -> Q:
    """In work at this unit: no end is known, nobody waits, no source has dropped it."""
    return Q(present=True, settled_on__isnull=True, status__in=RUNNING, elsewhere=False)


def fields_of(viewer: Viewer) -> list[str]:
    """The fields that the viewer's dossiers belong to, by name: the index is looked into once for each field."""
    found: set[str] = set()
    for unit_id in viewer.unit_ids:
        with connection.cursor() as cursor:
            cursor.execute(_FIELDS, [unit_id, unit_id])
            found |= {name for (name,) in cursor.fetchall() if name}
    return sorted(found)


_FIELDS = """
WITH RECURSIVE one(field) AS (
  SELECT (SELECT MIN(field) FROM dossiers_dossier WHERE owner_unit_id = %s AND field > '')
  UNION ALL
  SELECT (SELECT MIN(field) FROM dossiers_dossier WHERE owner_unit_id = %s AND field > one.field)
  FROM one WHERE one.field IS NOT NULL
)
SELECT field FROM one WHERE field IS NOT NULL
"""
"""DISTINCT reads every entry of the index; this reads one for each field."""


def years_of(viewer: Viewer) -> list[int]:
    """The years from the first receipt to the last, newest first: two looks into the index."""
    days = Dossier.objects.seen_by(viewer).exclude(received_on=None)
    first = days.order_by("received_on").values_list("received_on", flat=True).first()
    last = days.order_by("-received_on").values_list("received_on", flat=True).first()
    return list(range(last.year, first.year - 1, -1)) if first and last else []


def _order(wanted: Wanted) -> Sequence[str | Combinable | OrderBy]:
    """The columns of the sort; rows without a due day stand last."""
    if wanted.sort == "han":
        return (F("judged_due_on").asc(nulls_last=True), "pk")
    return SORTS.get(wanted.sort, SORTS["moi"])[0]


def _standing(wanted: Wanted) -> Q:
    if wanted.status == "gone":
        return Q(present=False)
    asked = Q(present=True)
    if wanted.status == "elsewhere":
        asked &= Q(elsewhere=True)
    elif wanted.status:
        asked &= Q(status=wanted.status)
    return asked


def _of_kind(wanted: Wanted) -> Q:
    given = {
        "field": wanted.field,
        "procedure_code": wanted.procedure,
        "channel": wanted.channel,
        "changed_after_due": wanted.changed,
        "promise_differs": wanted.differs,
    }
    asked = Q(**{name: value for name, value in given.items() if value})
    if wanted.handler == NOBODY:
        return asked & Q(handler__isnull=True)
    return asked & Q(handler__uid=wanted.handler) if wanted.handler else asked


def _result(wanted: Wanted, on: date) -> Q:
    """The outcome asked for; sorting by lateness asks for late ones by itself."""
    soon = wanted.soon_until or on + timedelta(days=3)
    late = Q(outcome="late") if wanted.sort == "tre" else Q()
    return late & {
        "som": Q(outcome="early"),
        "dung": Q(outcome="on_time"),
        "tre": Q(outcome="late"),
        "qua-han": running_here() & Q(judged_due_on__lt=on),
        "sap-den": running_here() & Q(judged_due_on__gte=on, judged_due_on__lte=soon),
        "trong-han": running_here() & Q(judged_due_on__gte=on),
        "chua-ro": Q(judged_due_on__isnull=True),
    }.get(wanted.result, Q())


def _with_words(
    dossiers: QuerySet[Dossier], viewer: Viewer, said: Sequence[str]
) -> tuple[QuerySet[Dossier], int]:
    """Those whose folded text holds every word, by key out of an index that holds the text whole.

    Where more than ``RARE`` do, a page is found quickly along the order: no key has to be sorted then.
    """
    asked = Q()
    for word in sorted(set(said), key=lambda one: (-len(one), one)):
        asked &= Q(folded__contains=word)
    hits = Dossier.objects.seen_by(viewer).filter(asked).order_by().values_list("pk", flat=True)
    keys = list(hits[: RARE + 1])
    if len(keys) > RARE:
        return dossiers.filter(asked), COMMON
    return dossiers.filter(pk__in=keys), MOST
