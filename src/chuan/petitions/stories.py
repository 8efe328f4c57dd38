"""From a petition's rows to what is judged: its own lines, and what its row in the system of record tells."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from chuan.petitions.events import data_of
from chuan.petitions.judging import Line, Told
from chuan.petitions.keeping import kept_names
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.steps import STEP_OF
from chuan.rules.petitions import Complexity, Kind
from chuan.rules.petitions.clocks import CLOCKS

OUTSIDE_STEPS: Sequence[tuple[str, Mapping[str, str] | str]] = (
    ("received_on", "receive"),
    ("transferred_on", "transfer"),
    ("classified_on", {Kind.DENUNCIATION: "classify"}),
    ("accepted_on", "accept"),
    ("refused_on", {Kind.COMPLAINT: "refuse", Kind.DENUNCIATION: "refuse"}),
    ("returned_on", {Kind.COMPLAINT: "return", Kind.FEEDBACK: "return", Kind.SUGGESTION: "return"}),
    ("forwarded_on", "forward"),
    ("guided_on", "guide"),
    ("kept_on", "keep"),
    ("replied_on", "reply"),
    (
        "settled_on",
        {
            Kind.COMPLAINT: "decide",
            Kind.DENUNCIATION: "conclude",
            Kind.FEEDBACK: "answer",
            Kind.SUGGESTION: "answer",
        },
    ),
    ("stopped_on", {Kind.COMPLAINT: "stop", Kind.DENUNCIATION: "stop"}),
    ("published_on", "publish"),
    ("finished_on", "finish"),
)
"""Columns of a row that are days of a step, in the order of the work; by kind where kinds call it differently."""


TOLD_BY: Mapping[str, frozenset[str]] = {
    "reception.reply": frozenset({"replied_on"}),
    "complaint.accept": frozenset({"accepted_on"}),
    "complaint.suspension.send": frozenset(),
    "denunciation.classify": frozenset({"classified_on"}),
    "denunciation.forward": frozenset({"forwarded_on"}),
    "denunciation.notify": frozenset(),
    "denunciation.publish": frozenset({"published_on"}),
    "feedback.forward": frozenset({"forwarded_on"}),
    "feedback.reject": frozenset(),
    "feedback.ask": frozenset(),
    "feedback.publish": frozenset({"published_on"}),
}
"""The columns that say of a clock that it has ended as it should; empty: no list tells. Clocks that are not here
(the solving itself) are told by the result, without which no list is counted."""

NOT_HELD = "not_held"
"""Within a petition's row of the system of record: days that its list has no column for, by comma."""


def days_without_column(fed: Collection[str]) -> str:
    """For ``NOT_HELD``: of the days that ``TOLD_BY`` asks for those that a list with these fields cannot tell."""
    asked = frozenset[str]().union(*TOLD_BY.values())
    return ",".join(sorted(asked.difference(fed)))


def told_of(petition: Petition, events: Iterable[PetitionEvent]) -> Told:
    """What is to be judged. A day that the system of record names goes before the same step written here."""
    outside = outside_values(petition)
    theirs = list(_outside_lines(petition.kind, outside))
    known = {one.verb for one in theirs}
    own = list(events)
    ours = [_line(one) for one in own if one.verb not in known]
    return Told(
        kind=petition.kind,
        channel=petition.channel,
        lines=(*theirs, *ours),
        field=petition.field,
        competent=_competent(outside, own),
        complexity=_complexity(own),
        remote=petition.remote,
        several_places=petition.several_places,
        repeat=petition.same_as_id is not None or outside.get("repeat") == "yes",
        verdict=_verdict(own) or outside.get("verdict", ""),
        listed=bool(outside),
        present=petition.present,
        outside_due=_day(outside.get("due_on", "")),
        doubt=_doubt(outside, theirs, own),
        claims_longer=outside.get("complexity", Complexity.PLAIN) != Complexity.PLAIN,
        kept=kept_names(petition.law_kept),
        untold=_untold(outside, own),
    )


def _untold(outside: Mapping[str, str], own: Iterable[PetitionEvent]) -> frozenset[str]:
    """Clocks that the source began and whose end its list cannot tell; what was begun by a line here, is told here."""
    if not outside:
        return frozenset()
    lacking = set(outside.get(NOT_HELD, "").split(","))
    written = {step for one in own if (step := STEP_OF.get(one.verb))}
    return frozenset(
        one.key
        for one in CLOCKS
        if one.key in TOLD_BY and TOLD_BY[one.key] <= lacking and not written & one.starts
    )


def outside_values(petition: Petition) -> dict[str, str]:
    """The row of the system of record as it stands; empty when there is none."""
    found: dict[str, str] = json.loads(petition.outside) if petition.outside else {}
    return found


def _outside_lines(kind: str, values: Mapping[str, str]) -> Iterator[Line]:
    for name, verbs in OUTSIDE_STEPS:
        verb = verbs if isinstance(verbs, str) else verbs.get(kind, "")
        day = _day(values.get(name, ""))
        if verb and day:
            yield Line(verb, day, ours=False)


_ENDS = {
    "done": (("decide", "conclude", "answer"), "đã giải quyết"),
    "stopped": (("stop",), "đã đình chỉ"),
    "suspended": (("suspend",), "tạm đình chỉ"),
    "passed": (("forward",), "đã chuyển"),
    "guided": (("guide",), "đã hướng dẫn"),
    "kept": (("keep",), "đã lưu"),
    "refused": (("refuse", "return"), "không thụ lý, trả lại"),
}
"""What a stage of the system of record says has been done, and the lines that would tell the day."""


def _doubt(outside: Mapping[str, str], theirs: Iterable[Line], own: Iterable[PetitionEvent]) -> str:
    """A stage that says an end without its day: the story cannot be judged by it."""
    verbs, words = _ENDS.get(outside.get("stage", ""), ((), ""))
    told = {one.verb for one in theirs} | {one.verb for one in own}
    return f"Nguồn ghi {words} nhưng không ghi ngày." if verbs and not told.intersection(verbs) else ""


def _line(event: PetitionEvent) -> Line:
    return Line(event.verb, event.occurred_on, event.seq, event.days)


def _day(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _competent(outside: Mapping[str, str], events: Sequence[PetitionEvent]) -> bool | None:
    """What the questions of competence found last; else what the system of record says; what was accepted is ours."""
    found = [data_of(one).get("competent", "") for one in events if one.verb == "sort"]
    said = found[-1] if found else outside.get("competent", "")
    if said:
        return bool(said == "yes")
    return True if any(one.verb == "accept" for one in events) else None


def _complexity(events: Sequence[PetitionEvent]) -> str:
    determined = [data_of(one)["complexity"] for one in events if one.verb == "determine"]
    return str(determined[-1]) if determined else Complexity.PLAIN


def _verdict(events: Sequence[PetitionEvent]) -> str:
    ends = [data_of(one).get("verdict", "") for one in events if one.verb in ("decide", "conclude")]
    return str(ends[-1]) if ends else ""
