"""An assessment's lines as they stand, the next one written, and what follows from them. Inside an act."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chuan.people.viewer import Viewer
from chuan.rules.lifecycles.ranking import RANKING
from chuan.workforce.models import Assessment, AssessmentEvent, AssessmentWords

NOTES = frozenset({"void", "regroup"})
"""Lines that no move of the lifecycle belongs to."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to write: what it rests on, levels and numbers, sentences and the form that was filled in."""

    verb: str
    on: date
    document: str = ""
    document_on: date | None = None
    data: Mapping[str, Any] | None = None
    text: str = ""
    form: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Projected:
    """What the standing lines of an assessment come to."""

    status: str = RANKING.start
    self_level: str = ""
    proposed_level: str = ""
    decided_level: str = ""
    points: str = ""
    decision: str = ""
    decided_on: date | None = None


def standing_lines(assessment: Assessment) -> list[AssessmentEvent]:
    """Lines that nobody voided, the voids left out, in order, with their words; one statement."""
    lines = AssessmentEvent.objects.filter(assessment=assessment, voided_by__isnull=True).exclude(verb="void")
    return list(lines.select_related("words", "by").order_by("seq"))


def write_line(
    assessment: Assessment, line: Line, *, by: Viewer, at: datetime, voids: AssessmentEvent | None = None
) -> AssessmentEvent:
    """Write the next line of a locked assessment; project it afterwards."""
    last = (
        AssessmentEvent.objects.filter(assessment=assessment).order_by("-seq").values_list("seq", flat=True)
    )
    event = AssessmentEvent.objects.create(
        assessment=assessment, seq=(last.first() or 0) + 1, verb=line.verb, occurred_on=line.on,
        document=line.document, document_on=line.document_on, data=as_json(line.data), voids=voids,
        by=by.official, recorded_at=at,
    )  # fmt: skip
    if line.text or line.form:
        AssessmentWords.objects.create(event=event, text=line.text, form=as_json(line.form))
    return event


def project(assessment: Assessment) -> Assessment:
    """Write what the lines come to into the assessment's row."""
    told = projected(standing_lines(assessment))
    for name in _PROJECTED:
        setattr(assessment, name, getattr(told, name))
    assessment.save(update_fields=list(_PROJECTED))
    return assessment


_PROJECTED = (
    "status", "self_level", "proposed_level", "decided_level", "points", "decision", "decided_on",
)  # fmt: skip


def projected(lines: Iterable[AssessmentEvent]) -> Projected:
    """Fold standing lines. Raises ``WrongMove`` where they do not follow one another."""
    told: dict[str, Any] = {}
    status = RANKING.start
    for one in lines:
        if one.verb in NOTES:
            continue
        status = RANKING.next(status, one.verb)
        told |= _effect(one)
    return Projected(status=status, **told)


def _effect(line: AssessmentEvent) -> dict[str, Any]:
    data = data_of(line)
    level, points = data.get("level", ""), data.get("points", "")
    if line.verb == "self_assess":
        return {"self_level": level, "points": points}
    if line.verb == "return":
        return {"self_level": "", "points": ""}
    if line.verb == "head_assess":
        return {"proposed_level": level} | ({"points": points} if points else {})
    if line.verb == "reconsider":
        return {"proposed_level": ""}
    if line.verb in ("decide", "bring_in", "change"):
        decided = {"decided_level": level, "decision": line.document, "decided_on": line.document_on}
        return decided | ({"points": points} if points else {})
    return {}


def as_json(data: Mapping[str, Any] | None) -> str:
    """Canonical JSON; "" for nothing."""
    if not data:
        return ""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def data_of(line: AssessmentEvent) -> dict[str, Any]:
    """Levels, points and votes of a line."""
    found: dict[str, Any] = json.loads(line.data) if line.data else {}
    return found


def text_of(line: AssessmentEvent) -> str:
    """The sentences of a line; "" where it has none or they were blanked."""
    words = getattr(line, "words", None)
    return words.text if words else ""


def blanked_at(line: AssessmentEvent) -> datetime | None:
    """When what was written at a line was blanked because its time was over; None: it was not."""
    words = getattr(line, "words", None)
    return words.purged_at if words else None


def form_of(line: AssessmentEvent) -> dict[str, Any]:
    """The form that was filled in at a line; empty where there was none or it was blanked."""
    words = getattr(line, "words", None)
    found: dict[str, Any] = json.loads(words.form) if words and words.form else {}
    return found


def last_of(lines: Iterable[AssessmentEvent], *verbs: str) -> AssessmentEvent | None:
    """The last of these acts among standing lines."""
    return next((one for one in reversed(list(lines)) if one.verb in verbs), None)
