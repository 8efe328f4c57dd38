"""Whether every assessment's row is what its standing lines come to: a check of the doctor. Nobody is named in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from chuan.rules.refusals import WrongMove
from chuan.workforce.models import Assessment, AssessmentEvent
from chuan.workforce.ranking.lines import Projected, projected

_FIELDS = Projected.__dataclass_fields__


def assessments_agree() -> Iterable[str]:
    """One sentence for each row that does not agree; two statements."""
    lines: dict[int, list[AssessmentEvent]] = defaultdict(list)
    standing = AssessmentEvent.objects.filter(voided_by__isnull=True).exclude(verb="void")
    for line in standing.order_by("assessment_id", "seq").iterator():
        lines[line.assessment_id].append(line)
    for one in Assessment.objects.order_by("pk").iterator():
        if not _agrees(one, lines[one.pk]):
            yield _("Xếp loại %s: dòng đang hiện không khớp các bước đã ghi.") % one.uid


def _agrees(one: Assessment, lines: list[AssessmentEvent]) -> bool:
    try:
        told = projected(lines)
    except WrongMove:
        return False
    return all(getattr(one, name) == getattr(told, name) for name in _FIELDS)
