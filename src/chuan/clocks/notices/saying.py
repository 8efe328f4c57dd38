"""The words for what is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _

from chuan.rules.notices import LATE, NEW, SOON, late_days
from chuan.ui import formatters as say


def group_of(stage: int) -> int:
    """Overdue, soon or new, whatever the step."""
    return min(stage, LATE)


def group_words(group: int) -> str:
    """As a heading."""
    return {NEW: _("Việc mới"), SOON: _("Sắp đến hạn"), LATE: _("Quá hạn")}[group]


def stage_words(stage: int) -> str:
    """Of one thing. Said again, it says how often it was let pass: "Vẫn quá hạn sau 7 ngày lịch"."""
    days = late_days(stage)
    if days > 1:
        return _("Vẫn quá hạn sau %s ngày lịch") % say.number(days)
    return group_words(group_of(stage))


def counted(stages: Iterable[int]) -> str:
    """How many of each: "2 việc quá hạn, 1 việc sắp đến hạn"."""
    counts = Counter(group_of(stage) for stage in stages)
    words = {LATE: _("%s việc quá hạn"), SOON: _("%s việc sắp đến hạn"), NEW: _("%s việc mới")}
    return ", ".join(said % say.number(counts[group]) for group, said in words.items() if counts[group])
