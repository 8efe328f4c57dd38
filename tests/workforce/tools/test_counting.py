"""Objective 5 counted: who used the official mail, of those whom the months asked, and what cannot be said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.intake import actions
from chuan.intake.models import Import
from chuan.intake.previews import preview_of
from chuan.intake.refusals import MonthsManyInOne
from chuan.offers import subjects
from chuan.offers.measures import RowOutcome, tally
from chuan.people.models import Appointment
from chuan.rules.types import Period
from chuan.workforce.actions.absences import write_absence
from chuan.workforce.fields import MAIL, SIGN_INS
from chuan.workforce.measures.tools_used import OfficialMail, SharedSoftware
from chuan.workforce.models import ToolUse
from chuan.workforce.tools import reasons
from chuan.workforce.tools.accounts import spellings, unsaid
from chuan.workforce.tools.checking import counts_agree
from chuan.workforce.tools.reminding import after_import
from chuan.workforce.tools.rule import Asks, Met
from tests.workforce.made import joined, personnel_clerk
from tests.workforce.tools import made

MEASURE = OfficialMail()
MONTHS = ("01/2021", "02/2021", "03/2021")


@pytest.fixture
def keeper(ward):
    return ward.viewer(personnel_clerk(ward))


@pytest.fixture
def clerk(ward):
    return ward.viewer(ward.clerk)


@pytest.fixture
def quarter(ward, clerk, keeper):
    """The clerk wrote enough every month, the specialist too little in March; the box of the office is shared."""
    boxes = [(f"vanphong@{made.BOX}", 90), (f"phongttv@{made.BOX}", 9), (f"hoavtv@{made.BOX}", 7)]
    rows = [(box, month, n) for box, n in boxes for month in MONTHS]
    rows[-1] = (f"hoavtv@{made.BOX}", "03/2021", 3)
    held = made.bring(made.mail_file(rows), clerk)
    for one in (
        ward.chairman,
        ward.one_stop,
        ward.secretary,
        ward.auditor,
        ward.administrator,
        keeper.official,
    ):
        Appointment.objects.filter(official=one).delete()
    return held


@pytest.fixture
def counted(ward, quarter, keeper):
    made.ruled(keeper)
    made.said(
        keeper,
        [
            (f"vanphong@{made.BOX}", None),
            (f"phongttv@{made.BOX}", ward.clerk),
            (f"hoavtv@{made.BOX}", ward.specialist),
        ],
    )
    return quarter


def rows_of(ward, measure=MEASURE, period=made.QUARTER):
    scope = made.scope(ward.unit, period)
    found = measure.rows(scope, None, 100)
    assert measure.counts(scope) == tally(found)
    return {one.subject.uid: one for one in found}


def test_a_figure_names_who_met_the_rule_and_what_others_lacked(ward, counted):
    assert MEASURE.obstacles(made.scope(ward.unit)) == ()
    found = rows_of(ward)
    assert found[ward.clerk.uid].outcome is RowOutcome.HIT
    below = found[ward.specialist.uid]
    assert (below.outcome, below.reason) == (RowOutcome.MISS, reasons.BELOW)
    assert below.facts == ("tháng 3/2021: Thư công vụ 3 lượt, cần 5",)
    assert len(found) == 2
    assert made.PAPER in MEASURE.notes(made.scope(ward.unit))[0]
    assert list(counts_agree()) == []


def test_without_a_rule_nothing_is_measured_and_the_page_to_write_it_is_named(ward, quarter):
    (only,) = MEASURE.obstacles(made.scope(ward.unit))
    assert (
        only.sentence == "đơn vị chưa viết thế nào là sử dụng thư công vụ cho tháng 1/2021 đến tháng 3/2021."
    )
    assert only.mend is not None
    assert only.mend[1] == "/nhan-su/cong-cu/quy-dinh/"


def test_an_account_that_nobody_has_said_holds_the_figure_back(ward, quarter, keeper):
    made.ruled(keeper)
    (only,) = MEASURE.obstacles(made.scope(ward.unit))
    assert only.sentence == "3 tài khoản chưa ghép với cán bộ nào, cũng chưa nói là dùng chung."


def test_a_month_without_a_file_is_not_a_month_without_use(ward, counted):
    half = Period(date(2021, 1, 1), date(2021, 7, 1))
    (only,) = MEASURE.obstacles(made.scope(ward.unit, half))
    assert only.sentence == "chưa có số liệu Thư công vụ của tháng 4/2021 đến tháng 6/2021."
    assert MEASURE.reach(made.scope(ward.unit, half)) == made.QUARTER
    (only,) = MEASURE.obstacles(made.scope(ward.unit, Period(date(2021, 1, 1), date(2021, 1, 15))))
    assert only.code == "not_months"


def test_who_is_away_is_not_asked_and_nobody_learns_why(ward, counted, keeper):
    write_absence(
        ward.specialist, kind="maternity", first=date(2021, 3, 1), last=date(2021, 8, 31), citation=made.PAPER,
        by=keeper, at=timezone.now(),
    )  # fmt: skip
    assert rows_of(ward)[ward.specialist.uid].outcome is RowOutcome.HIT  # January and February were enough
    march = rows_of(ward, period=Period.month(2021, 3))[ward.specialist.uid]
    assert (march.outcome, march.reason) == (RowOutcome.EXCLUDED, reasons.AWAY)


def test_who_moves_in_mid_month_is_asked_by_the_unit_that_had_him_longer(ward, counted):
    late = joined(ward, "Người Đến Muộn", since=date(2021, 3, 17))
    early = joined(ward, "Người Đến Sớm", since=date(2021, 3, 10))
    found = rows_of(ward)
    assert (found[late.uid].outcome, found[late.uid].reason) == (RowOutcome.EXCLUDED, reasons.PART_OF_MONTH)
    assert (found[early.uid].outcome, found[early.uid].reason) == (RowOutcome.MISS, reasons.NO_ACCOUNT)


def test_the_units_rule_says_otherwise_from_a_month_on(ward, counted, keeper):
    made.ruled(keeper, (made.MAILS, 3), since=date(2021, 3, 1), met=Met.LAST, asks=Asks.LAST_DAY)
    found = rows_of(ward)
    assert found[ward.specialist.uid].outcome is RowOutcome.HIT
    assert len(MEASURE.notes(made.scope(ward.unit))) == 2


def test_a_corrected_file_is_a_new_version_and_the_past_stays_as_it_was_known(ward, counted, clerk):
    before = made.scope(ward.unit)
    made.bring(
        made.mail_file(
            [(f"hoavtv@{made.BOX}", "03/2021", 30)], period="Từ ngày 01/03/2021 đến ngày 31/03/2021"
        ),
        clerk,
    )
    assert rows_of(ward)[ward.specialist.uid].outcome is RowOutcome.HIT
    assert {one.subject.uid: one.outcome for one in MEASURE.rows(before, None, 9)}[
        ward.specialist.uid
    ] is RowOutcome.MISS
    assert ToolUse.objects.filter(account=f"hoavtv@{made.BOX}", month=date(2021, 3, 1)).count() == 2
    assert list(counts_agree()) == []


def test_the_same_file_again_changes_nothing_and_withdrawn_its_counts_end(ward, counted, clerk):
    states = ToolUse.objects.count()
    again = actions.look(
        actions.receive_file(
            made.mail_file([(f"hoavtv@{made.BOX}", "03/2021", 3)]) + b"\n",
            "a.csv",
            by=clerk,
            at=timezone.now(),
        ),
        at=timezone.now(),
    )
    assert (again.rows_new, again.rows_changed, again.rows_same) == (0, 0, 1)
    actions.withdraw(counted, reason="nhầm đơn vị", by=clerk, at=timezone.now())
    assert ToolUse.objects.count() == states
    assert not ToolUse.objects.known_at(None).exists()
    assert MEASURE.obstacles(made.scope(ward.unit))[0].code == "uncovered"


def test_a_report_of_one_month_needs_no_column_of_months_and_two_systems_are_asked_together(
    ward, counted, clerk, keeper
):
    for system, source in (("Tài khoản", "Một cửa"), ("Tên đăng nhập", "Văn bản")):
        rows = [("hoavtv", "Vũ Thị Văn Hóa", 4), ("phongttv", "Trần Thị Văn Phòng", 20)]
        held = made.bring(made.sign_in_file(rows, month="3/2021", system=system), clerk, source=source)
        assert (held.register, held.source) == (SIGN_INS, source)
        made.said(
            keeper, [("hoavtv", ward.specialist), ("phongttv", ward.clerk)], source=source, tool=SIGN_INS
        )
    made.ruled(keeper, ("Một cửa", 4), ("Văn bản", 5), tool=SIGN_INS)
    march = Period.month(2021, 3)
    found = rows_of(ward, SharedSoftware(), march)
    assert found[ward.clerk.uid].outcome is RowOutcome.HIT
    assert found[ward.specialist.uid].facts == ("tháng 3/2021: Văn bản 4 lượt, cần 5",)
    made.ruled(keeper, ("Một cửa", 4), ("Văn bản", 6), tool=SIGN_INS, since=date(2021, 2, 1), every=False)
    assert rows_of(ward, SharedSoftware(), march)[ward.specialist.uid].outcome is RowOutcome.HIT


def test_totals_of_a_quarter_without_a_column_of_months_are_refused(ward, counted, clerk):
    data = made.sign_in_file([("hoavtv", "Vũ Thị Văn Hóa", 4)], month="3/2021", system="Tài khoản")
    data = data.replace("tháng 3/2021".encode(), "quý I/2021".encode())
    held = actions.look(actions.receive_file(data, "quy.csv", by=clerk, at=timezone.now()), at=timezone.now())
    with pytest.raises(MonthsManyInOne):
        actions.confirm_layout(
            held, preview_of(held).mapping, name="B", source="Một cửa", by=clerk, at=timezone.now()
        )


def test_bad_cells_are_named_by_row_and_nothing_of_them_is_loaded(ward, clerk):
    rows = [("a@x.example", "13/2021", 1), ("b@x.example", "02/2021", 1), ("b@x.example", "02/2021", 2)]
    data = made.mail_file(rows) + "\nc@x.example;03/2021;nhiều\nd@x.example;03/2021;5000000".encode()
    held = actions.look(actions.receive_file(data, "a.csv", by=clerk, at=timezone.now()), at=timezone.now())
    actions.confirm_layout(
        held, preview_of(held).mapping, name="B", source="Thư", by=clerk, at=timezone.now()
    )
    told = {fault.place: fault.sentence for fault in preview_of(held).unreadable}
    assert "Không có tháng “13/2021”" in told["dòng 3, cột 2"]
    assert "2 dòng nội dung khác nhau" in told["dòng 4, cột 1"]
    assert "dòng 6, cột 3" in told
    assert "lớn bất thường" in told["dòng 7, cột 3"]
    assert held.status == Import.Status.PREVIEWED
    assert not ToolUse.objects.exists()


def test_accounts_are_proposed_by_name_and_two_of_one_name_are_asked(ward, quarter, clerk):
    twin = joined(ward, "Vũ Thị Văn Hóa", since=date(2020, 1, 1))
    people = [ward.clerk, ward.specialist, twin, ward.chairman]
    found = {one.account.partition("@")[0]: one for one in unsaid(ward.unit, MAIL, people)}
    assert found["phongttv"].proposed == ward.clerk
    assert found["hoavtv"].proposed is None
    assert set(found["hoavtv"].likely) == {ward.specialist, twin}
    assert found["vanphong"].shared
    made.said(ward.viewer(ward.chairman), [(f"phong@{made.BOX}", ward.clerk)])
    again = {one.account.partition("@")[0]: one for one in unsaid(ward.unit, MAIL, people)}
    assert again["phongttv"].doubled
    assert again["phongttv"].proposed is None
    assert {"hoaitt", "tthoai", "tranthihoai", "hoaitranthi"} <= spellings("Trần Thị Hoài")


def test_rows_are_shown_to_himself_and_to_who_leads_to_others_hidden(ward, counted, keeper):
    found = [subjects.Subject("tool_user", one.uid) for one in (ward.clerk, ward.specialist)]
    seen = {
        official.name: len(subjects.describe(found, ward.viewer(official)))
        for official in (ward.chairman, keeper.official, ward.specialist, ward.auditor, ward.secretary)
    }
    assert list(seen.values()) == [2, 2, 1, 0, 0]


def test_the_official_alone_is_reminded_while_the_month_runs(ward, counted, keeper):
    today = timezone.localdate()
    month, other = today.replace(day=1), (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    uses = {"unit": ward.unit, "register": MAIL, "source": made.MAILS, "recorded_at": timezone.now()}
    for first in (month, other):
        ToolUse.objects.create(
            account=f"hoavtv@{made.BOX}", month=first, count=2, import_uid=counted.uid, **uses
        )
    after_import(ward.unit, MAIL, None, timezone.now())
    clock = Clock.objects.running().get(subject_kind="tool_user", owner_official=ward.specialist)
    assert clock.kind == f"{MAIL} {month:%Y-%m}"
    ToolUse.objects.filter(month=month).update(count=5)
    after_import(ward.unit, MAIL, None, timezone.now())
    assert (
        not Clock.objects.running().filter(subject_kind="tool_user", owner_official=ward.specialist).exists()
    )
