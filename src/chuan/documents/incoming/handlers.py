"""Whose work a followed document is: the name in the source's register against our officials and posts.

An exact name, whatever its capitals, marks and dashes; one that two officials bear names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TypeVar

from chuan.clocks import actions as clocks
from chuan.documents.incoming.waiting import KIND
from chuan.documents.knowing import serving
from chuan.documents.models import Document
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Post, Unit
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold

T = TypeVar("T")

FOLLOWED = "followed"
"""The clock of a document whose handling the source's register tells of."""

OPEN = ("registered", "assigned", "in_work")
_CHUNK = 1000
_T = TypeVar("_T", Official, Post)
_OTHERS = re.compile(r";\s*phối hợp:", re.IGNORECASE)


@dataclass(frozen=True)
class Names:
    """The unit's officials and posts by what two spellings of a name share."""

    officials: dict[str, Official] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)

    def holder(self, lead_name: str) -> Official | Post | None:
        """Who leads, by what the register says; None when it is nobody of ours."""
        key = _key(_OTHERS.split(lead_name)[0])
        return self.officials.get(key) or self.posts.get(key)


def names_of(unit: Unit, on: date) -> Names:
    """Officials who serve on the day, and posts; two statements."""
    officials = _single((_key(one.name), one) for one in serving(unit, on))
    posts = _single((_key(one.title), one) for one in Post.objects.filter(unit=unit))
    return Names(officials, posts)


def is_named(document: Document, by: Viewer) -> bool:
    """Whether the source's register names the viewer, or a post he holds, as the one who handles the document."""
    if not document.lead_name:
        return False
    holder = names_of(document.owner_unit, by.on).holder(document.lead_name)
    if isinstance(holder, Official):
        return by.official is not None and holder.pk == by.official.pk
    return holder is not None and holder.pk in by.post_ids


def keep_followed(unit: Unit, ids: Iterable[int], *, on: date) -> int:
    """Bring the clocks of followed documents to what their rows say now; how many run. Inside the act of the import.

    One runs where the source names somebody of ours and a due day, and nothing is said to be done.
    """
    names, running, waiting = names_of(unit, on), 0, iter(ids)
    while some := list(islice(waiting, _CHUNK)):
        reckoned = list(_reckoned(some, names, on))
        clocks.keep_all(reckoned, unit=unit, kind=FOLLOWED)
        running += sum(one.settled_on is None for one in reckoned)
    return running


def _reckoned(ids: list[int], names: Names, on: date) -> Iterator[clocks.Reckoned]:
    rows = Document.objects.incoming().filter(pk__in=ids).exclude(outside_code="")
    told = rows.values_list("uid", "lead_name", "arrived_on", "due_on", "done_on", "stage", "listed")
    for uid, lead, arrived, due, done, stage, listed in told:
        subject, holder = Subject(KIND, uid), names.holder(lead) if lead else None
        if holder is None or due is None or stage not in OPEN or not listed:
            yield clocks.Reckoned(subject, arrived or on, due, settled_on=done or on)
        elif isinstance(holder, Official):
            yield clocks.Reckoned(subject, arrived or on, due, first_promise_on=due, official=holder)
        else:
            yield clocks.Reckoned(subject, arrived or on, due, first_promise_on=due, post=holder)


def _single(pairs: Iterable[tuple[str, _T]]) -> dict[str, _T]:
    """Names borne by one only."""
    found: dict[str, _T] = {}
    twice = set()
    for key, one in pairs:
        if key in found:
            twice.add(key)
        found[key] = one
    return {key: one for key, one in found.items() if key and key not in twice}


def _key(name: str) -> str:
    return " ".join(re.sub(r"[^0-9a-z]+", " ", fold(name)).split())
