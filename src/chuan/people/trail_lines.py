"""The trail of a unit, line by line, with names put in: the trail itself stores only uids."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chuan.offers.subjects import Described, Subject, describe
from chuan.people import guests, verbs
from chuan.people.models import Account, Official, Unit
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.wording import said
from chuan.trail.models import Anchor, Entry, Head

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ROOM_IN_A_ROW = 240
SEVERAL = "officials"
PAIR = 2
"""A list of two is a change: before and after."""


@dataclass(frozen=True)
class Line:
    """A line as the page shows it."""

    seq: int
    at: datetime
    who: str
    verb: str
    kind: str
    subject: Described | None
    subject_uid: uuid.UUID
    parts: tuple[tuple[str, str], ...]
    purged: bool
    hash: str

    @property
    def long(self) -> bool:
        """Whether the detail is too long to stand open in a row."""
        return sum(len(name) + len(value) for name, value in self.parts) > ROOM_IN_A_ROW


@dataclass(frozen=True)
class Wanted:
    """What the page is asked for; empty means everything of the year."""

    year: int
    verb: str = ""
    actor: str = ""
    kind: str = ""
    subject: uuid.UUID | None = None


def chains_seen_by(viewer: Viewer, year: int) -> list[str]:
    """The chains of the year that belong to the viewer's unit and its predecessors."""
    return [
        f"{uid}/{year}" for uid in Unit.objects.seen_by(viewer).order_by("pk").values_list("uid", flat=True)
    ]


def chains_begun(viewer: Viewer, year: int) -> list[str]:
    """Those of the chains that something has been written to, or printed from: what can be checked."""
    seen = chains_seen_by(viewer, year)
    begun: set[str] = set()
    for table in (Entry, Head, Anchor):
        begun |= set(table.objects.filter(chain__in=seen).values_list("chain", flat=True).distinct())
    return [chain for chain in seen if chain in begun]


def years_seen_by(viewer: Viewer) -> list[int]:
    """The years that have a chain, the newest first; this year always."""
    units = {str(uid) for uid in Unit.objects.seen_by(viewer).values_list("uid", flat=True)}
    chains = (chain.rsplit("/", 1) for chain in Head.objects.values_list("chain", flat=True))
    return sorted({int(year) for unit, year in chains if unit in units} | {viewer.on.year}, reverse=True)


def entries_seen_by(viewer: Viewer, wanted: Wanted) -> QuerySet[Entry]:
    """The lines asked for, the newest first."""
    entries = Entry.objects.filter(chain__in=chains_seen_by(viewer, wanted.year))
    given = {
        "verb": wanted.verb,
        "actor": wanted.actor,
        "subject_kind": wanted.kind,
        "subject_uid": wanted.subject,
    }
    return entries.filter(**{name: value for name, value in given.items() if value}).order_by("-at", "-seq")


def choices_of(viewer: Viewer, year: int, column: str) -> list[str]:
    """Every value that a column has in the year, for a filter."""
    found = (
        Entry.objects.filter(chain__in=chains_seen_by(viewer, year)).order_by().values_list(column, flat=True)
    )
    return sorted(found.distinct())


def lines_of(entries: Sequence[Entry], viewer: Viewer) -> list[Line]:
    """The entries of one page with their words: one query for names, one for each kind of subject."""
    cited = {actor for entry in entries for actor in _cited(entry)}
    names = names_of({entry.actor for entry in entries} | cited, viewer)
    subjects = describe({_subject(entry) for entry in entries}, viewer)
    return [_line(entry, names, subjects) for entry in entries]


def names_of(actors: Iterable[str], viewer: Viewer) -> dict[str, str]:
    """Who the trail means: an official of the viewer's units, the programme, or somebody of another unit."""
    by_kind: dict[str, dict[uuid.UUID, str]] = {"official": {}, "account": {}}
    found = {"system": _("Chuẩn (tự động)"), "citizen": _("Người dân (trang phản ánh)")}
    for actor in actors:
        kind, _slash, uid = actor.partition("/")
        if kind in by_kind:
            by_kind[kind][uuid.UUID(uid)] = actor
            found[actor] = _("người của đơn vị khác")
    officials = Official.objects.seen_by(viewer).filter(uid__in=by_kind["official"])
    found |= {by_kind["official"][uid]: name for uid, name in officials.values_list("uid", "name")}
    accounts = Account.objects.filter(uid__in=by_kind["account"], grants__unit__in=viewer.unit_ids)
    named = accounts.values_list("uid", "username", "grants__guest__name")
    return found | {by_kind["account"][uid]: guest or name for uid, name, guest in named}


def _line(entry: Entry, names: Mapping[str, str], subjects: Mapping[Subject, Described]) -> Line:
    detail = getattr(entry, "detail", None)
    purged = detail is not None and detail.purged_by_id is not None
    return Line(
        seq=entry.seq,
        at=entry.at,
        who=names.get(entry.actor, entry.actor),
        verb=verbs.say(verbs.VERBS, entry.verb),
        kind=verbs.say(verbs.KINDS, entry.subject_kind),
        subject=subjects.get(_subject(entry)),
        subject_uid=entry.subject_uid,
        parts=tuple(_parts(_body(entry), names)),
        purged=purged,
        hash=entry.hash,
    )


def _subject(entry: Entry) -> Subject:
    return Subject(entry.subject_kind, entry.subject_uid)


def _body(entry: Entry) -> dict[str, Any]:
    detail = getattr(entry, "detail", None)
    return json.loads(detail.body) if detail is not None and detail.body else {}


def _cited(entry: Entry) -> Iterator[str]:
    """The officials that a detail names, as actors, so that one query finds every name of the page."""
    body = _body(entry)
    if uid := body.get("official"):
        yield f"official/{uid}"
    yield from (f"official/{uid}" for uid in _several(body))


def _several(body: Mapping[str, Any]) -> list[str]:
    """Uids of several officials: one text with commas, because a list of two is a change."""
    told = body.get(SEVERAL)
    return told.split(", ") if isinstance(told, str) and told else []


def _parts(body: Mapping[str, Any], names: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for name, value in body.items():
        if value in (None, "", [], {}):
            continue
        by_name = names.get(f"official/{value}") if name == "official" else None
        if name == SEVERAL and _several(body):
            by_name = ", ".join(names.get(f"official/{uid}", uid) for uid in _several(body))
        yield verbs.say(verbs.PARTS, name), by_name or _worded(name, value)


def _worded(name: str, value: Any) -> str:
    """A value as a reader wants it: a role by its name, a day as 19/02/2021, what stands inside in turn."""
    if isinstance(value, dict):
        return "; ".join(
            f"{verbs.say(verbs.PARTS, key)}: {_worded(key, inner)}" for key, inner in value.items()
        )
    if isinstance(value, list):
        return (
            " → ".join(_worded(name, inner) for inner in value)
            if len(value) == PAIR
            else _listed(name, value)
        )
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if name == "page":
        return guests.page_words(str(value))
    if name == "role" and value in Role.values:
        return str(Role(value).label)
    if name in verbs.PLAIN or (name in ("stage", "kind") and value in verbs.VALUES):
        return verbs.say(verbs.VALUES, str(value))
    return "–" if value in (None, "") else said(_day(value) if isinstance(value, str) else value)


def _listed(name: str, values: Sequence[Any]) -> str:
    return ", ".join(_worded(name, one) for one in values)


def _day(text: str) -> date | str:
    """The day that a text of the form 2021-02-19 names; any other text as it is."""
    if not ISO_DAY.fullmatch(text):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
