"""The register of outside providers: listed, changed, judged, ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.processes import searching
from chuan.processes.models import Process, Provider, ProviderEvaluation
from chuan.processes.permissions import require_keep
from chuan.rules.providers import Answer, Result, check_evaluation
from chuan.rules.refusals import NotFound
from chuan.rules.refusals.providers import ProviderEndsTooEarly, ProviderOver, ProviderReasonMissing
from chuan.trail.actions import act

KIND = "evaluation"
"""The clock of the next judgment."""
_NAMES = ("kind", "name", "provides", "controls", "citation")


@dataclass(frozen=True, slots=True)
class Provided:
    """What is written of a provider; names as in ``Provider``."""

    kind: str
    name: str
    provides: str
    controls: str
    citation: str = ""
    process: Process | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgment as it is written."""

    on: date
    answers: Sequence[Answer]
    result: str
    evidence: str
    next_on: date
    why: str = ""


def list_provider(told: Provided, *, since: date, evaluate_on: date, by: Viewer, at: datetime) -> Provider:
    """Put a provider on the register. Raises ``NotAllowed``, ``NotFound`` for a process of another unit."""
    require_keep(by)
    row = Provider(
        unit=by.unit, owner_unit=by.unit, valid_from=since, evaluate_on=evaluate_on, recorded_at=at
    )
    _put(row, told, by)
    with act("provider.list", row.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row.save()
        keep_clock(row, today=_today(at))
        searching.put_providers([row])
        doing.detail = {"name": row.name, "kind": row.kind, "since": since.isoformat()}
    return row


def change_provider(provider: Provider, told: Provided, *, by: Viewer, at: datetime) -> Provider:
    """Write it otherwise; what it said stays in the trail. Raises ``NotAllowed``, ``NotFound``, ``ProviderOver``."""
    require_keep(by)
    with act("provider.change", provider.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(provider, by)
        before = _said(row)
        _put(row, told, by)
        row.save()
        searching.put_providers([row])
        after = _said(row)
        changed = [name for name in after if after[name] != before[name]]
        doing.detail = {
            "before": {name: before[name] for name in changed},
            "after": {name: after[name] for name in changed},
        }
    return row


def evaluate_provider(provider: Provider, judged: Judged, *, by: Viewer, at: datetime) -> ProviderEvaluation:
    """Judge it by the criteria of the day; the result is a person's. It waits to be judged anew.

    Raises ``NotAllowed``, ``NotFound``, ``ProviderOver``, and as ``rules.providers.check_evaluation``.
    """
    require_keep(by)
    with act("provider.evaluate", provider.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(provider, by)
        check_evaluation(
            judged.answers, Result(judged.result), why=judged.why, evidence=judged.evidence, on=judged.on,
            next_on=judged.next_on, listed=row.valid_from, today=_today(at),
        )  # fmt: skip
        made = ProviderEvaluation.objects.create(
            provider=row, on=judged.on, result=judged.result, why=judged.why.strip(), next_on=judged.next_on,
            evidence=judged.evidence.strip(), by=by.official, recorded_at=at,
            answers=[_kept(one) for one in judged.answers],
        )  # fmt: skip
        row.evaluate_on = judged.next_on
        row.save(update_fields=["evaluate_on"])
        keep_clock(row, today=_today(at))
        doing.detail = {
            "on": made.on.isoformat(),
            "answer": str(made.get_result_display()),
            "due": row.evaluate_on.isoformat(),
        }
    return made


def end_provider(provider: Provider, until: date, why: str, *, by: Viewer, at: datetime) -> Provider:
    """It provides nothing more from a day on. Raises ``NotAllowed``, ``NotFound``, ``ProviderOver``,
    ``ProviderReasonMissing``, ``ProviderEndsTooEarly``."""
    require_keep(by)
    if not (reason := why.strip()):
        raise ProviderReasonMissing()
    with act("provider.end", provider.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = _held(provider, by)
        if until <= row.valid_from:
            raise ProviderEndsTooEarly(until=until, since=row.valid_from)
        row.valid_to, row.why_ended = until, reason
        row.save(update_fields=["valid_to", "why_ended"])
        clocks.settle(row.subject, on=_today(at), kind=KIND)
        searching.drop_providers([row])
        doing.detail = {"until": until.isoformat(), "reason": reason}
    return row


def keep_clock(row: Provider, *, today: date) -> None:
    """The next judgment waits for the ISO secretary."""
    clocks.start(
        row.subject, unit=row.owner_unit, opened_on=min(today, row.evaluate_on), due_on=row.evaluate_on, kind=KIND,
        role=Role.ISO_SECRETARY.value,
    )  # fmt: skip


def _kept(one: Answer) -> list[str]:
    return [one.criterion.key, one.criterion.words, one.met.value, one.note.strip()]


def _put(row: Provider, told: Provided, by: Viewer) -> None:
    if told.process is not None and told.process.owner_unit_id != by.unit.pk:
        raise NotFound(thing=_("quá trình này"))
    for name in _NAMES:
        setattr(row, name, getattr(told, name).strip())
    row.process = told.process


def _said(row: Provider) -> dict[str, str]:
    return {name: getattr(row, name) for name in _NAMES} | {
        "process": row.process.code if row.process else ""
    }


def _held(provider: Provider, by: Viewer) -> Provider:
    """The row, locked; only the unit that answers for it now changes it."""
    rows = Provider.objects.select_for_update(of=("self",)).select_related("owner_unit", "process")
    row = rows.filter(pk=provider.pk, owner_unit=by.unit).first()
    if row is None:
        raise NotFound(thing=_("bên cung cấp này"))
    if row.valid_to is not None:
        raise ProviderOver(until=row.valid_to)
    return row


def _today(at: datetime) -> date:
    return timezone.localtime(at).date()
