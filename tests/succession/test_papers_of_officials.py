"""A ward goes into another: papers of who goes over are voided and renewed there; of who stayed only read."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.people import actions
from chuan.people.merging import Going, Merger
from chuan.people.models import Post
from chuan.people.roles import Role
from chuan.people.viewer import viewer_of
from chuan.rules.refusals import NotFound
from chuan.workforce.actions.competence import Named, Shown, ask, show, void_evidence
from chuan.workforce.competence.judging import Standing
from chuan.workforce.competence.matrix import of_official
from chuan.workforce.models import Evidence, Qualification
from chuan.workforce.succession import Papers
from tests.people import PAPER

DAY, LATER = date(2025, 7, 1), date(2026, 11, 1)


@pytest.fixture
def merged(ward):
    """The clerk goes over and keeps the new ward's records of officials; the specialist stays behind."""
    now = timezone.now()
    old = ward.viewer(ward.chairman)
    asked = Qualification.objects.create(unit=ward.unit, name="Tin học", kind="certificate", recorded_at=now)
    for one in (ward.clerk, ward.specialist):
        show(one, asked, Shown(date(2024, 1, 5), "Chứng chỉ 1"), by=old, at=now)
    assert Papers().matters(ward.unit)[0].moves == 2
    going = (
        Going(ward.administrator, "Quản trị", Role.ADMINISTRATOR, PAPER),
        Going(ward.clerk, "Nội vụ", Role.PERSONNEL_CLERK, PAPER),
    )
    merger = Merger("18115", DAY, PAPER, ("18115",), going=going)
    actions.merge_ward(merger, by=viewer_of(ward.administrator.account, on=DAY), at=now)
    return viewer_of(ward.clerk.account, on=LATER)


def test_papers_of_who_went_over_are_taken_back_and_written_anew_in_the_new_ward(ward, merged):
    now, row = timezone.now(), Evidence.objects.get(official=ward.clerk)
    row.official.refresh_from_db()
    void_evidence(row, "Ghi nhầm số", by=merged, at=now)
    renewed = show(
        merged.official, row.qualification, Shown(date(2026, 2, 1), "Chứng chỉ 2"), by=merged, at=now
    )
    row.refresh_from_db()
    assert (row.unit, renewed.unit) == (ward.unit, merged.unit)
    assert row.voided_at
    assert Qualification.objects.seen_by(merged).once(merged) == [row.qualification]


def test_a_paper_of_before_counts_for_what_the_new_ward_asks_under_the_same_name(merged):
    post = Post.objects.get(unit=merged.unit, title="Nội vụ")
    ask(
        post,
        Named("Tin học", "certificate"),
        must=True,
        since=DAY,
        citation=PAPER,
        by=merged,
        at=timezone.now(),
    )
    cells = of_official(merged.official, LATER)
    assert [one.judged.standing for one in cells] == [Standing.MET]
    assert [one.unit for one in Qualification.objects.seen_by(merged).once(merged)] == [merged.unit]


def test_papers_of_who_stayed_behind_are_only_read(ward, merged):
    row = Evidence.objects.seen_by(merged).get(official=ward.specialist)
    with pytest.raises(NotFound):
        void_evidence(row, "Ghi nhầm", by=merged, at=timezone.now())
