"""The law a round goes by, and its words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from chuan.law.ranking import RankingLaw, ranking_digest, ranking_law_of
from chuan.rules.law import Value
from chuan.rules.ranking import LEVEL_NAMES, Level
from chuan.rules.types import Sure
from chuan.ui import words
from chuan.workforce.models import RankingRound
from chuan.workforce.own_law.books import RANKING
from chuan.workforce.own_law.kept import as_json, own_values, text_of, values_of

_READ = "_law_read"
"""Under this name a round remembers its law, so that one page reads the unit's own values once."""


def law_of(round_: RankingRound) -> RankingLaw:
    """The law of the round's last day with the unit's own values; of a closed round, that it was closed under.

    One statement for an open round, the first time it is asked of the row. A round closed before anything was kept
    goes by the file alone: what a unit sets later changes no result.
    """
    if _READ not in round_.__dict__:
        round_.__dict__[_READ] = _read(round_)
    law: RankingLaw = round_.__dict__[_READ]
    return law


def law_text(round_: RankingRound) -> str:
    """The round's law as it keeps it when it is closed."""
    law = law_of(round_)
    return as_json({"on": law.on.isoformat(), "values": text_of(law.values, law.titles)})


def _read(round_: RankingRound) -> RankingLaw:
    if round_.law_kept:
        told = json.loads(round_.law_kept)
        return RankingLaw(date.fromisoformat(told["on"]), *values_of(told["values"]))
    if round_.state == RankingRound.State.CLOSED:
        return ranking_law_of(round_.period)
    return ranking_law_of(round_.period, own_values(round_.unit, RANKING))


def has_changed(round_: RankingRound) -> bool:
    """Whether the file of the law is another one than when the round was opened; a closed round keeps its own."""
    return not round_.law_kept and round_.law_digest != ranking_digest()


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
