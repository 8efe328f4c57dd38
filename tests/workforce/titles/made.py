"""A year of titles for tests; everybody in it is invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from chuan.offers.measures import Scope
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.titles import Title
from chuan.rules.types import Period
from chuan.workforce.actions.titles import Decided, open_year, record_decision
from chuan.workforce.models import Reward, TitleRound

PAPER = "Kế hoạch 3/KH-UBND ngày 08/01/2021"
DECIDED = Decided("Quyết định 310/QĐ-UBND", date(2021, 12, 20), "UBND phường Bắc Hồng")
YEAR = Period.year(2021)


def opened(by: Viewer, year: int = 2021) -> TitleRound:
    """The year, opened by its paper."""
    return open_year(year, PAPER, by=by, at=timezone.now())


def decided(
    round_: TitleRound, officials: Sequence[Official], *, by: Viewer, all_results: bool = True,
    title: Title = Title.ADVANCED_WORKER,
) -> list[Reward]:  # fmt: skip
    """A decision that gives these officials the title."""
    return record_decision(
        round_, title, DECIDED, officials=officials, all_results=all_results, by=by, at=timezone.now()
    )


def scope(unit: object, period: Period = YEAR) -> Scope:
    """What is asked of the measure, as known now."""
    return Scope(unit.uid, period, timezone.now())  # type: ignore[attr-defined]
