"""Stories that are easy to judge wrongly: the portal's four clocks, a transfer, a suspension, an impossible one."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.petitions.judging import Line, Told, clocks_at, judge
from chuan.petitions.lawful import bench_of
from tests.petitions.made import done, now, received

pytestmark = pytest.mark.django_db


def dues(one, ward):
    """Due day by clock of a petition as it stands."""
    from chuan.petitions.events import standing_events
    from chuan.petitions.stories import told_of

    dates, _odd = clocks_at(told_of(one, standing_events(one)), bench_of(ward.unit), at=now())
    return {each.clock.key: each.reading.lawful_due_on for each in dates}


def test_feedback_by_the_portal_has_four_clocks_each_of_its_own(ward, clerk):
    """766/QĐ-TTg: reject in 2, ask in 5, handle in 15, publish in 2 working days."""
    by = ward.viewer(clerk)
    one = received(by, "feedback", date(2026, 7, 6), channel="portal")
    assert dues(one, ward) == {
        "feedback.reject": date(2026, 7, 8),
        "feedback.ask": date(2026, 7, 13),
        "feedback.handle": date(2026, 7, 27),
    }
    one = done(one, "accept", date(2026, 7, 7), by=by)
    assert (one.next_clock, one.due_on) == ("feedback.handle", date(2026, 7, 27))
    one = done(one, "answer", date(2026, 7, 20), by=by)
    assert (one.next_clock, one.next_due_on, one.outcome) == (
        "feedback.publish",
        date(2026, 7, 22),
        "early",
    )
    one = done(one, "publish", date(2026, 7, 21), by=by)
    assert (one.next_due_on, one.status) == (None, "published")


def test_feedback_transferred_here_counts_anew_from_the_transfer(ward, clerk):
    by = ward.viewer(clerk)
    one = received(by, "feedback", date(2026, 7, 6), channel="portal")
    one = done(one, "transfer", date(2026, 7, 10), by=by)
    assert dues(one, ward)["feedback.handle"] == date(2026, 7, 31)


def test_a_suspension_stops_the_clock_and_resuming_goes_on_where_it_stood(ward, clerk):
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    one = done(one, "suspend", date(2021, 9, 15), by=by)
    assert (one.status, one.due_on) == ("suspended", None)
    one = done(one, "resume", date(2021, 9, 25), by=by)
    assert one.due_on == date(2021, 10, 20)


@pytest.mark.parametrize(
    "lines",
    [
        [Line("decide", date(2021, 9, 20), ours=False)],
        [Line("receive", date(2021, 9, 6), ours=False), Line("decide", date(2021, 9, 1), ours=False)],
        [Line("receive", date(2021, 9, 6), ours=False), Line("decide", date(2021, 9, 20), ours=False)],
    ],
)
def test_an_impossible_story_stands_as_odd_and_no_figure_judges_it(ward, lines):
    told = Told(kind="complaint", channel="post", lines=lines, listed=True)
    stands = judge(told, bench_of(ward.unit), at=now())
    assert stands.odd
    assert (stands.outcome, stands.due_on) == ("", None)
