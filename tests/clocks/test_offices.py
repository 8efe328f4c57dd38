"""The calendar and the law of one office: the national proposal with what the unit set by its documents."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.utils import timezone

from chuan.clocks import offices
from chuan.clocks.models import CalendarDay, CalendarYear
from chuan.clocks.offices import calendar_of, law_of, office_of
from chuan.law.calendars import national_calendar, proposal_digest
from chuan.people.models import UnitSetting
from chuan.rules.deadlines import Supplement
from chuan.rules.refusals.clocks import LawNotHeld
from chuan.rules.types import Citation, Sure
from chuan.rules.working_time import Hours
from tests.people import Ward, at

NOTICE = "Công văn 12/UBND-VP ngày 05/01/2026"


def a_day(ward: Ward, text: str, *, counts: bool, version: int = 1, **more) -> CalendarDay:
    fields = {
        "kind": "on" if counts else "off",
        "why": "theo thông báo",
        "citation": NOTICE,
        "recorded_at": timezone.now(),
    } | more
    return CalendarDay.objects.create(
        unit=ward.unit, day=date.fromisoformat(text), counts=counts, version=version, **fields
    )


def setting(ward: Ward, key: str, value: str, since: str, version: int = 1) -> UnitSetting:
    return UnitSetting.objects.create(
        unit=ward.unit,
        key=key,
        value=value,
        valid_from=date.fromisoformat(since),
        version=version,
        citation=NOTICE,
    )


def test_an_office_that_set_nothing_has_the_national_proposal(ward: Ward):
    assert calendar_of(ward.unit) == national_calendar()


def test_an_own_day_stands_before_the_proposal(ward: Ward):
    a_day(ward, "2026-06-08", counts=False, why="nghỉ ngày hội của phường")
    day = calendar_of(ward.unit).day(date(2026, 6, 8))
    assert (day.counts, day.why, day.source, day.sure) == (
        False, "nghỉ ngày hội của phường", Citation(number=NOTICE), Sure.READ,
    )  # fmt: skip


def test_another_wards_day_changes_nothing_here(ward: Ward, other_ward: Ward):
    a_day(other_ward, "2026-06-08", counts=False)
    assert calendar_of(ward.unit).day(date(2026, 6, 8)).counts


def test_the_last_version_of_a_day_stands(ward: Ward):
    a_day(ward, "2026-06-08", counts=False)
    a_day(ward, "2026-06-08", counts=True, version=2, why="không nghỉ nữa")
    assert calendar_of(ward.unit).day(date(2026, 6, 8)).why == "không nghỉ nữa"


def test_before_a_notice_the_version_known_then_stands(ward: Ward):
    a_day(ward, "2026-06-08", counts=False, known_since=date(2026, 3, 1))
    a_day(ward, "2026-06-08", counts=True, version=2, known_since=date(2026, 5, 1))
    calendar = calendar_of(ward.unit)
    known = [calendar.known_by(date(2026, month, 15)).day(date(2026, 6, 8)).counts for month in (2, 4, 5)]
    assert known == [True, False, True]


def test_a_half_day_has_its_own_hours(ward: Ward):
    a_day(ward, "2026-02-13", counts=True, spans="07:30-11:30")
    assert calendar_of(ward.unit).day(date(2026, 2, 13)).spans == (Hours(450, 690),)


def test_a_counter_may_open_on_a_day_that_does_not_count(ward: Ward):
    a_day(ward, "2026-06-06", counts=False, spans="07:30-11:00")
    day = calendar_of(ward.unit).day(date(2026, 6, 6))
    assert (day.counts, day.opens) == (False, True)


def test_own_hours_hold_from_their_day_on(ward: Ward):
    setting(ward, offices.HOURS, "07:00-11:30,13:30-17:00", "2026-04-16")
    calendar = calendar_of(ward.unit)
    assert calendar.day(date(2026, 4, 15)).spans[0] == Hours(450, 690)
    assert calendar.day(date(2026, 4, 16)).spans[0] == Hours(420, 690)
    assert calendar.hours_on(date(2026, 4, 16)).hours_source == Citation(number=NOTICE)


def test_hours_written_again_for_the_same_day_take_the_place_of_the_first(ward: Ward):
    setting(ward, offices.HOURS, "07:00-11:30,13:30-17:00", "2026-04-16")
    setting(ward, offices.HOURS, "07:00-11:00,13:00-17:00", "2026-04-16", version=2)
    assert calendar_of(ward.unit).day(date(2026, 4, 16)).spans == (Hours(420, 660), Hours(780, 1020))


def confirmed(ward: Ward, year: int, **more) -> CalendarYear:
    fields = {"proposal": proposal_digest(year), "citation": NOTICE, "recorded_at": timezone.now()} | more
    return CalendarYear.objects.create(unit=ward.unit, year=year, **fields)


def test_a_year_confirmed_says_by_whom(ward: Ward):
    confirmed(ward, 2026, confirmed_by=ward.clerk)
    calendar = calendar_of(ward.unit)
    assert calendar.day(date(2026, 3, 2)).confirmed_by == "Trần Thị Văn Phòng"
    assert calendar.day(date(2025, 3, 3)).confirmed_by == ""


def test_a_year_beyond_the_proposal_is_held_once_confirmed(ward: Ward):
    assert not calendar_of(ward.unit).day(date(2028, 3, 1)).known
    confirmed(ward, 2028)
    assert calendar_of(ward.unit).day(date(2028, 3, 1)).known


def test_a_confirmation_of_another_proposal_no_longer_holds(ward: Ward):
    """An update of the programme may bring a swap that the office has not looked at."""
    confirmed(ward, 2026, proposal="0" * 64)
    assert calendar_of(ward.unit).day(date(2026, 3, 2)).confirmed_by == ""
    confirmed(ward, 2026, version=2)
    assert calendar_of(ward.unit).day(date(2026, 3, 2)).confirmed_by == NOTICE


def test_an_unverified_value_takes_the_units_own_from_its_day(ward: Ward):
    setting(ward, "dossier.supplement", "pause", "2026-01-01")
    assert law_of(ward.unit, date(2025, 12, 31)).supplement is Supplement.RESTART
    law = law_of(ward.unit, date(2026, 1, 1))
    assert law.supplement is Supplement.PAUSE
    assert law.values["dossier.supplement"].citation == Citation(number=NOTICE)


def test_a_value_that_was_read_is_law_and_no_setting_moves_it(ward: Ward):
    """Under Nghị định 61/2018, Điều 19 khoản 4 the restart was read in the text."""
    setting(ward, "dossier.supplement", "pause", "2021-01-01")
    assert law_of(ward.unit, date(2021, 6, 1)).supplement is Supplement.RESTART


def test_the_last_version_of_a_value_stands(ward: Ward):
    setting(ward, "dossier.start.cutoff.applies", "yes", "2026-01-01")
    assert law_of(ward.unit, date(2026, 2, 2)).cutoff_applies
    setting(ward, "dossier.start.cutoff.applies", "no", "2026-01-01", version=2)
    assert not law_of(ward.unit, date(2026, 2, 2)).cutoff_applies


def test_the_cutoff_of_the_start_is_off_until_a_unit_names_its_document(ward: Ward):
    law = law_of(ward.unit, date(2026, 2, 2))
    assert (law.cutoff_applies, law.start_cutoff) == (False, time(15, 0))


def test_a_day_before_any_law_held_is_refused(ward: Ward):
    with pytest.raises(LawNotHeld, match="21/06/2018"):
        law_of(ward.unit, date(2018, 6, 20))


def test_an_answer_is_kept_until_a_row_is_added(ward: Ward, django_assert_num_queries):
    first = office_of(ward.unit)
    with django_assert_num_queries(1):
        assert office_of(ward.unit) is first
    a_day(ward, "2026-06-08", counts=False)
    assert office_of(ward.unit) is not first


def test_a_row_of_a_smaller_key_that_comes_last_is_seen(ward: Ward):
    """Two acts at once: the smaller key may be committed after the greater one."""
    a_day(ward, "2026-06-08", counts=False, id=900)
    assert calendar_of(ward.unit).day(date(2026, 6, 9)).counts
    a_day(ward, "2026-06-09", counts=False, id=800)
    assert not calendar_of(ward.unit).day(date(2026, 6, 9)).counts


def test_the_law_of_a_thousand_days_takes_one_statement(ward: Ward, django_assert_max_num_queries):
    setting(ward, "dossier.supplement", "pause", "2026-01-01")
    with django_assert_max_num_queries(5):
        office = office_of(ward.unit)
        laws = {
            office.law(date.fromordinal(date(2026, 1, 1).toordinal() + n)).supplement for n in range(1000)
        }
    assert laws == {Supplement.PAUSE}


def test_what_is_kept_of_one_unit_is_not_given_to_another(ward: Ward, other_ward: Ward):
    setting(ward, "dossier.supplement", "pause", "2026-01-01")
    on = at(2026, 3, 3).date()
    assert law_of(ward.unit, on).supplement is Supplement.PAUSE
    assert law_of(other_ward.unit, on).supplement is Supplement.RESTART
