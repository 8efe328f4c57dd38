"""The questions of an audit: drawn up, added, dropped."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from chuan.audits import refusals
from chuan.audits.actions.around import hold, named, own, subject
from chuan.audits.drafting import MOST, Question, draft
from chuan.audits.models import Audit, ChecklistItem
from chuan.audits.permissions import is_on_team, may_keep, require_keep, require_own
from chuan.law.iso9001 import asking
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.rules.lifecycles import AUDIT
from chuan.rules.refusals.audits import ClauseUnknown
from chuan.trail.actions import act

OPEN = ("planned", "announced", "under_way")
"""Statuses in which questions may be added."""


def draw_up(audit: Audit, *, by: Viewer, at: datetime) -> int:
    """Add the questions of clauses, processes and earlier findings that are not asked yet; how many were added.

    Drawn up again after the scope changed, it adds what is missing and takes nothing away. Raises ``NotFound``,
    ``NotAllowed``, ``NotAtWork``, ``ScopeEmpty``.
    """
    _require_writer(audit, by)
    with act("audits.draw_up", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _open(audit)
        wanted = draft(held)
        if not wanted:
            raise refusals.ScopeEmpty()
        there = set(held.items.values_list("clause", "process_id", "question"))
        new = [one for one in wanted if _key(one) not in there]
        room = MOST - held.items.filter(dropped_at__isnull=True).count()
        rows = _numbered(held, new[: max(room, 0)], at)
        ChecklistItem.objects.bulk_create(rows, batch_size=100)
        doing.detail = {"code": held.code, "count": len(rows)}
    return len(rows)


def add_item(
    audit: Audit, clause: str, process: Process | None, question: str, *, by: Viewer, at: datetime
) -> ChecklistItem:
    """A question of the team's own.

    Raises ``NotFound``, ``NotAllowed``, ``NotAtWork``, ``WordsMissing``, ``ClauseUnknown``, ``TooManyQuestions``.
    """
    _require_writer(audit, by)
    if clause not in {one.number for one in asking()}:
        raise ClauseUnknown(clause=clause[:20])
    if process is not None:
        require_own(process.owner_unit_id, by, _("quá trình này"))
    own_question = Question(clause, named(question, _("câu hỏi"), 500), ChecklistItem.Source.OWN, process)
    with act("audits.ask", subject(audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _open(audit)
        count = held.items.filter(dropped_at__isnull=True).count()
        if count >= MOST:
            raise refusals.TooManyQuestions(count=count, most=MOST)
        [row] = _numbered(held, [own_question], at)
        row.save()
        doing.detail = {"code": held.code, "number": row.ordinal, "clause": clause}
    return row


def drop_item(item: ChecklistItem, *, by: Viewer, at: datetime) -> ChecklistItem:
    """Ask it not; a question that was answered stays. Raises ``NotFound``, ``NotAllowed``, ``NotAtWork``."""
    _require_writer(item.audit, by)
    with act("audits.drop", subject(item.audit), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _open(item.audit)
        row = ChecklistItem.objects.select_for_update().get(pk=item.pk)
        if row.dropped_at is None and not row.answers.exists():
            row.dropped_at = at
            row.save(update_fields=["dropped_at"])
        doing.detail = {"code": held.code, "number": row.ordinal}
    return row


def _require_writer(audit: Audit, by: Viewer) -> None:
    own(audit, by)
    if not (may_keep(by) or is_on_team(audit, by)):
        require_keep(by)


def _open(audit: Audit) -> Audit:
    held = hold(audit)
    if held.status not in OPEN:
        raise refusals.NotAtWork(which=held.code, status=AUDIT.statuses[held.status].label)
    return held


def _numbered(audit: Audit, asked: list[Question], at: datetime) -> list[ChecklistItem]:
    last = audit.items.aggregate(last=Max("ordinal"))["last"] or 0
    return [
        ChecklistItem(
            audit=audit, ordinal=last + place, clause=one.clause, process=one.process, question=one.text,
            source=one.source, about=one.about, recorded_at=at,
        )
        for place, one in enumerate(asked, 1)
    ]  # fmt: skip


def _key(one: Question) -> tuple[str, int | None, str]:
    return one.clause, one.process.pk if one.process else None, one.text
