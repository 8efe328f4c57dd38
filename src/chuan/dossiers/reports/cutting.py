"""Lines of the table: which columns make a group, what a group is called, and how its rows are found again.

Names from files are put together when they are the same without marks and capitals: two spellings of one
field are one line. The key of a line stands in addresses, so it is of plain letters.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.listing import CHANNELS
from chuan.dossiers.models import Dossier
from chuan.dossiers.reports.asked import Asked, Cut, Rows, known_rows
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold

NOTHING = "-"
"""The key of rows whose columns say nothing."""
_NAMED = "~"
"""Begins a key that is a folded name."""

Raw = tuple[object, ...]


def columns(cut: Cut, rows: Rows) -> tuple[str, ...]:
    """The columns that make a group."""
    handler = "handler_id" if rows.model is Dossier else "dossier__handler_id"
    return {
        Cut.FIELD: ("field",),
        Cut.PROCEDURE: ("procedure_code", "procedure_name"),
        Cut.CHANNEL: ("channel",),
        Cut.OFFICIAL: (handler, "handler_name"),
    }[cut]


def key_of(cut: Cut, raw: Raw) -> str:
    """The key of the line that a group of raw values belongs to."""
    *codes, name = (str(value or "").strip() for value in raw)
    if codes and codes[0]:
        return codes[0]
    if cut is Cut.CHANNEL:
        return name or NOTHING
    return f"{_NAMED}{fold(name)}" if name else NOTHING


def label_of(cut: Cut, raw: Raw, officials: dict[str, str]) -> str:
    """What the line is called: the official's own name where a person has confirmed whose it is."""
    *codes, name = (str(value or "").strip() for value in raw)
    if cut is Cut.CHANNEL:
        return channel_words(name)
    if cut is Cut.OFFICIAL and codes[0]:
        return officials.get(codes[0], name)
    return name or (codes[0] if codes and codes[0] else str(NO_NAME[cut]))


NO_NAME = {
    Cut.FIELD: _("Không ghi lĩnh vực"),
    Cut.PROCEDURE: _("Không ghi thủ tục"),
    Cut.CHANNEL: _("Không ghi hình thức nộp"),
    Cut.OFFICIAL: _("Không ghi người giải quyết"),
    Cut.MONTH: "",
}


def channel_words(channel: str) -> str:
    """A channel in words: a code of the register, or what the source wrote."""
    return str(CHANNELS.get(channel, channel or NO_NAME[Cut.CHANNEL]))


def of_key(cut: Cut, key: str, rows: Rows) -> Q:
    """The condition that finds a line's rows again; finds nothing for a key that no row has."""
    names = columns(cut, rows)
    if cut is Cut.PROCEDURE and not key.startswith(_NAMED) and key != NOTHING:
        return Q(procedure_code=key)
    if cut is Cut.OFFICIAL and _is_uid(key):
        return Q(**{names[0].replace("_id", "__uid"): key})
    if cut is Cut.OFFICIAL:
        rows = rows.filter(**{f"{names[0]}__isnull": True})
    raws = [raw for raw in rows.order_by().values_list(*names).distinct() if key_of(cut, raw) == key]
    return _any_of(names, raws)


def _any_of(names: tuple[str, ...], raws: Iterable[Raw]) -> Q:
    found = Q(pk__in=[])
    for raw in raws:
        exactly = {
            name if value is not None else f"{name}__isnull": value if value is not None else True
            for name, value in zip(names, raw, strict=True)
        }
        found |= Q(**exactly)
    return found


def named(cut: Cut, raws: Iterable[Raw]) -> tuple[list[Raw], dict[str, str]]:
    """Raw values with officials' uids in place of their keys, and officials' names by uid. At most one statement."""
    raws = list(raws)
    keys = {str(raw[0]) for raw in raws if raw[0]} if cut is Cut.OFFICIAL else set()
    if not keys:
        return raws, {}
    officials = {
        pk: (str(uid), name)
        for pk, uid, name in Official.objects.filter(pk__in=keys).values_list("pk", "uid", "name")
    }
    told = [(officials[raw[0]][0], *raw[1:]) if raw[0] in officials else raw for raw in raws]
    return told, dict(officials.values())


def _is_uid(key: str) -> bool:
    try:
        uuid.UUID(key)
    except ValueError:
        return False
    return True


def line_label(viewer: Viewer, asked: Asked, key: str) -> str:
    """What the line of this key is called, by one of its rows; the key's own words when it has none."""
    rows = known_rows(viewer, asked.as_of)
    found = rows.filter(of_key(asked.cut, key, rows)).values_list(*columns(asked.cut, rows))[:1]
    raws, officials = named(asked.cut, found)
    return label_of(asked.cut, raws[0], officials) if raws else key.removeprefix(_NAMED)
