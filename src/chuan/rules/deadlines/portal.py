"""How the national portal judges timeliness: a second verdict, never mixed with the lawful one.

As the description of the service index of Quyết định 766/QĐ-TTg tells it: the time taken by the citizen
to supply papers is subtracted, and a second request makes the dossier overdue.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chuan.rules.deadlines.case import Happening, Step, Story


class PortalState(StrEnum):
    """The portal knows two: on time (or still within time) and overdue."""

    ON_TIME = "on_time"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PortalVerdict:
    """What the portal would show: the end it looks at, the citizen's time it takes off, and why."""

    state: PortalState
    end: datetime
    subtracted: timedelta
    why: str


def portal_verdict(story: Story, promised: datetime | None, *, at: datetime) -> PortalVerdict:
    """The portal's verdict: end minus supplement time, held against the date promised (its NgayHenTra).

    The end is the finish, else the withdrawal, else ``at``; when papers asked for never came, the day they
    were asked. Unknown when there is no promised date.
    """
    end = next(
        (one.at for one in reversed(story.happenings) if one.step in (Step.FINISHED, Step.WITHDRAWN)), at
    )
    waits, unanswered = _waits(story.happenings)
    if unanswered is not None:
        end = unanswered
    subtracted = sum((until - since for since, until in waits), timedelta())
    if story.asks > 1:
        return PortalVerdict(
            PortalState.OVERDUE, end, subtracted, "yêu cầu bổ sung hơn một lần: Cổng tính là quá hạn"
        )
    if promised is None:
        return PortalVerdict(PortalState.UNKNOWN, end, subtracted, "chưa có ngày hẹn trả để so")
    met = end - subtracted <= promised
    why = "ngày kết thúc trừ thời gian chờ bổ sung, so với ngày hẹn trả"
    return PortalVerdict(PortalState.ON_TIME if met else PortalState.OVERDUE, end, subtracted, why)


def _waits(happenings: tuple[Happening, ...]) -> tuple[list[tuple[datetime, datetime]], datetime | None]:
    """The spans between request and supply, and the request that was never answered."""
    waits: list[tuple[datetime, datetime]] = []
    asked: datetime | None = None
    for one in happenings:
        if one.step is Step.ASKED:
            asked = asked or one.at
        elif one.step is Step.SUPPLIED and asked is not None:
            waits.append((asked, one.at))
            asked = None
    return waits, asked
