"""Risks for tests; everything in them is invented."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.risks import actions
from chuan.risks.actions import Noted, Scored
from chuan.risks.models import Risk, RiskAction
from tests.people import Ward
from tests.processes import made as processes

STATEMENT = "Hồ sơ đất đai dồn cuối năm, nhiều hồ sơ trễ hẹn"


def now() -> datetime:
    """The moment of the act: the house refuses acts of other moments."""
    return timezone.now()


def today() -> date:
    """The local day of the moment."""
    return timezone.localdate()


def viewer(ward: Ward, official: Official) -> Viewer:
    """The official today."""
    return ward.viewer(official, on=today())


def secretary(ward: Ward) -> Viewer:
    """Who keeps the register, today."""
    return viewer(ward, ward.secretary)


def process_of(ward: Ward) -> Process:
    """The ward's process of tests, made once."""
    return Process.objects.filter(owner_unit=ward.unit).first() or processes.process(ward)


def risk(ward: Ward, *, found_on: date | None = None, by: Viewer | None = None, **more: Any) -> Risk:
    """A risk named by the secretary."""
    given = {"nature": "risk", "statement": STATEMENT, "process": process_of(ward)} | more
    return actions.note_risk(
        Noted(**given),
        found_on=found_on or today() - timedelta(days=60),
        by=by or secretary(ward),
        at=now(),
    )


def scored(
    ward: Ward, row: Risk, pair: tuple[int, int] = (4, 3), stage: str = "before", on: date | None = None
) -> Risk:
    """The risk with a level."""
    score = Scored(*pair, stage=stage)
    actions.score_risk(row, score, on=on or today() - timedelta(days=30), by=secretary(ward), at=now())
    row.refresh_from_db()
    return row


def treated(ward: Ward, row: Risk, treatment: str = "reduce", why: str = "") -> Risk:
    """The risk with its treatment, by the secretary."""
    actions.treat_risk(row, treatment, why, by=secretary(ward), at=now())
    row.refresh_from_db()
    return row


def planned(ward: Ward, row: Risk, owner: Official | None = None, **more: Any) -> RiskAction:
    """An action about the risk, due in a month."""
    due = more.pop("due_on", today() + timedelta(days=30))
    what = more.pop("what", "Thêm một người nhận hồ sơ quý IV")
    return actions.plan_action(row, what, owner or ward.one_stop, due, by=secretary(ward), at=now(), **more)


def finished(ward: Ward, action: RiskAction) -> RiskAction:
    """The action done today."""
    return actions.finish_action(
        action, today(), "Quyết định 5/QĐ-UBND (minh họa)", by=secretary(ward), at=now()
    )
