"""A running petition keeps the law its clocks started under; a corrected file moves nothing by itself."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.petitions.keeping import differs, kept_names
from chuan.petitions.models import LawSnapshot
from chuan.petitions.projecting import project
from tests.petitions.made import done, now, received

pytestmark = pytest.mark.django_db


def test_petitions_of_one_law_share_one_snapshot(ward, clerk):
    by = ward.viewer(clerk)
    one, other = received(by, on=date(2021, 9, 6)), received(by, on=date(2021, 9, 7))
    assert "2021-09-06" in kept_names(one.law_kept)
    assert set(kept_names(one.law_kept).values()) == set(kept_names(other.law_kept).values())
    assert (
        LawSnapshot.objects.count() == 3
    )  # the law of 2021, and what two later acts renew for running cases


def test_a_corrected_file_moves_no_running_petition(ward, clerk, correct):
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    assert one.due_on == date(2021, 10, 11)
    correct("complaint.resolve", "20")
    assert differs(one, on=date(2026, 11, 29))
    project(one, at=now(), why="calendar")
    one.refresh_from_db()
    assert one.due_on == date(2021, 10, 11)
    new = done(received(by, on=date(2021, 9, 7)), "accept", date(2021, 9, 9), by=by)
    assert new.due_on == date(2021, 9, 29)


def test_a_complaint_of_june_2026_accepted_in_july_keeps_both_laws(ward, clerk):
    """Received under the law of 2011 (10 days), accepted under 155/2026/NĐ-CP, Điều 10 in force from 01/07/2026."""
    by = ward.viewer(clerk)
    one = received(by, on=date(2026, 6, 29))
    assert one.next_due_on == date(2026, 7, 9)
    one = done(one, "accept", date(2026, 7, 6), by=by)
    assert one.due_on == date(2026, 8, 5)
    assert {"2026-06-29", "2026-07-06", "complaint.suspension.running@2026-07-01"} <= set(
        kept_names(one.law_kept)
    )


def test_what_an_act_renews_for_running_cases_is_kept_too(ward, clerk, correct):
    """155/2026/NĐ-CP, Điều 22: suspension of running complaints follows it; its values stay as they were."""
    by = ward.viewer(clerk)
    one = done(received(by, on=date(2026, 6, 15)), "accept", date(2026, 6, 22), by=by)
    one = done(one, "suspend", date(2026, 7, 13), by=by)
    assert (one.next_clock, one.next_due_on) == ("complaint.suspension.send", date(2026, 7, 16))
    correct("complaint.suspension.send", "1")
    project(one, at=now(), why="calendar")
    one.refresh_from_db()
    assert one.next_due_on == date(2026, 7, 16)


def test_a_day_voided_and_written_anew_takes_the_law_of_the_new_day(ward, clerk):
    from chuan.petitions.actions.recording import void

    by = ward.viewer(clerk)
    one = done(received(by, on=date(2026, 6, 22)), "accept", date(2026, 6, 29), by=by)
    void(one.events.get(verb="accept"), "ghi nhầm ngày", by=by, at=now())
    one = done(one, "accept", date(2026, 7, 1), by=by)
    assert one.due_on == date(2026, 7, 31)
    assert "2026-07-01" in kept_names(one.law_kept)


def test_a_mixed_letter_has_no_law_until_it_is_split(ward, clerk):
    assert received(ward.viewer(clerk), "mixed").law_kept == ""
