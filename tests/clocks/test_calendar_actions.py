"""The office's calendar changed: by whom, by which document, and what it moves."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from chuan.clocks import actions
from chuan.clocks.day_checks import DayWanted, days_off
from chuan.clocks.models import CalendarDay, CalendarYear
from chuan.clocks.offices import calendar_of, law_of
from chuan.clocks.swaps import Swap
from chuan.law.calendars import national_calendar
from chuan.offers import calendars
from chuan.people.models import UnitSetting
from chuan.people.refusals import CitationMissing
from chuan.rules.deadlines import Supplement
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.working_time import DayKind, Hours
from chuan.trail.models import Detail, Entry
from tests.examine import open_page, sign_in
from tests.people import Ward

NOTICE = "Thông báo 9441/TB-BNV ngày 16/10/2025"
DAY = date(2026, 6, 8)  # a Monday


@pytest.fixture(autouse=True)
def moved(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Rooms that recompute: one, which moves seven due dates each time."""
    asked: list[datetime] = []

    def seven(unit: object, at: datetime) -> int:
        asked.append(at)
        return 7

    monkeypatch.setattr(calendars, "_recomputers", [seven])
    return asked


def doing(ward: Ward, who: str = "clerk") -> dict:
    now = timezone.now()
    return {"by": ward.viewer(getattr(ward, who), timezone.localdate(now)), "at": now}


def set_days(ward: Ward, *wanted: DayWanted, citation: str = NOTICE, known_since: date | None = None) -> int:
    return actions.set_days(ward.unit, wanted, citation=citation, known_since=known_since, **doing(ward))


def off(day: date, why: str = "nghỉ tránh bão") -> DayWanted:
    return DayWanted(day, DayKind.OFF, why)


def trail() -> Entry:
    return Entry.objects.get()


# Confirming


def test_a_year_is_confirmed_by_naming_the_notice(ward: Ward, moved: list[datetime]):
    assert actions.confirm_year(ward.unit, 2026, citation=NOTICE, **doing(ward)) == 7
    row = CalendarYear.objects.get()
    assert (row.year, row.version, row.citation, row.confirmed_by) == (2026, 1, NOTICE, ward.clerk)
    assert calendar_of(ward.unit).day(DAY).confirmed_by == "Trần Thị Văn Phòng"
    assert len(moved) == 1
    assert trail().verb == "calendar.confirm"
    assert '"moved":7' in Detail.objects.get().body.replace(" ", "")


@pytest.mark.parametrize("citation", ["", "   ", "TB"])
def test_a_year_is_not_confirmed_without_a_notice(ward: Ward, citation: str):
    with pytest.raises(CitationMissing):
        actions.confirm_year(ward.unit, 2026, citation=citation, **doing(ward))
    assert not CalendarYear.objects.exists()


def test_a_year_confirmed_again_by_a_later_notice_gets_a_new_version(ward: Ward):
    actions.confirm_year(ward.unit, 2026, citation=NOTICE, **doing(ward))
    actions.confirm_year(ward.unit, 2026, citation="Công văn 12729/VPCP-KGVX", **doing(ward))
    assert list(CalendarYear.objects.order_by("version").values_list("citation", flat=True)) == [
        NOTICE, "Công văn 12729/VPCP-KGVX",
    ]  # fmt: skip


def test_the_same_confirmation_twice_is_refused(ward: Ward):
    actions.confirm_year(ward.unit, 2026, citation=NOTICE, **doing(ward))
    with pytest.raises(Refused, match="đã được xác nhận"):
        actions.confirm_year(ward.unit, 2026, citation=f"  {NOTICE} ", **doing(ward))


def test_a_year_without_its_holidays_is_not_confirmed(ward: Ward):
    """A holiday table is missing: nobody guesses it."""
    with pytest.raises(Refused, match="mới có 0 ngày làm việc được nghỉ; luật định mỗi năm ít nhất 11 ngày"):
        actions.confirm_year(ward.unit, 2028, citation=NOTICE, **doing(ward))


def test_a_year_is_confirmed_once_its_holidays_are_entered(ward: Ward):
    holidays = [
        "2028-01-03", "2028-01-25", "2028-01-26", "2028-01-27", "2028-01-28", "2028-01-31", "2028-04-04",
        "2028-05-01", "2028-05-02", "2028-09-01", "2028-09-04",
    ]  # fmt: skip
    wanted = [DayWanted(date.fromisoformat(day), DayKind.HOLIDAY, "nghỉ lễ") for day in holidays]
    set_days(ward, *wanted[:-1])
    with pytest.raises(Refused, match="mới có 10 ngày"):
        actions.confirm_year(ward.unit, 2028, citation=NOTICE, **doing(ward))
    set_days(ward, wanted[-1])
    actions.confirm_year(ward.unit, 2028, citation=NOTICE, **doing(ward))
    assert calendar_of(ward.unit).day(date(2028, 3, 1)).known


@pytest.mark.parametrize("year", [2017, 2060, 0, 9999])
def test_a_year_out_of_reach_is_refused(ward: Ward, year: int):
    with pytest.raises(Refused, match="Chọn một năm từ 2018 đến"):
        actions.confirm_year(ward.unit, year, citation=NOTICE, **doing(ward))


@pytest.mark.parametrize("year", range(2021, 2028))
def test_every_proposed_year_has_the_days_off_of_the_law(year: int):
    """Điều 112 khoản 1: eleven, and from 2026 the twelfth of Nghị quyết 28/2026/QH16."""
    assert days_off(national_calendar(), year) == (11 if year < 2026 else 12)


# Days


def test_a_day_off_is_written_with_its_notice_and_known_since(ward: Ward):
    known = date(2026, 6, 5)
    assert set_days(ward, off(DAY), known_since=known) == 7
    row = CalendarDay.objects.get()
    assert (row.version, row.why, row.citation, row.known_since, row.confirmed_by) == (
        1, "nghỉ tránh bão", NOTICE, known, ward.clerk,
    )  # fmt: skip
    calendar = calendar_of(ward.unit)
    assert not calendar.day(DAY).counts
    assert calendar.known_by(date(2026, 6, 4)).day(DAY).counts


def test_an_older_row_is_never_edited(ward: Ward):
    set_days(ward, off(DAY))
    set_days(ward, DayWanted(DAY, DayKind.ON, "bão đổi hướng, làm việc bình thường"))
    assert list(CalendarDay.objects.order_by("version").values_list("counts", flat=True)) == [False, True]
    with pytest.raises(DatabaseError), transaction.atomic():
        CalendarDay.objects.filter(version=1).update(why="x")


def test_several_days_are_one_act(ward: Ward, moved: list[datetime]):
    set_days(ward, *(off(date(2026, 6, day)) for day in (8, 9, 10)))
    assert CalendarDay.objects.count() == 3
    assert len(moved) == 1
    assert trail().verb == "calendar.set_days"


def test_a_half_day_counts_with_its_own_hours(ward: Ward):
    set_days(ward, DayWanted(date(2026, 2, 13), DayKind.HALF, "tất niên", "07:30 - 11:30"))
    day = calendar_of(ward.unit).day(date(2026, 2, 13))
    assert (day.counts, day.spans, day.kind) == (True, (Hours(450, 690),), DayKind.HALF)


def test_a_counter_open_on_saturday_does_not_make_it_a_working_day(ward: Ward):
    set_days(ward, DayWanted(date(2026, 6, 6), DayKind.COUNTER, "trực quầy", "07:30-11:00"))
    day = calendar_of(ward.unit).day(date(2026, 6, 6))
    assert (day.counts, day.opens) == (False, True)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ([], "no_days"),
        ([off(DAY, "  ")], "day_without_reason"),
        ([off(DAY), off(DAY)], "day_twice"),
        ([DayWanted(DAY, DayKind.HALF, "nửa ngày")], "hours_missing"),
        ([DayWanted(DAY, DayKind.HALF, "nửa ngày", "sáng")], "hours_unreadable"),
        ([DayWanted(DAY, DayKind.HALF, "nửa ngày", "11:30-07:30")], "hours_unreadable"),
        ([DayWanted(DAY, DayKind.HALF, "nửa ngày", "07:30-11:30,11:00-17:00")], "hours_unreadable"),
        ([DayWanted(DAY, DayKind.COUNTER, "trực quầy", "")], "hours_missing"),
        ([off(date(2017, 6, 8))], "year_out_of_reach"),
        ([off(date.fromordinal(DAY.toordinal() + n)) for n in range(32)], "too_many_days"),
        ([DayWanted(DAY, DayKind.ON, "ngày làm việc")], "nothing_changes"),
    ],
)
def test_bad_days_are_refused_with_a_sentence_and_nothing_is_written(
    ward: Ward, moved: list[datetime], wanted: list[DayWanted], code: str
):
    with pytest.raises(Refused) as refused:
        set_days(ward, *wanted)
    assert refused.value.code == code
    assert not CalendarDay.objects.exists()
    assert not moved
    assert not Entry.objects.exists()


def test_a_notice_dated_tomorrow_is_refused(ward: Ward):
    with pytest.raises(Refused, match="muộn hơn hôm nay"):
        set_days(ward, off(DAY), known_since=date(2099, 1, 1))


def test_days_without_a_document_are_refused(ward: Ward):
    with pytest.raises(CitationMissing):
        set_days(ward, off(DAY), citation=" ")


# Swaps


def test_a_swap_is_two_rows_of_one_notice(ward: Ward):
    swap = Swap(date(2027, 4, 29), date(2027, 5, 8))
    assert actions.swap_days(ward.unit, swap, citation=NOTICE, known_since=None, **doing(ward)) == 7
    calendar = calendar_of(ward.unit)
    one, two = calendar.day(swap.off), calendar.day(swap.worked)
    assert (one.counts, one.why) == (False, "nghỉ hoán đổi, làm bù 08/05/2027")
    assert (two.counts, two.why) == (True, "làm bù cho ngày nghỉ 29/04/2027")
    assert two.spans == (Hours(450, 690), Hours(780, 1020))


@pytest.mark.parametrize(
    ("off_on", "worked_on", "says"),
    [
        ("2026-06-08", "2026-06-09", "09/06/2026 không phải ngày nghỉ hằng tuần"),  # two working days
        ("2026-06-06", "2026-06-13", "06/06/2026 không phải ngày làm việc"),  # two days off
        ("2026-06-08", "2026-06-08", "08/06/2026 không phải ngày nghỉ hằng tuần"),  # one day
        ("2026-04-30", "2026-05-09", "30/04/2026 không phải ngày làm việc"),  # a holiday already
        ("2026-08-22", "2026-08-29", "22/08/2026 không phải ngày làm việc"),  # a Saturday worked by a swap
        ("2026-06-08", "2026-08-22", "22/08/2026 không phải ngày nghỉ hằng tuần"),  # worked already
        ("2026-09-03", "2026-09-02", "02/09/2026 không phải ngày nghỉ hằng tuần"),  # a holiday is not worked
        ("2021-04-29", "2021-05-01", "01/05/2021 không phải ngày nghỉ hằng tuần"),  # a holiday on Saturday
        ("2026-06-08", "2026-12-26", "cách nhau quá 62 ngày"),
    ],
)
def test_a_swap_that_is_none_is_refused(ward: Ward, off_on: str, worked_on: str, says: str):
    swap = Swap(date.fromisoformat(off_on), date.fromisoformat(worked_on))
    with pytest.raises(Refused, match=says):
        actions.swap_days(ward.unit, swap, citation=NOTICE, known_since=None, **doing(ward))
    assert not CalendarDay.objects.exists()


# Hours


def test_hours_are_set_from_a_day_on(ward: Ward, moved: list[datetime]):
    since = date(2026, 4, 16)
    actions.set_hours(
        ward.unit, "07:00-11:30, 13:30-17:00", valid_from=since, citation="QĐ 12/QĐ-UBND", **doing(ward)
    )
    row = UnitSetting.objects.get()
    assert (row.key, row.value, row.version) == ("office.hours", "07:00-11:30,13:30-17:00", 1)
    assert calendar_of(ward.unit).day(since).spans[0] == Hours(420, 690)
    assert len(moved) == 1


def test_hours_written_wrong_are_mended_by_a_new_version(ward: Ward):
    given = {"valid_from": date(2026, 4, 16), "citation": "QĐ 12/QĐ-UBND"}
    actions.set_hours(ward.unit, "07:00-11:30,13:30-17:00", **given, **doing(ward))
    actions.set_hours(ward.unit, "07:00-11:00,13:00-17:00", **given, **doing(ward))
    assert list(UnitSetting.objects.order_by("version").values_list("version", flat=True)) == [1, 2]
    with pytest.raises(Refused, match="không có gì thay đổi"):
        actions.set_hours(ward.unit, "07:00-11:00,13:00-17:00", **given, **doing(ward))


@pytest.mark.parametrize("hours", ["", "sáng chiều", "7h-11h", "11:30-07:30", "07:30-25:00"])
def test_hours_that_cannot_be_read_are_refused(ward: Ward, hours: str):
    with pytest.raises(Refused, match="Viết các buổi nối tiếp nhau"):
        actions.set_hours(ward.unit, hours, valid_from=DAY, citation="QĐ 12/QĐ-UBND", **doing(ward))


# The unit's own values


def set_law(
    ward: Ward, key: str, value: str, since: date, citation: str = "QĐ 9/2026/QĐ-UBND", who: str = "chairman"
):
    return actions.set_law_value(
        ward.unit, key, value, valid_from=since, citation=citation, **doing(ward, who)
    )


def test_an_unverified_value_is_replaced_by_the_units_own(ward: Ward):
    assert set_law(ward, "dossier.supplement", "pause", date(2026, 1, 1)) == 7
    law = law_of(ward.unit, date(2026, 1, 1))
    assert law.supplement is Supplement.PAUSE
    assert law.values["dossier.supplement"].citation.number == "QĐ 9/2026/QĐ-UBND"
    assert trail().verb == "law.set_value"


def test_what_the_act_says_is_no_setting(ward: Ward):
    """Nghị định 61/2018, Điều 19 khoản 4 was read: the restart is law."""
    with pytest.raises(Refused, match=r"61/2018/NĐ-CP quy định nên đơn vị không đặt riêng được"):
        set_law(ward, "dossier.supplement", "pause", date(2021, 1, 1))


@pytest.mark.parametrize(
    "key", ["dossier.day_zero", "dossier.transfer.cutoff", "portal.on_time", "mật khẩu", ""]
)
def test_other_keys_are_no_settings(ward: Ward, key: str):
    with pytest.raises(Refused, match="không đặt riêng được"):
        set_law(ward, key, "no", date(2026, 1, 1))


def test_a_value_the_rule_cannot_take_is_refused(ward: Ward):
    with pytest.raises(Refused, match="Chọn một trong các cách ghi sẵn"):
        set_law(ward, "dossier.supplement", "stop", date(2026, 1, 1))


def test_a_value_needs_its_document(ward: Ward):
    with pytest.raises(CitationMissing):
        set_law(ward, "dossier.supplement", "pause", date(2026, 1, 1), citation="")


def test_a_day_before_any_law_held_is_refused(ward: Ward):
    with pytest.raises(Refused, match="21/06/2018"):
        set_law(ward, "dossier.supplement", "pause", date(2018, 1, 1))


# The trail tells it in words


def test_the_trail_tells_what_was_written_in_words(client: Client, ward: Ward):
    swap = Swap(date(2027, 4, 29), date(2027, 5, 8))
    actions.swap_days(ward.unit, swap, citation=NOTICE, known_since=None, **doing(ward))
    set_law(ward, "dossier.supplement", "pause", date(2026, 1, 1))
    page = open_page(sign_in(client, ward.chairman), "/nhat-ky/")
    assert "Sửa ngày trong lịch" in page.text
    assert (
        "29/04/2027 nghỉ hoán đổi: nghỉ hoán đổi, làm bù 08/05/2027; "
        "08/05/2027 làm bù: làm bù cho ngày nghỉ 29/04/2027" in page.text
    )
    assert "Đặt quy định riêng của đơn vị" in page.text
    assert "Khi đã bổ sung đủ hồ sơ: tính lại từ đầu hay tính tiếp: tính tiếp phần còn lại" in page.text
    assert "Số hạn đã đổi: 7" in page.text


# Who may


@pytest.mark.parametrize("who", ["one_stop", "specialist", "auditor", "secretary"])
def test_others_may_look_but_not_change_the_calendar(ward: Ward, who: str):
    with pytest.raises(NotAllowed, match="Chủ tịch hoặc Công chức văn phòng hoặc Quản trị"):
        actions.confirm_year(ward.unit, 2026, citation=NOTICE, **doing(ward, who))
    with pytest.raises(NotAllowed):
        actions.set_day(ward.unit, off(DAY), citation=NOTICE, known_since=None, **doing(ward, who))


@pytest.mark.parametrize("who", ["clerk", "one_stop"])
def test_only_the_chairman_and_the_administrator_set_law_values(ward: Ward, who: str):
    with pytest.raises(NotAllowed, match="Chủ tịch hoặc Quản trị"):
        set_law(ward, "dossier.supplement", "pause", date(2026, 1, 1), who=who)


def test_another_wards_calendar_is_not_found(ward: Ward, other_ward: Ward):
    asked = {"citation": NOTICE, **doing(ward, "chairman")}
    with pytest.raises(NotFound):
        actions.confirm_year(other_ward.unit, 2026, **asked)
    with pytest.raises(NotFound):
        actions.set_days(other_ward.unit, [off(DAY)], known_since=None, **asked)
    with pytest.raises(NotFound):
        actions.set_hours(other_ward.unit, "07:00-11:00", valid_from=DAY, **asked)
    with pytest.raises(NotFound):
        actions.set_law_value(other_ward.unit, "dossier.supplement", "pause", valid_from=DAY, **asked)


def test_an_act_that_fails_while_recomputing_leaves_the_calendar_as_it_was(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    def breaks(unit: object, at: datetime) -> int:
        raise RuntimeError("power cut")

    monkeypatch.setattr(calendars, "_recomputers", [breaks])
    with pytest.raises(RuntimeError):
        set_days(ward, off(DAY))
    assert calendar_of(ward.unit).day(DAY).counts
    assert not CalendarDay.objects.exists()


def test_rooms_see_the_new_calendar_while_they_recompute(ward: Ward, monkeypatch: pytest.MonkeyPatch):
    seen = []
    monkeypatch.setattr(
        calendars, "_recomputers", [lambda unit, at: seen.append(calendar_of(unit).day(DAY).counts) or 0]
    )
    set_days(ward, off(DAY))
    assert seen == [False]
