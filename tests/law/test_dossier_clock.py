"""A dossier's dates by the law in force, other ways of counting beside them, and what has to be remarked."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.calendars import national_calendar
from chuan.law.clock_rules import dossier_law, unit_value
from chuan.law.dossier_clock import dossier_dates
from chuan.rules.deadlines import ClockUnit, Ending, PortalState
from tests.rules.deadlines.office import at, step

CALENDAR = national_calendar()
SUPPLEMENT = (("asked", "05-05 09:00"), ("supplied", "05-11 09:00"))


def reckon(
    *steps,
    law_on="2021-04-28",
    total=5,
    unit=ClockUnit.WORKING_DAY,
    received="05-04 10:00",
    own="",
    now="06-30 08:00",
):
    law = dossier_law(date.fromisoformat(law_on), dict([_own(own, law_on)]) if own else None)
    told = [
        step("received", received),
        *(step(verb, when, **more) for verb, when, *rest in steps for more in (rest or [{}])),
    ]
    return dossier_dates(law, CALENDAR, unit, total, told, at=at(now))


def _own(typed, law_on):
    key, value = unit_value(typed, date.fromisoformat(law_on))
    return key, [value]


def codes(dates):
    return [remark.code for remark in dates.remarks]


def rules(dates):
    return {one.rule: one.due.date() if one.due else None for one in dates.alternatives}


def test_a_plain_case_has_four_dates_and_no_other_answer():
    dates = reckon(("finished", "05-10 09:00"))
    assert dates.reading.lawful_due == dates.first_promise == at("05-11 17:00")
    assert (dates.reading.appointment, dates.alternatives) == (None, ())
    assert (dates.outcome.ending, dates.outcome.days) == (Ending.EARLY, 1)
    assert dates.transfer_due == at("05-04 17:00")
    assert codes(dates) == ["calendar_unconfirmed"]


def test_received_after_fifteen_shows_what_a_cutoff_would_give():
    dates = reckon(received="05-04 15:30")
    assert dates.reading.lawful_due == at("05-11 17:00")
    assert list(rules(dates).values()) == [date(2021, 5, 12)]
    assert dates.transfer_due == at("05-05 07:30")


def test_a_unit_that_names_its_document_gets_the_cutoff_and_sees_the_date_without_it():
    dates = reckon(received="05-04 15:30", own="dossier.start.cutoff.applies=yes; 5/QĐ-UBND")
    assert dates.reading.lawful_due == at("05-12 17:00")
    assert rules(dates) == {"không dùng giờ chốt 15:00 cho ngày bắt đầu": date(2021, 5, 11)}


def test_under_the_law_that_was_read_a_supplement_has_one_answer():
    dates = reckon(*SUPPLEMENT)
    assert dates.reading.lawful_due == at("05-18 17:00")
    assert dates.alternatives == ()
    assert "law_unverified" not in codes(dates)


def test_under_the_law_nobody_read_the_other_answer_stands_beside():
    dates = reckon(*SUPPLEMENT, law_on="2025-07-01")
    assert dates.reading.lawful_due == at("05-18 17:00")
    assert rules(dates) == {"bổ sung xong thì tính tiếp, không tính lại từ đầu": date(2021, 5, 17)}
    assert "law_unverified" in codes(dates)


def test_a_unit_with_a_document_for_the_pause_sees_the_restart_beside():
    dates = reckon(*SUPPLEMENT, law_on="2025-07-01", own="dossier.supplement=pause; 5/QĐ-UBND")
    assert dates.reading.lawful_due == at("05-17 17:00")
    assert rules(dates) == {"bổ sung xong thì tính lại từ đầu": date(2021, 5, 18)}
    assert "law_unverified" not in codes(dates)


def test_time_at_another_agency_counts_and_the_other_answer_is_shown():
    out = (("sent_out", "05-05 09:00"), ("came_back", "05-10 09:00"))
    dates = reckon(*out)
    assert dates.reading.lawful_due == at("05-11 17:00")
    assert list(rules(dates).values()) == [date(2021, 5, 14)]
    alone = reckon(*out, own="dossier.counted=office; 5/QĐ-UBND")
    assert alone.reading.lawful_due == at("05-14 17:00")
    assert list(rules(alone).values()) == [date(2021, 5, 11)]


def test_the_start_of_a_dossier_handed_in_elsewhere_depends_on_the_law_of_the_day():
    """Nghị định 118/2025/NĐ-CP, Điều 17.3 para 2."""
    second = ("received", "05-06 09:00")
    new, old = reckon(second, law_on="2026-08-05"), reckon(second, law_on="2021-04-28")
    assert (new.reading.lawful_due, old.reading.lawful_due) == (at("05-13 17:00"), at("05-11 17:00"))
    assert new.alternatives == ()
    assert rules(old) == {"tính từ khi cơ quan có thẩm quyền nhận được hồ sơ": date(2021, 5, 13)}
    assert "second_receipt" in codes(old)


def test_a_start_named_by_the_unit_shows_the_other():
    dates = reckon(("received", "05-06 09:00"), own="dossier.start=competent_body; 5/QĐ-UBND")
    assert dates.reading.lawful_due == at("05-13 17:00")
    assert rules(dates) == {"tính từ lần tiếp nhận đầu": date(2021, 5, 11)}


def test_asked_after_the_due_date_shows_what_a_restart_would_have_given():
    dates = reckon(("asked", "05-14 09:00"), ("supplied", "05-17 09:00"), ("finished", "05-20 09:00"))
    assert dates.reading.lawful_due == at("05-11 17:00")
    assert (dates.outcome.ending, dates.outcome.days) == (Ending.LATE, 7)
    assert rules(dates) == {"tính lại từ đầu cả khi yêu cầu bổ sung sau hạn": date(2021, 5, 24)}
    assert "moved_after_due" in codes(dates)


def test_the_portal_judges_apart():
    dates = reckon(("asked", "05-05 09:00"), ("supplied", "05-20 09:00"), ("finished", "05-27 16:00"))
    assert dates.outcome.ending is Ending.ON_TIME
    assert dates.portal.state is PortalState.OVERDUE


def test_a_calendar_that_changed_after_the_promise_shows_both_dates():
    """12729/VPCP-KGVX of 25/12/2025 took 2/1/2026 away: promised 6/1, now due 7/1."""
    dates = reckon(received="2025-12-24 09:00", law_on="2025-12-24", total=8, now="2026-01-30 08:00")
    assert dates.first_promise == at("2026-01-06 17:00")
    assert dates.reading.lawful_due == at("2026-01-07 17:00")
    changed = next(remark for remark in dates.remarks if remark.code == "calendar_changed")
    assert "06/01/2026" in changed.text
    assert "07/01/2026" in changed.text


def test_a_notice_that_takes_a_day_and_gives_one_back_moves_nothing():
    """The same swap, seen from a period that ends after the worked Saturday of 10/1/2026."""
    dates = reckon(received="2025-12-24 09:00", law_on="2025-12-24", total=12, now="2026-01-30 08:00")
    assert dates.first_promise == dates.reading.lawful_due == at("2026-01-12 17:00")
    assert "calendar_changed" not in codes(dates)


def test_a_year_that_is_not_held_says_what_to_enter():
    dates = reckon(received="2027-12-29 09:00", law_on="2027-12-29", now="2027-12-30 08:00")
    assert (dates.reading.lawful_due, dates.first_promise, dates.alternatives) == (None, None, ())
    assert "năm 2028" in next(remark.text for remark in dates.remarks if remark.code == "calendar_missing")


def test_hours_rest_on_office_hours_that_nobody_confirmed():
    assert "hours_unverified" in codes(reckon(unit=ClockUnit.WORKING_HOUR))
    assert "hours_unverified" not in codes(reckon())


def test_a_request_made_later_than_three_working_days_is_remarked():
    """Nghị định 61/2018/NĐ-CP, Điều 19.4."""
    assert "asked_doubtful" not in codes(reckon(("asked", "05-07 09:00"), total=10))
    assert "asked_doubtful" in codes(reckon(("asked", "05-10 09:00"), total=10))


def test_a_request_before_the_clock_starts_cannot_be_late():
    steps = (("asked", "05-10 09:00"), ("supplied", "05-11 09:00"), ("received", "05-12 09:00"))
    assert "asked_doubtful" not in codes(reckon(*steps, law_on="2026-08-05"))


def test_a_prolongation_without_an_apology_is_remarked():
    longer = ("prolonged", "05-06 09:00", {"amount": 3})
    sorry = ("apologised", "05-06 09:00", {"until": date(2021, 5, 14)})
    assert {"prolonged_doubtful", "law_unverified"} <= set(codes(reckon(longer)))
    assert "prolonged_doubtful" not in codes(reckon(longer, sorry))


@pytest.mark.parametrize(
    ("until", "said"), [("2021-05-15", True), ("2021-05-14", False), ("2029-05-13", False)]
)
def test_a_new_date_on_a_day_off_is_remarked(until: str, said: bool):
    dates = reckon(("apologised", "05-06 09:00", {"until": date.fromisoformat(until)}))
    assert ("apologised_doubtful" in codes(dates)) is said


def test_a_withdrawal_has_no_outcome_but_a_late_one_is_remarked():
    early, late = reckon(("withdrawn", "05-06 09:00")), reckon(("withdrawn", "05-20 09:00"))
    assert early.outcome is late.outcome is None
    assert "withdrawn_doubtful" not in codes(early)
    assert "withdrawn_doubtful" in codes(late)
    assert late.reading.state == "ended"


def test_a_withdrawal_before_the_start_is_not_late():
    assert "withdrawn_doubtful" not in codes(
        reckon(
            ("received", "05-20 09:00"),
            ("withdrawn", "05-21 09:00"),
            law_on="2026-08-05",
            now="05-30 08:00",
            total=1,
        )
    )


def test_steps_after_the_moment_of_looking_have_not_happened():
    dates = reckon(("asked", "05-05 09:00"), now="05-04 18:00")
    assert (dates.reading.state, dates.reading.lawful_due) == ("running", at("05-11 17:00"))


def test_the_same_dossier_under_old_and_new_law_differs_only_where_the_law_does():
    plain_old, plain_new = reckon(), reckon(law_on="2026-08-05")
    assert plain_old.reading.lawful_due == plain_new.reading.lawful_due
    assert plain_old.transfer_due == plain_new.transfer_due
    old, new = reckon(*SUPPLEMENT), reckon(*SUPPLEMENT, law_on="2026-08-05")
    assert old.reading.lawful_due == new.reading.lawful_due
    assert (len(old.alternatives), len(new.alternatives)) == (0, 1)
