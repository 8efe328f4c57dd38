"""Answers as they stand: the latest version of each question, one statement for a whole audit."""

from __future__ import annotations

from collections.abc import Iterable

from chuan.audits.models import Answer, Audit, ChecklistItem
from chuan.rules.audits import Typed


def standing(audit: Audit) -> dict[int, Answer]:
    """By key of the question."""
    rows = Answer.objects.filter(item__audit=audit).select_related("by").order_by("version")
    return {one.item_id: one for one in rows}


def versions(audit: Audit) -> dict[tuple[int, int], Answer]:
    """Every version of every answer, by key of the question and number of the version."""
    return {(one.item_id, one.version): one for one in Answer.objects.filter(item__audit=audit)}


def latest(item: ChecklistItem) -> Answer | None:
    """The answer that stands."""
    return item.answers.select_related("by").order_by("-version").first()


def words_of(answer: Answer | None) -> Typed:
    """What an answer says; nothing where there is none."""
    return Typed(answer.verdict, answer.notes, answer.evidence) if answer else Typed()


def not_seen(items: Iterable[ChecklistItem], answers: dict[int, Answer]) -> list[ChecklistItem]:
    """Questions nobody answered, or answered with "not seen"."""
    seen = (Answer.Verdict.CONFORM, Answer.Verdict.NOT_CONFORM)
    return [one for one in items if one.pk not in answers or answers[one.pk].verdict not in seen]
