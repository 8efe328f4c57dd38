"""Levels of ranking, groups of roles, forms of discipline: the words that ranking speaks in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chuan.rules.types import Citation, Sure


class Level(StrEnum):
    """The four levels, the same by 90/2020/NĐ-CP and by 335/2025/NĐ-CP."""

    EXCELLENT = "excellent"
    GOOD = "good"
    COMPLETED = "completed"
    FAILED = "failed"

    @property
    def rank(self) -> int:
        """3 for the highest level, 0 for the lowest."""
        return len(Level) - 1 - list(Level).index(self)

    def at_least(self, other: Level) -> bool:
        """Whether this level is the other one or higher."""
        return self.rank >= other.rank


LEVEL_NAMES: Mapping[Level, str] = {
    Level.EXCELLENT: "hoàn thành xuất sắc nhiệm vụ",
    Level.GOOD: "hoàn thành tốt nhiệm vụ",
    Level.COMPLETED: "hoàn thành nhiệm vụ",
    Level.FAILED: "không hoàn thành nhiệm vụ",
}


class Discipline(StrEnum):
    """Forms of discipline from the mildest; ``NONE``: none in the year."""

    NONE = "none"
    REPRIMAND = "reprimand"
    WARNING = "warning"
    PAY_CUT = "pay_cut"
    DEMOTION = "demotion"
    REMOVAL = "removal"
    DISMISSAL = "dismissal"

    def from_on(self, least: Discipline) -> bool:
        """Whether this form is ``least`` or heavier."""
        forms = list(Discipline)
        return forms.index(self) >= forms.index(least)


DISCIPLINE_NAMES: Mapping[Discipline, str] = {
    Discipline.NONE: "không bị kỷ luật",
    Discipline.REPRIMAND: "khiển trách",
    Discipline.WARNING: "cảnh cáo",
    Discipline.PAY_CUT: "hạ bậc lương",
    Discipline.DEMOTION: "giáng chức",
    Discipline.REMOVAL: "cách chức",
    Discipline.DISMISSAL: "buộc thôi việc",
}

LEADER = "leader"
"""The key of the group that leads and manages; further parts and one more ground hold only for it."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of roles with alike tasks: shares are counted in each apart."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence with its article. ``private``: tells of discipline or the like; for him and for who decides."""

    sentence: str
    citation: Citation
    sure: Sure
    private: bool = False
