"""A row of the register as its columns: what was written at the reception, then what its petition tells by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition, ReceptionEntry, Sender
from chuan.petitions.reception.sight import nameless
from chuan.petitions.steps import LIFECYCLES
from chuan.rules.petitions import KIND_NAMES, Kind
from chuan.rules.types import Period
from chuan.ui import formatters as say

_BRACKETS = re.compile(r"\(.*?\)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``cells`` by column key, names and all; ``initials`` for a screen."""

    entry: ReceptionEntry
    cells: Mapping[str, str]
    initials: str

    def line(self, keys: Sequence[str]) -> list[str]:
        """The cells in the form's order."""
        return [self.cells[key] for key in keys]


def entries_of(viewer: Viewer, period: Period) -> QuerySet[ReceptionEntry]:
    """Rows of a period that the viewer may see, in the order of the book, with what their columns need."""
    found = ReceptionEntry.objects.seen_by(viewer).filter(day__gte=period.start, day__lt=period.end)
    senders = Prefetch("petition__senders", queryset=Sender.objects.order_by("pk"))
    return (
        found.select_related("petition__handler", "receiver", "unit", "petition__owner_unit")
        .prefetch_related("visitors", senders)
        .order_by("year", "number")
    )


def rows_of(entries: Iterable[ReceptionEntry]) -> list[Row]:
    """Rows as columns."""
    return [row_of(entry) for entry in entries]


def row_of(entry: ReceptionEntry) -> Row:
    """One row as columns; of one who denounces, or may, only the code stands."""
    cells = {key: told(entry) for key, told in _COLUMNS.items()}
    return Row(entry, cells, _initials(entry))


def people_of(entry: ReceptionEntry) -> list[tuple[str, str]]:
    """Names and addresses that the register holds of a row: none of one who denounces, none of a voided row."""
    if nameless(entry) or entry.voided_at is not None:
        return []
    rows = entry.petition.senders.all() if entry.petition else entry.visitors.all()
    return [(one.name, one.address) for one in rows]


def kind_of(entry: ReceptionEntry) -> str:
    """The kind as it is now: of the petition, where one came of it."""
    return KIND_NAMES[Kind(entry.petition.kind if entry.petition else entry.kind)]


def _person(entry: ReceptionEntry) -> str:
    people = people_of(entry)
    if people:
        return "; ".join(", ".join(part for part in one if part) for one in people)
    return _code(entry) if nameless(entry) else ""


def _code(entry: ReceptionEntry) -> str:
    return entry.petition.code if entry.petition else _("không ghi tên")


def _initials(entry: ReceptionEntry) -> str:
    people = people_of(entry)
    if not people:
        return _code(entry) if nameless(entry) else ""
    first = "".join(f"{word[0].upper()}." for word in _BRACKETS.sub("", people[0][0]).split())
    more = len(people) - 1
    return _("%(first)s và %(more)s người") % {"first": first, "more": more} if more else first


def _papers(entry: ReceptionEntry) -> str:
    return "" if nameless(entry) else entry.papers


def _content(entry: ReceptionEntry) -> str:
    return entry.petition.text if entry.petition else entry.content


def _competent(entry: ReceptionEntry) -> str:
    told = entry.competent
    if entry.petition is not None and entry.petition.competent is not None:
        told = entry.petition.competent
    return "" if told is None else (_("thuộc") if told else _("không thuộc"))


def _guidance(entry: ReceptionEntry) -> str:
    if entry.guidance or entry.petition is None:
        return entry.guidance
    return _("đã hướng dẫn") if entry.petition.decided == "guide" else ""


def _handler(entry: ReceptionEntry) -> str:
    petition = entry.petition
    if petition is None:
        return ""
    if petition.decided == "accept":
        handler = f", {petition.handler.name}" if petition.handler else ""
        return f"{petition.owner_unit.committee}{handler}"
    return _("đã chuyển nơi có thẩm quyền") if petition.decided == "forward" else ""


def _result(entry: ReceptionEntry) -> str:
    petition = entry.petition
    if petition is None:
        return str(entry.get_outcome_display())
    status = stage_words(petition)
    return (
        _("%(status)s ngày %(day)s") % {"status": status, "day": say.day(petition.settled_on)}
        if (petition.settled_on)
        else status
    )


def stage_words(petition: Petition) -> str:
    """The stage of a petition in its kind's words."""
    return str(LIFECYCLES[petition.kind].statuses[petition.status].label)


def _note(entry: ReceptionEntry) -> str:
    code = entry.petition.code if entry.petition else ""
    void = _("đã bỏ: %s") % entry.void_reason if entry.voided_at else ""
    return "; ".join(part for part in (void, code, entry.note) if part)


_COLUMNS: Mapping[str, Callable[[ReceptionEntry], str]] = {
    "number": lambda entry: str(entry.number),
    "day": lambda entry: say.day(entry.day),
    "person": _person,
    "papers": _papers,
    "content": _content,
    "kind": kind_of,
    "people": lambda entry: say.number(entry.people),
    "solved_by": lambda entry: entry.solved_by,
    "competent": _competent,
    "guidance": _guidance,
    "handler": _handler,
    "result": _result,
    "note": _note,
}
"""What fills each column of ``law/petitions_register.toml``."""
