"""What a unit's audits look at and looked at: coverage of processes and clauses over the months of the law."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from chuan.audits.models import Answer, Audit, AuditedProcess, ChecklistItem
from chuan.law.iso9001 import asking, clauses
from chuan.law.qms import qms_value
from chuan.people.models import Unit
from chuan.processes.models import Process
from chuan.rules.audits import Coverage, Round, Wanted, coverage
from chuan.rules.law import Value


def audit_months(on: date) -> Value:
    """Within how many months everything is to be looked at once, with its act (19/2014/QĐ-TTg, Điều 4 khoản 4)."""
    return qms_value("audit_months", on)


def months_before(on: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day: 31/12 less ten months is 28/02 (29/02)."""
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    first_after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(first_after - timedelta(days=1), date(year, month + 1, 1) + timedelta(days=on.day - 1))


def asking_below(numbers: Iterable[str]) -> frozenset[str]:
    """The clauses that ask for something, at or below these: "8.5" stands for all of 8.5.x."""
    wanted = tuple(numbers)
    return frozenset(
        one.number
        for one in asking()
        if any(one.number == number or one.number.startswith(f"{number}.") for number in wanted)
    )


def wanted_of(processes: Iterable[Process]) -> list[Wanted]:
    """What each process is looked at for: the clauses it names."""
    return [Wanted(one.code, asking_below(one.clauses.split())) for one in processes]


def processes_of(unit: Unit, on: date) -> list[Process]:
    """The unit's processes on the day, in their order."""
    return list(Process.objects.on(on).filter(owner_unit=unit).order_by("position", "pk"))


def planned_rounds(audits: Sequence[Audit]) -> list[Round]:
    """As the audits are planned; one statement."""
    scope: dict[int, set[str]] = defaultdict(set)
    rows = AuditedProcess.objects.filter(audit__in=[one.pk for one in audits])
    for audit, code in rows.values_list("audit_id", "process__code"):
        scope[audit].add(code)
    return [Round(one.ends_on, frozenset(scope[one.pk]), asking_below(one.numbers)) for one in audits]


def done_rounds(audits: Sequence[Audit]) -> list[Round]:
    """As the audits were done: only what a question was answered about counts, "not seen" does not; two statements."""
    told = [one for one in audits if one.status in (Audit.Status.REPORTED, Audit.Status.CLOSED)]
    seen: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for audit, code, clause in _looked_at(told):
        seen[audit].append((code, clause))
    return [
        Round(one.ends_on, frozenset(code for code, _clause in seen[one.pk] if code),
              frozenset(clause for _code, clause in seen[one.pk]))
        for one in told
    ]  # fmt: skip


def _looked_at(audits: Sequence[Audit]) -> set[tuple[int, str, str]]:
    """(audit, code of the process or "", clause) of questions whose latest answer says what was seen."""
    verdicts: dict[int, str] = {}
    answers = Answer.objects.filter(item__audit__in=[one.pk for one in audits]).order_by("version")
    for item, verdict in answers.values_list("item_id", "verdict"):
        verdicts[item] = verdict
    seen = {item for item, verdict in verdicts.items() if verdict in ("conform", "not_conform")}
    rows = ChecklistItem.objects.filter(audit__in=[one.pk for one in audits], dropped_at__isnull=True)
    return {
        (audit, code or "", clause)
        for pk, audit, code, clause in rows.values_list("pk", "audit_id", "process__code", "clause")
        if pk in seen
    }


def year_coverage(
    unit: Unit, year: int, audits: Sequence[Audit], on: date, *, done: bool = False
) -> Coverage:
    """Of the audits of a year's programme, as planned or as done."""
    standing = [one for one in audits if one.status != Audit.Status.CALLED_OFF]
    rounds = done_rounds(standing) if done else planned_rounds(standing)
    until = date(year + 1, 1, 1)
    wanted = wanted_of(processes_of(unit, min(on, until - timedelta(days=1))))
    return coverage(wanted, [one.number for one in asking()], rounds, since=date(year, 1, 1), until=until)


def last_months(unit: Unit, on: date) -> Coverage:
    """What was looked at in the months of the law before the day (included)."""
    since = months_before(on, audit_months(on).whole)
    audits = list(Audit.objects.told().filter(owner_unit=unit, ends_on__gt=since, ends_on__lte=on))
    rounds = done_rounds(audits)
    wanted = wanted_of(processes_of(unit, on))
    return coverage(
        wanted, [one.number for one in asking()], rounds, since=since + timedelta(days=1),
        until=on + timedelta(days=1),
    )  # fmt: skip


def chapters() -> list[str]:
    """The chapters that ask for something: "4" to "10"."""
    return [number for number, one in clauses().items() if not one.parent]
