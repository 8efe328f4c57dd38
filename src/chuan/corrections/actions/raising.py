"""A nonconformity is raised by a person, on a record with its facts or by hand; a proposal is raised or put aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chuan.corrections import refusals as no
from chuan.corrections import searching
from chuan.corrections.lines import Line, frozen, require_day, said, today, write_line
from chuan.corrections.models import Nonconformity, NonconformitySeries, PutAside
from chuan.corrections.permissions import require_keep, require_raise
from chuan.corrections.waiting import KIND, remind
from chuan.law.qms import after
from chuan.offers.faults import Facts, Proposal, facts_of
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Raised:
    """What is raised. ``subject``: the record it is about, whose facts are frozen; ``proposal``: where it came from.

    ``citation``: number and day of the minutes, where an inspection found it; ``found_on`` is then their day.
    """

    what: str
    source: str
    found_on: date
    grade: str = Nonconformity.Grade.MINOR.value
    clause: str = ""
    process: Process | None = None
    subject: Subject | None = None
    proposal: Proposal | None = None
    citation: str = ""


def raise_nonconformity(raised: Raised, *, by: Viewer, at: datetime) -> Nonconformity:
    """Raise it, with its own number of the year and the facts of its record as they are at this moment.

    Minutes of the province's inspection are to be answered within the months of the law (26/2014/TT-BKHCN, Điều 37).
    Raises ``NotAllowed``, ``NotFound`` for a record the viewer may not see, ``WordsMissing``, ``DayToCome``,
    ``AlreadyRaised``, ``ProposalGone``.
    """
    require_raise(by, raised.source)
    what = said(raised.what, "điều không phù hợp")
    require_day(raised.found_on, at)
    facts = _facts(raised, by, at)
    case = Nonconformity(uid=new_uid(), **_fields(raised, facts, by, at), what=what)
    with act("correction.raise", Subject(KIND, case.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        _require_new(raised, by)
        case.year = today(at).year
        case.number = _next_number(by.unit, case.year)
        case.save()
        write_line(case, Line("raise", case.found_on, what), by=by, at=at)
        remind(case, at=at)
        searching.put([case])
        doing.detail["code"] = case.code
    return case


def put_aside_proposal(proposal: Proposal, reason: str, *, by: Viewer, at: datetime) -> PutAside:
    """Say why a proposal is no nonconformity; it is not proposed again.

    Raises ``NotAllowed``, ``WordsMissing``, ``AlreadyRaised``, ``ProposalGone``.
    """
    require_keep(by)
    row = PutAside(
        uid=new_uid(), unit=by.unit, key=proposal.key, sentence=proposal.sentence[:500], reason=said(reason, "lý do"),
        on=today(at), by=by.official, recorded_at=at,
    )  # fmt: skip
    with act("correction.aside", Subject("fault_proposal", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        _require_open(proposal.key, by)
        row.save()
    return row


def _facts(raised: Raised, by: Viewer, at: datetime) -> Facts | None:
    if raised.subject is None:
        return None
    found = facts_of(raised.subject, by, at)
    if found is None:
        raise NotFound(thing="bản ghi này")
    return found


def _fields(raised: Raised, facts: Facts | None, by: Viewer, at: datetime) -> dict[str, object]:
    text, digest = frozen(facts)
    inspected = raised.source == Nonconformity.Source.INSPECTION.value
    citation = said(raised.citation, "số, ngày biên bản kiểm tra") if inspected else raised.citation.strip()
    return {
        "unit": by.unit, "owner_unit": by.unit, "source": raised.source, "grade": raised.grade, "clause": raised.clause,
        "process": raised.process, "subject_kind": facts.subject.kind if facts else "",
        "subject_uid": facts.subject.uid if facts else None, "label": facts.label[:300] if facts else "",
        "facts": text, "facts_digest": digest, "proposal": raised.proposal.key if raised.proposal else "",
        "measure_key": raised.proposal.measure_key if raised.proposal else "", "citation": citation[:300],
        "found_on": raised.found_on, "due_on": after(raised.found_on, "mend_months") if inspected else None,
        "raised_by": by.official, "example": by.unit.example, "recorded_at": at,
    }  # fmt: skip


def _require_new(raised: Raised, by: Viewer) -> None:
    if raised.proposal is not None:
        _require_open(raised.proposal.key, by)


def _require_open(key: str, by: Viewer) -> None:
    earlier = Nonconformity.objects.filter(unit=by.unit, proposal=key).first()
    if earlier is not None:
        raise no.AlreadyRaised(named=earlier.code)
    if PutAside.objects.filter(unit=by.unit, key=key).exists():
        raise no.ProposalGone()


def _next_number(unit: Unit, year: int) -> int:
    """The next of the year, without a gap: the row is locked until the act ends."""
    NonconformitySeries.objects.get_or_create(unit=unit, year=year)
    series = NonconformitySeries.objects.select_for_update().get(unit=unit, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
