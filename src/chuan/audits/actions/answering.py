"""Answers written to the sheet: from the page as one form, or one by one as they are typed.

Each carries the version it was typed upon and a key made where it was typed. Words that arrive twice are written once;
words typed upon a version that is no longer the latest are not written: whoever typed them sees both and chooses.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.audits import refusals
from chuan.audits.actions.around import hold, own, subject
from chuan.audits.answers import latest, words_of
from chuan.audits.models import Answer, Audit, ChecklistItem
from chuan.audits.own import own_processes
from chuan.audits.permissions import may_work
from chuan.people.viewer import Viewer
from chuan.rules.audits import Outcome, Typed, judge_typing
from chuan.rules.lifecycles import AUDIT
from chuan.rules.refusals.audits import OwnWorkAudited
from chuan.trail.actions import act

LONGEST = 4000
"""Letters of notes, and of evidence, of one answer; a form field holds the same."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """Words for one question: typed upon which version (0: none yet), under which key."""

    item: ChecklistItem
    typed: Typed
    base: int
    key: uuid.UUID


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Words that were not written, beside those that stand."""

    arriving: Arriving
    standing: Answer


def answer(audit: Audit, arriving: Arriving, *, by: Viewer, at: datetime) -> Answer | Meanwhile:
    """Write one answer; the one that stands where it says the same. Raises as ``answer_all``."""
    written, meanwhile = answer_all(audit, [arriving], by=by, at=at)
    return meanwhile[0] if meanwhile else written[0]


def answer_all(
    audit: Audit, arriving: Sequence[Arriving], *, by: Viewer, at: datetime
) -> tuple[list[Answer], list[Meanwhile]]:
    """Write answers of one audit; what somebody else answered since is given back beside the words that stand.

    Raises ``NotFound``, ``NotOfTheTeam``, ``NotAtWork``, and ``OwnWorkAudited`` where whoever writes works in the
    process himself and does not write for somebody from outside.
    """
    own(audit, by)
    if not may_work(audit, by):
        raise refusals.NotOfTheTeam()
    _require_independent(audit, arriving, by)
    written: list[Answer] = []
    meanwhile: list[Meanwhile] = []
    with act("audits.answer", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = hold(audit)
        if held.status != Audit.Status.UNDER_WAY:
            raise refusals.NotAtWork(which=held.code, status=AUDIT.statuses[held.status].label)
        for one in arriving:
            found = _write(one, by, at)
            (meanwhile if isinstance(found, Meanwhile) else written).append(found)  # type: ignore[arg-type]
        doing.detail = {
            "code": held.code,
            "number": ", ".join(str(one.item.ordinal) for one in arriving)[:300],
        }
    return written, meanwhile


def told(meanwhile: Sequence[Meanwhile]) -> refusals.WrittenMeanwhile:
    """The refusal that names the first of them."""
    first = meanwhile[0].standing
    local = timezone.localtime(first.recorded_at)
    who = first.by.name if first.by else _("một người khác")
    which = ", ".join(str(one.arriving.item.ordinal) for one in meanwhile)
    return refusals.WrittenMeanwhile(which=which, who=who, when=f"{local:%H:%M}")


def _write(one: Arriving, by: Viewer, at: datetime) -> Answer | Meanwhile:
    if (before := Answer.objects.filter(client_key=one.key, item=one.item).first()) is not None:
        return before
    last = latest(one.item)
    version = last.version if last else 0
    outcome = judge_typing(one.typed, base=one.base, latest=version, standing=words_of(last))
    if last is not None and outcome is Outcome.SAME:
        return last
    if last is not None and outcome is Outcome.CHOOSE:
        return Meanwhile(one, last)
    return Answer.objects.create(
        item=one.item, version=version + 1, verdict=one.typed.verdict, notes=one.typed.notes[:LONGEST],
        evidence=one.typed.evidence[:LONGEST], client_key=one.key, by=by.official, recorded_at=at,
    )  # fmt: skip


def _require_independent(audit: Audit, arriving: Sequence[Arriving], by: Viewer) -> None:
    """Whoever writes does not work in the processes, unless he writes down what somebody from outside found."""
    asked = {one.item.process_id: one.item.process for one in arriving if one.item.process}
    for key, why in own_processes(audit, by.official, asked.values()).items():
        raise OwnWorkAudited(name=by.name, process=asked[key].name, why=why)
