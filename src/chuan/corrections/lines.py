"""Lines of a nonconformity and what they come to. Inside an act."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from chuan.corrections import refusals as no
from chuan.corrections.models import Nonconformity, NonconformityEvent
from chuan.offers.faults import Facts
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import NONCONFORMITY

NOTES = frozenset({"raise", "correct", "done", "drop", "document", "settle"})
"""Lines that no move of the lifecycle belongs to."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to write."""

    verb: str
    on: date
    text: str = ""
    data: Mapping[str, Any] | None = None


def lock(case: Nonconformity) -> Nonconformity:
    """The row under lock. Raises ``CaseOver`` when nothing more may be done with it."""
    held = Nonconformity.objects.select_for_update(of=("self",)).select_related("owner_unit")
    row = held.get(pk=case.pk)
    if row.is_over:
        raise no.CaseOver(named=row.code)
    return row


def write_line(case: Nonconformity, line: Line, *, by: Viewer, at: datetime) -> NonconformityEvent:
    """Write the next line of a locked nonconformity and move its status. Raises ``WrongMove``."""
    if line.verb not in NOTES:
        case.status = NONCONFORMITY.next(case.status, line.verb)
        case.round += line.verb == "judge_bad"
        case.closed_on = line.on if case.is_over else None
        case.save(update_fields=["status", "round", "closed_on"])
    last = NonconformityEvent.objects.filter(case=case).order_by("-seq").values_list("seq", flat=True).first()
    return NonconformityEvent.objects.create(
        case=case, seq=(last or 0) + 1, verb=line.verb, round=case.round, occurred_on=line.on, text=line.text,
        data=as_json(line.data), by=by.official, recorded_at=at,
    )  # fmt: skip


def folded(events: Iterable[NonconformityEvent]) -> tuple[str, int]:
    """Status and round that lines come to. Raises ``WrongMove`` where they do not follow one another."""
    status, round_ = NONCONFORMITY.start, 1
    for one in events:
        if one.verb not in NOTES:
            status = NONCONFORMITY.next(status, one.verb)
            round_ += one.verb == "judge_bad"
    return status, round_


def frozen(facts: Facts | None) -> tuple[str, str]:
    """The facts as they are kept: JSON of (words, value) lines and its SHA-256; nothing of nothing."""
    if facts is None or not facts.lines:
        return "", ""
    text = json.dumps([list(one) for one in facts.lines], ensure_ascii=False, separators=(",", ":"))
    return text, hashlib.sha256(text.encode()).hexdigest()


def as_json(data: Mapping[str, Any] | None) -> str:
    """Canonical JSON; "" for nothing."""
    if not data:
        return ""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def said(text: str, thing: str) -> str:
    """The words in one line. Raises ``WordsMissing`` naming the thing when there are none."""
    words = " ".join(text.split())
    if not words:
        raise no.WordsMissing(thing=thing)
    return words


def today(at: datetime) -> date:
    """The office's day of a moment."""
    return timezone.localtime(at).date()


def require_day(day: date, at: datetime, *, since: date | None = None, since_what: str = "") -> None:
    """Raises ``DayToCome`` for a day of the future, ``DayBefore`` for one before ``since``."""
    if day > today(at):
        raise no.DayToCome(day=day)
    if since is not None and day < since:
        raise no.DayBefore(day=day, earlier=since, earlier_what=since_what)
