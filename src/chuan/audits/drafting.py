"""Questions of a checklist: from the clauses, from the processes, from what the last audits found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chuan.audits.covering import asking_below
from chuan.audits.models import Audit, ChecklistItem, Finding
from chuan.law.audit_questions import of_process, questions
from chuan.law.iso9001 import asking
from chuan.processes.models import Process
from chuan.rules.audits import Grade, asks_for_correction

MOST = 180
"""Questions of one checklist: what a team of a ward can ask in its days, and a form can hold."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question before it is kept."""

    clause: str
    text: str
    source: ChecklistItem.Source
    process: Process | None = None
    about: Finding | None = None


def draft(audit: Audit) -> list[Question]:
    """What to ask: earlier findings first, then process by process, then the clauses that belong to none of them."""
    processes = [
        one.process for one in audit.scope.select_related("process").order_by("process__position", "pk")
    ]
    numbers = asking_below(audit.numbers)
    return [
        *_again(open_findings(audit)),
        *_of_processes(processes, numbers),
        *_of_clauses(processes, numbers),
    ]


def open_findings(audit: Audit) -> list[Finding]:
    """Findings of earlier audits of the unit that no later audit has settled; strengths need no second look."""
    rows = Finding.objects.standing().filter(
        audit__owner_unit=audit.owner_unit_id, audit__ends_on__lt=audit.starts_on
    )
    rows = rows.exclude(is_settled=True).exclude(grade=Finding.Grade.STRENGTH).exclude(audit=audit)
    return list(rows.select_related("audit", "process").order_by("audit__ends_on", "ordinal"))


def _again(findings: Sequence[Finding]) -> Iterator[Question]:
    for one in findings:
        asked = (
            "đã khắc phục và có hiệu lực chưa" if asks_for_correction(Grade(one.grade)) else "đã làm đến đâu"
        )
        text = f"Phát hiện {one.code} kỳ trước ({one.words[:400]}) {asked}?"
        yield Question(one.clause or "10.2.1", text[:500], ChecklistItem.Source.FINDING, one.process, one)


def _of_processes(processes: Sequence[Process], numbers: frozenset[str]) -> Iterator[Question]:
    """Each process its own questions, then those of the clauses that it names and that the audit looks at."""
    for process in processes:
        for asked in of_process():
            if asked.clause in numbers and (not asked.needs or getattr(process, asked.needs)):
                yield Question(
                    asked.clause, _filled(asked.text, process), ChecklistItem.Source.PROCEDURE, process
                )
        belonging = asking_below(process.clauses.split()) & numbers
        yield from _asked(belonging, process)


def _of_clauses(processes: Sequence[Process], numbers: frozenset[str]) -> Iterator[Question]:
    belonging = frozenset().union(*(asking_below(one.clauses.split()) for one in processes))
    yield from _asked(numbers - belonging, None)


def _asked(numbers: frozenset[str], process: Process | None) -> Iterator[Question]:
    known = questions()
    for clause in (one.number for one in asking() if one.number in numbers):
        for text in known.get(clause, ()):
            yield Question(clause, text, ChecklistItem.Source.CLAUSE, process)


def _filled(text: str, process: Process) -> str:
    said = {
        "name": process.name, "takes": process.takes or "chưa ghi", "gives": process.gives or "chưa ghi",
        "outside": process.outside,
    }  # fmt: skip
    return text.format(**said)[:500]
