"""Who of a team may look at which process: checked against posts and the days that are audited, and explained."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chuan.audits.models import Audit, AuditedProcess, Auditor
from chuan.people.models import Official
from chuan.processes.models import Process
from chuan.processes.own_work import OwnWork, own_work
from chuan.rules.audits import Part, Work, reason

Works = dict[tuple[int, int], list[Work]]


def works_of(officials: Iterable[Official], processes: Iterable[Process], audit: Audit) -> Works:
    """By (official, process): how each works in it within the days that are audited, and up to the last day of looking.

    Who took the work over between the two audits his own work as well. Two statements.
    """
    period = audit.period
    if audit.ends_on >= period.end:
        period = type(period)(period.start, audit.ends_on)
    found = own_work(officials, processes, period)
    return {key: [_work(one) for one in some] for key, some in found.items()}


def standing_team(audit: Audit) -> list[Auditor]:
    """Members today, the lead first."""
    rows = audit.team.filter(left_at__isnull=True).select_related("official")
    return sorted(rows, key=lambda one: (not one.is_lead, one.pk))


def why_not(member: Auditor, process: Process, works: Works) -> str:
    """Why this member may not look at the process; "" where he may. People from outside do nothing in it."""
    return reason(_of(member, process, works))


def reasons(
    team: Sequence[Auditor], processes: Sequence[Process], audit: Audit
) -> dict[tuple[int, int], str]:
    """By (member, process): why not, "" where he may; two statements."""
    works = works_of([one.official for one in team if one.official], processes, audit)
    return {
        (member.pk, process.pk): why_not(member, process, works) for member in team for process in processes
    }


def own_work_of(audit: Audit) -> list[str]:
    """Processes that stand given to somebody who works in them, in words; four statements.

    None when they were given: appointments and parts of posts may have been written down later.
    """
    scope = list(audit.scope.filter(auditor__isnull=False).select_related("process", "auditor__official"))
    team = [one.auditor for one in scope if one.auditor is not None and one.auditor.official_id]
    told = reasons(team, [one.process for one in scope], audit)
    return [
        f"{one.auditor.name} đánh giá “{one.process.name}”, nhưng {why}"
        for one in scope
        if one.auditor is not None and (why := told.get((one.auditor.pk, one.process_id), ""))
    ]


def own_processes(audit: Audit, official: Official | None, processes: Iterable[Process]) -> dict[int, str]:
    """Processes the official may not write about, by key, with the reason; three statements.

    What somebody from outside looks at is written down for him by whoever is at hand: nothing of it is barred.
    """
    if official is None:
        return {}
    lent = AuditedProcess.objects.filter(audit=audit, auditor__isnull=False, auditor__official__isnull=True)
    outside = set(lent.values_list("process_id", flat=True))
    asked = [one for one in processes if one.pk not in outside]
    works = works_of([official], asked, audit) if asked else {}
    return {process: reason(some) for (_official, process), some in works.items() if some}


def _of(member: Auditor, process: Process, works: Works) -> list[Work]:
    return works.get((member.official_id, process.pk), []) if member.official_id else []


def _work(one: OwnWork) -> Work:
    return Work(one.post, Part(one.part), one.since)
