"""A specialist with something of every room in his hands, and short ways through a handover."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from chuan.documents.actions import incoming, outgoing
from chuan.documents.actions.incoming import Direction, Share
from chuan.documents.actions.incoming.assigning import COOPERATE, LEAD
from chuan.documents.models import Certificate, Document
from chuan.intake.models import RecordSystem
from chuan.objectives.models import Objective
from chuan.people import handing
from chuan.people.actions import handing as actions
from chuan.people.actions.handing import Choice, Terms
from chuan.people.models import Handover, Official
from chuan.people.viewer import Viewer, viewer_of
from tests.documents.incoming.conftest import facts
from tests.documents.outgoing.conftest import decision
from tests.dossiers.made import make_dossier
from tests.objectives.made import decision as decided
from tests.objectives.made import plan_of
from tests.people import Ward

PAPER = "Quyết định 15/QĐ-UBND ngày 04/01/2021"


@dataclass
class Desk:
    """The ward, its viewers today, and what the specialist holds."""

    ward: Ward
    now: datetime
    on: date
    things: dict[str, object] = field(default_factory=dict)

    def view(self, official: Official, later: int = 0) -> Viewer:
        found = viewer_of(official.account, on=self.on + timedelta(days=later)) if official.account else None
        assert found is not None
        return found

    def held(self, giver: Official | None = None) -> list[str]:
        """What the official holds, as the form names it."""
        return [one.key for one in handing.items_of(giver or self.ward.specialist, self.on)]

    def terms(self, *, keep: dict[str, str] | None = None, giver: Official | None = None, **changed) -> Terms:
        """Everything to the one-stop clerk from today; ``keep``: what stays, and why."""
        kept = keep or {}
        choices = {key: Choice(key not in kept, kept.get(key, "")) for key in self.held(giver)}
        given = {"receiver": self.ward.one_stop, "on": self.on, "citation": PAPER, "choices": choices}
        return Terms(**(given | changed))

    def prepare(self, by: Official | None = None, **changed) -> Handover:
        giver = changed.get("giver") or self.ward.specialist
        viewer = self.view(by or self.ward.chairman)
        return actions.prepare(giver, self.terms(**changed), by=viewer, at=self.now)

    def seen(self, handover: Handover) -> str:
        return handing.digest_of(handing.items_of(handover.giver, self.on))

    def give(self, handover: Handover, by: Official | None = None, **more) -> None:
        viewer = self.view(by or handover.giver)
        actions.give(handover, seen=self.seen(handover), by=viewer, at=self.now, **more)

    def accept(self, handover: Handover, by: Official | None = None) -> None:
        viewer = self.view(by or handover.receiver)
        actions.accept(handover, seen=self.seen(handover), by=viewer, at=self.now)
        handover.refresh_from_db()

    def hand_over(self, **changed) -> Handover:
        made = self.prepare(**changed)
        self.give(made)
        self.accept(made)
        return made


@pytest.fixture
def now(db: None) -> datetime:
    return timezone.now()


@pytest.fixture
def desk(ward: Ward, now: datetime) -> Desk:
    """Nothing but a post and a role yet."""
    return Desk(ward, now, timezone.localtime(now).date())


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """The specialist leads an incoming paper, writes a draft, answers for an objective, handles two dossiers."""
    ward, now, on = desk.ward, desk.now, desk.on
    desk.things = {
        "incoming": incoming_of(desk), "draft": outgoing.create(
            decision(ward, on), by=desk.view(ward.specialist), at=now
        ),
        "objective": objective_of(desk),
        "certificate": certificate_of(ward.specialist, now),
    }  # fmt: skip
    for n in (1, 2):
        make_dossier(
            ward.unit,
            f"000.24.31.H27-2104-{n}",
            handler=ward.specialist,
            judged_due_on=on + timedelta(days=n),
        )
    return desk


def incoming_of(desk: Desk, number: str = "240") -> Document:
    ward, now = desk.ward, desk.now
    RecordSystem.objects.get_or_create(
        unit=ward.unit, register="documents", valid_from=date(2020, 1, 1),
        defaults={"system": "Chuẩn", "keeps": True, "citation": PAPER, "recorded_at": now},
    )  # fmt: skip
    clerk = desk.view(ward.clerk)
    came = incoming.arrive(facts(desk.on, number=number), by=clerk, at=now)
    incoming.register(came, by=clerk, at=now)
    shares = [Share(LEAD, ward.specialist), Share(COOPERATE, ward.one_stop)]
    direction = Direction(shares, desk.on + timedelta(days=5), instruction="Rà soát, báo cáo")
    incoming.assign(came, direction, by=desk.view(ward.chairman), at=now)
    return came


def objective_of(desk: Desk) -> Objective:
    """An objective that names the specialist, and one that names his post."""
    year = desk.on.year
    text = decided(
        "Trên 95% hồ sơ giải quyết đúng hạn.",
        "100% văn bản đi đúng thể thức.",
        year=year,
        on=date(year, 1, 5),
    )
    plan = plan_of(desk.ward, text, on=date(year, 1, 5))
    first, second = plan.objectives.filter(parent=None).order_by("position")[:2]
    from chuan.objectives.actions import assign

    clerk = desk.view(desk.ward.clerk)
    assign(first, official=desk.ward.specialist, by=clerk, at=desk.now)
    post = desk.ward.specialist.appointments.get().post
    assign(second, post=post, by=clerk, at=desk.now)
    first.refresh_from_db()
    return first


def certificate_of(official: Official | None, now: datetime) -> Certificate:
    assert official is not None
    return Certificate.objects.create(
        unit=official.unit, official=official, der=b"x", fingerprint=f"{official.pk:064d}",
        subject="CN=" + official.name, valid_from=date(2020, 1, 1), valid_to=date(2099, 1, 1), recorded_at=now,
    )  # fmt: skip
