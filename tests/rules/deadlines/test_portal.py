"""The national portal's own verdict, kept apart from the lawful one (description of the index of QĐ 766/QĐ-TTg)."""

from __future__ import annotations

from datetime import timedelta

from chuan.rules.deadlines import PortalState, Supplement, portal_verdict, tell
from tests.rules.deadlines.office import at, step

PROMISED = at("05-11 17:00")


def verdict(*steps, promised=PROMISED, now="06-01 08:00"):
    told = (step("received", "05-04 10:00"), *(step(*one) for one in steps))
    story = tell(told, supplement=Supplement.RESTART, competent_start=True)
    return portal_verdict(story, promised, at=at(now))


def test_finished_by_the_promised_date_is_on_time():
    assert verdict(("finished", "05-11 17:00")).state is PortalState.ON_TIME
    assert verdict(("finished", "05-11 17:01")).state is PortalState.OVERDUE


def test_the_time_of_a_supplement_is_subtracted():
    found = verdict(("asked", "05-06 09:00"), ("supplied", "05-10 09:00"), ("finished", "05-14 16:00"))
    assert (found.state, found.subtracted) == (PortalState.ON_TIME, timedelta(days=4))


def test_a_second_request_is_overdue_whatever_the_dates():
    steps = (
        ("asked", "05-05 09:00"),
        ("supplied", "05-05 10:00"),
        ("asked", "05-05 11:00"),
        ("supplied", "05-05 12:00"),
    )
    found = verdict(*steps, ("finished", "05-06 09:00"))
    assert found.state is PortalState.OVERDUE
    assert "hơn một lần" in found.why


def test_an_applicant_who_never_came_back_ends_it_on_the_day_of_the_request():
    found = verdict(("asked", "05-06 09:00"), now="07-01 08:00")
    assert (found.state, found.end) == (PortalState.ON_TIME, at("05-06 09:00"))


def test_a_request_made_again_while_waiting_counts_from_the_first():
    found = verdict(("asked", "05-05 09:00"), ("asked", "05-06 09:00"), ("supplied", "05-07 09:00"))
    assert found.subtracted == timedelta(days=2)


def test_running_cases_are_judged_by_the_moment_of_looking():
    assert verdict(now="05-10 08:00").state is PortalState.ON_TIME
    assert verdict(now="05-12 08:00").state is PortalState.OVERDUE


def test_a_withdrawn_case_ends_with_the_withdrawal():
    assert verdict(("withdrawn", "05-06 09:00")).end == at("05-06 09:00")


def test_without_a_promised_date_nothing_is_judged():
    assert verdict(("finished", "05-06 09:00"), promised=None).state is PortalState.UNKNOWN
