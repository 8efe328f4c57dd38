"""Old records for tests of what is kept about officials; everything in them is invented."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from chuan.people.models import Official
from chuan.workforce.models import (
    Absence,
    Assessment,
    AssessmentEvent,
    AssessmentWords,
    Candidate,
    RankingRound,
    TitleFact,
    TitleRound,
)
from tests.people import PAPER, Ward

MOMENT = datetime.fromisoformat("2015-12-20T08:00:00+07:00")


def ranked(
    ward: Ward, official: Official, year: int = 2015, *, state: str = "closed", status: str = "closed"
) -> Any:
    """An assessment with words of himself and of the head, its round closed."""
    round_, _made = RankingRound.objects.get_or_create(
        unit=ward.unit, starts=date(year, 1, 1), ends=date(year + 1, 1, 1),
        defaults={
            "kind": "year", "by_points": False, "law_digest": "0" * 64, "citation": PAPER, "state": state,
            "opened_on": date(year, 12, 1), "recorded_at": MOMENT,
        },
    )  # fmt: skip
    one = Assessment.objects.create(
        round=round_,
        official=official,
        group="staff",
        status=status,
        decided_level="good",
        decision="12/QĐ-UBND",
    )
    for seq, verb in enumerate(("self_assess", "head_assess"), start=1):
        line = AssessmentEvent.objects.create(
            assessment=one, seq=seq, verb=verb, occurred_on=date(year, 12, 9 + seq), by=official,
            recorded_at=MOMENT,
        )  # fmt: skip
        AssessmentWords.objects.create(event=line, text=f"Lời riêng {seq}", form='{"answers":{}}')
    return one


def away(ward: Ward, official: Official, year: int = 2015) -> Absence:
    """Nine days of sick leave."""
    return Absence.objects.create(
        unit=ward.unit, official=official, kind="sick", valid_from=date(year, 6, 1), valid_to=date(year, 6, 10),
        citation="Giấy ra viện 44", recorded_at=MOMENT,
    )  # fmt: skip


def considered(ward: Ward, official: Official, year: int = 2015, *, concluded: bool = True) -> TitleFact:
    """A discipline said by its paper, and a name taken back, in a year of titles."""
    round_ = TitleRound.objects.create(
        unit=ward.unit, year=year, citation=PAPER, opened_on=date(year, 1, 5), law_digest="0" * 64,
        recorded_at=MOMENT, concluded_at=MOMENT if concluded else None,
    )  # fmt: skip
    Candidate.objects.create(
        round=round_, title="advanced_worker", official=official, recorded_at=MOMENT, voided_at=MOMENT,
        why_void="Tự rút vì chuyện riêng",
    )  # fmt: skip
    return TitleFact.objects.create(
        round=round_, official=official, key="discipline", value="reprimand", document="QĐ kỷ luật 7",
        recorded_at=MOMENT,
    )  # fmt: skip
