"""The law a round goes by, and its words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from chuan.law.ranking import RankingLaw, ranking_digest, ranking_law_of
from chuan.rules.law import Value
from chuan.rules.ranking import LEVEL_NAMES, Level
from chuan.rules.types import Sure
from chuan.ui import words
from chuan.workforce.models import RankingRound


def law_of(round_: RankingRound) -> RankingLaw:
    """The law of the round's last day."""
    return ranking_law_of(round_.period)


def has_changed(round_: RankingRound) -> bool:
    """Whether the file of the law is another one than when the round was opened."""
    return round_.law_digest != ranking_digest()


def group_names(law: RankingLaw) -> Mapping[str, str]:
    """The law's groups with their words."""
    return {one.key: one.name for one in law.groups}


def named(round_: RankingRound) -> str:
    """ "Xếp loại năm 2021", "Xếp loại tháng 3 năm 2026"."""
    return _("Xếp loại %s") % words.period(round_.period, with_year=True)


def level_words(level: str) -> str:
    """ "hoàn thành tốt nhiệm vụ"; "" for none."""
    return LEVEL_NAMES[Level(level)] if level else ""


def level_choices() -> list[tuple[str, str]]:
    """Levels from the highest, with an empty choice first: nothing is chosen for anybody."""
    chosen = [(one.value, LEVEL_NAMES[one][:1].upper() + LEVEL_NAMES[one][1:]) for one in Level]
    return [("", _("– chọn mức –")), *chosen]


def source(value: Value) -> str:
    """The act and article of a value, and that nobody read it where nobody did."""
    told = (
        f"{value.citation.number}, {value.citation.article}"
        if value.citation.article
        else value.citation.number
    )
    return f"{told} ({_('chưa kiểm chứng')})" if value.sure is Sure.UNVERIFIED else told
