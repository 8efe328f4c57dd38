"""The year's two invented lists, read as a clerk would bring them: what objective 4 says of them, and why."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.demo_exports import petitions as demo
from chuan.demo_exports import petitions_invented as invented
from chuan.intake.previews import preview_of
from chuan.offers import measures
from chuan.offers.measures import Counts, Scope
from chuan.petitions.measures import reasons
from chuan.petitions.models import Petition
from chuan.petitions.own_checks import standing_agrees
from chuan.rules.types import Period
from tests.people import Ward, make_ward
from tests.petitions.following.made import dropped, taken_in
from tests.petitions.made import petition_clerk

pytestmark = pytest.mark.django_db
YEAR = Period.year(2021)


@pytest.fixture
def ward() -> Ward:
    return make_ward()


def counts(ward: Ward, key: str) -> Counts:
    found = measures.find(f"petitions.{key}")
    assert found is not None
    scope = Scope(ward.unit.uid, YEAR, timezone.now())
    assert found.obstacles(scope) == ()
    return found.counts(scope)


def test_objective_four_of_the_invented_year(ward: Ward):
    by = ward.viewer(petition_clerk(ward), on=timezone.localdate())
    held = dict(demo.files())
    for name in (demo.LIST, demo.PORTAL):
        taken_in(held[f"{demo.FOLDER}/{name}"], name, by=by)
    letters = invented.letters()
    assert Petition.objects.count() == len(letters) - 1 + invented.POSTS, "một đơn tố cáo lãnh đạo không nhận"
    resolved = counts(ward, "resolved")
    assert (resolved.numerator, resolved.denominator) == (128, 131)
    assert resolved.excluded == {reasons.FORWARDED: 1, reasons.DIVIDED: 1}
    assert resolved.blind == {reasons.ODD: 2}
    on_time = counts(ward, "on_time")
    assert (on_time.numerator, on_time.denominator) == (127, 131)
    assert not list(standing_agrees())
    half = dropped(held[f"{demo.FOLDER}/{demo.HALF}"], demo.HALF, by=by)
    assert (half.rows_new, half.rows_changed) == (0, 0), "sáu tháng đầu ở dạng chữ là những dòng đã có"
    later = taken_in(held[f"{demo.FOLDER}/{demo.LATER}"], demo.LATER, by=by)
    assert (later.rows_changed, later.rows_after_due) == (2, 1)
    assert preview_of(later).changed[0].code == letters[invented.LATE].code
    again = counts(ward, "on_time")
    assert (again.numerator, again.denominator) == (127, 131), "hạn dời sau khi qua không làm đơn hết trễ"
    solved = Petition.objects.get(outside_code=letters[invented.OPEN].code)
    assert (solved.settled_on, solved.outcome) == (date(2022, 1, 6), "late")
