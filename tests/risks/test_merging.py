"""When the ward goes into another: its processes, open risks, context and parties go along."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.offers.succession import Passage
from chuan.people.models import Appointment, Post, Unit
from chuan.processes.models import Hand, Process
from chuan.processes.succession import Processes
from chuan.risks import actions
from chuan.risks.models import Risk
from chuan.risks.succession import Risks
from tests.processes import made as processes
from tests.risks import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def passage(ward) -> Passage:
    """The one-stop clerk goes over, the office clerk does not."""
    new = Unit.objects.create(kind="ward", name="Bắc Hồng Lĩnh", place="x", valid_from=date(2020, 1, 1))
    post = Post.objects.create(unit=new, code="mot-cua", title="Trung tâm Phục vụ hành chính công")
    Appointment.objects.create(official=ward.one_stop, post=post, valid_from=made.today(), citation="x")
    held = processes.post_of(ward.clerk)
    return Passage(
        ward.unit, new, made.today(), timezone.now(), None, "Nghị quyết 1665", {held.pk: post.pk},
        frozenset({ward.one_stop.pk}),
    )  # fmt: skip


def test_processes_go_on_with_the_posts_of_who_goes_over_and_doubled_ones_end(ward, passage):
    kept, doubled = made.process_of(ward), processes.process(ward, code="QT-07")
    for one in (kept, doubled):
        processes.part(ward, one, ward.clerk)
        processes.part(ward, one, ward.auditor, "doer")
    late = processes.part(ward, kept, ward.secretary, "doer", since=made.today())
    Process.objects.create(
        unit=passage.new, owner_unit=passage.new, code="QT-07", name="x", kind="serve", valid_from=made.today(),
        recorded_at=made.now(),
    )  # fmt: skip
    assert [(one.moves, one.stays) for one in Processes().matters(ward.unit)] == [(2, 0)]
    assert Processes().move(passage) == {"processes": 1, "processes_ended": 1}
    kept.refresh_from_db()
    doubled.refresh_from_db()
    late.refresh_from_db()
    assert (kept.owner_unit, kept.unit) == (passage.new, ward.unit)
    assert doubled.valid_to == passage.on
    assert late.valid_to == passage.on + timedelta(days=1)
    standing = Hand.objects.filter(valid_to=None)
    assert [(one.process, one.post.unit, one.part) for one in standing] == [(kept, passage.new, "owner")]


def test_open_risks_go_along_and_closed_ones_stay(ward, passage):
    open_ = made.risk(ward, official=ward.one_stop)
    orphan = made.risk(ward, official=ward.clerk)
    by_post = made.risk(ward, post=processes.post_of(ward.clerk))
    closed = made.risk(ward)
    actions.close_risk(closed, "hết", by=made.secretary(ward), at=made.now())
    actions.write_issue(
        "inside", "Thiếu người", "", since=made.today(), by=made.secretary(ward), at=made.now()
    )
    actions.write_party("Người dân", since=made.today(), by=made.secretary(ward), at=made.now())
    assert [one.moves for one in Risks().matters(ward.unit)] == [3, 1, 1]
    assert Risks().move(passage) == {"risks": 3, "context_issues": 1, "parties": 1}
    found = {one.pk: one for one in Risk.objects.all()}
    assert found[open_.pk].owner_official == ward.one_stop
    assert found[orphan.pk].owner_official is None
    assert found[by_post.pk].owner_post.unit == passage.new
    assert found[closed.pk].owner_unit == ward.unit
