"""Officials, posts, appointments, accounts: every verb, its refusals and its line in the trail."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.people import actions, refusals
from chuan.people.models import Account, Official, Post, Succession, Unit
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Detail, Entry
from tests.people import PASSWORD, START, Ward

PAPER = "Quyết định 20/QĐ-UBND ngày 01/02/2021"
FROM = date(2021, 2, 1)


@pytest.fixture
def keeper(ward: Ward, today, now):
    return {"by": ward.viewer(ward.administrator, today), "at": now}


@pytest.fixture
def land_registrar(ward: Ward) -> Post:
    return Post.objects.create(unit=ward.unit, code="dia-chinh", title="Địa chính – xây dựng")


# Officials and posts


def test_a_new_official_belongs_to_the_keeper_s_unit(ward: Ward, keeper, acts):
    official = actions.add_official(name="  Bùi   Thị Mới ", **keeper)
    assert (official.name, official.unit, official.account) == ("Bùi Thị Mới", ward.unit, None)
    assert acts() == ["add_official"]


def test_two_people_may_bear_one_name(keeper):
    first, second = (actions.add_official(name="Nguyễn Văn An", **keeper) for _ in range(2))
    assert first.uid != second.uid


def test_a_name_typed_letter_and_mark_apart_is_kept_composed(keeper):
    assert actions.add_official(name="Ho\u0302\u0300 A\u0301nh", **keeper).name == "Hồ Ánh"


@pytest.mark.parametrize("name", ["", "  ", "A"])
def test_an_official_without_a_name_is_refused(keeper, name):
    with pytest.raises(refusals.NameMissing, match="Chưa ghi họ và tên"):
        actions.add_official(name=name, **keeper)


def test_others_do_not_add_officials(ward: Ward, today, now):
    with pytest.raises(NotAllowed):
        actions.add_official(name="Ai Đó", by=ward.viewer(ward.secretary, today), at=now)
    assert Official.objects.count() == 7


def test_a_post_has_one_title_in_a_unit_whatever_its_case_and_marks(keeper):
    actions.open_post(title="Tài chính kế toán", **keeper)
    with pytest.raises(refusals.PostExists, match="đã có chức danh “TAI CHINH  ke toan”".replace("  ", " ")):
        actions.open_post(title="TAI CHINH  ke toan", **keeper)


def test_another_unit_may_have_the_same_title(other_ward: Ward, keeper):
    Post.objects.create(unit=other_ward.unit, code="dia-chinh", title="Địa chính")
    assert actions.open_post(title="Địa chính", **keeper).code == "dia-chinh"


# Appointments


def test_an_appointment_gives_the_post_on_its_days(ward: Ward, keeper, land_registrar, acts):
    actions.appoint(ward.clerk, land_registrar, since=FROM, until=date(2021, 9, 1), citation=PAPER, **keeper)
    assert "Địa chính – xây dựng" not in ward.viewer(ward.clerk, date(2021, 1, 31)).post_titles
    assert "Địa chính – xây dựng" in ward.viewer(ward.clerk, date(2021, 8, 31)).post_titles
    assert "Địa chính – xây dựng" not in ward.viewer(ward.clerk, date(2021, 9, 1)).post_titles
    assert acts() == ["appoint"]


def test_two_officials_may_hold_one_post(ward: Ward, keeper, land_registrar):
    for official in (ward.clerk, ward.specialist):
        actions.appoint(official, land_registrar, since=FROM, citation=PAPER, **keeper)
    assert land_registrar.appointments.count() == 2


def test_one_official_does_not_hold_one_post_twice(ward: Ward, keeper, land_registrar):
    actions.appoint(ward.clerk, land_registrar, since=FROM, citation=PAPER, **keeper)
    with pytest.raises(refusals.AlreadyHolds, match="đã giữ Địa chính – xây dựng từ 01/02/2021"):
        actions.appoint(ward.clerk, land_registrar, since=date(2021, 5, 1), citation=PAPER, **keeper)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"citation": " "}, refusals.CitationMissing),
        ({"until": FROM}, refusals.PeriodBackwards),
        ({"since": date(2000, 1, 1)}, refusals.BeforeUnit),
    ],
)
def test_an_appointment_needs_a_document_and_a_period_in_order(
    ward: Ward, keeper, land_registrar, given, refusal
):
    with pytest.raises(refusal):
        actions.appoint(ward.clerk, land_registrar, **{"since": FROM, "citation": PAPER} | given, **keeper)
    assert not Entry.objects.exists()


def test_neither_official_nor_post_of_another_ward_can_be_used(ward, other_ward, keeper, land_registrar):
    there = other_ward.clerk.appointments.get().post
    with pytest.raises(NotFound):
        actions.appoint(ward.clerk, there, since=FROM, citation=PAPER, **keeper)
    with pytest.raises(NotFound):
        actions.appoint(other_ward.clerk, land_registrar, since=FROM, citation=PAPER, **keeper)


def test_officials_of_a_predecessor_are_read_and_not_changed(ward: Ward, other_ward: Ward, keeper, today):
    Succession.objects.create(
        predecessor=other_ward.unit,
        successor=ward.unit,
        on=date(2021, 1, 1),
        citation="Nghị quyết thử nghiệm",
    )
    keeper["by"] = ward.viewer(ward.administrator, today)
    assert other_ward.clerk in Official.objects.seen_by(keeper["by"])
    with pytest.raises(NotFound):
        actions.issue_account(other_ward.clerk, username="ten.moi", **keeper)


def test_ending_an_appointment_keeps_the_row(ward: Ward, keeper):
    appointment = ward.clerk.appointments.get()
    actions.end_appointment(appointment, on=date(2021, 7, 1), citation=PAPER, **keeper)
    assert (appointment.valid_from, appointment.valid_to) == (START, date(2021, 7, 1))
    body = Detail.objects.get().body
    assert '"citation":"Quyết định 20/QĐ-UBND ngày 01/02/2021"' in body
    assert '"until":"2021-07-01"' in body


# Accounts


@pytest.fixture
def newcomer(keeper) -> Official:
    return actions.add_official(name="Bùi Thị Mới", **keeper)


def test_an_issued_account_opens_with_its_password_and_must_change_it(newcomer, keeper):
    password = actions.issue_account(newcomer, username=" Moi.BT ", **keeper)
    account = Account.objects.get(username="moi.bt")
    assert account.check_password(password)
    assert (account.must_change_password, account.password_issued_at) == (True, keeper["at"])
    assert newcomer.account == account


def test_the_password_is_written_nowhere(newcomer, keeper):
    password = actions.issue_account(newcomer, username="moi.bt", **keeper)
    lines = [*Entry.objects.values_list("line", flat=True), *Detail.objects.values_list("body", flat=True)]
    assert not any(password in line for line in lines)
    assert not any(Account.objects.get(username="moi.bt").password in line for line in lines)


@pytest.mark.parametrize("name", ["ab", "có dấu", "hai chữ", "-dau", "a" * 61, "tên", "a/b", ""])
def test_a_user_name_that_not_every_keyboard_can_type_is_refused(newcomer, keeper, name):
    with pytest.raises(refusals.UserNameUnusable, match=r"ví dụ “hoai\.tt”"):
        actions.issue_account(newcomer, username=name, **keeper)


def test_a_taken_user_name_is_refused_in_any_case_and_another_is_proposed(newcomer, keeper):
    with pytest.raises(refusals.UserNameTaken, match="“clerk2”"):
        actions.issue_account(newcomer, username="CLERK", **keeper)


def test_an_official_has_one_account(ward: Ward, keeper):
    with pytest.raises(refusals.AccountExists):
        actions.issue_account(ward.clerk, username="van.phong", **keeper)


def test_a_new_password_lifts_the_closure_and_must_be_changed(ward: Ward, keeper, now):
    Account.objects.filter(pk=ward.clerk.account.pk).update(failures=5, locked_until=now)
    password = actions.reset_password(ward.clerk, **keeper)
    account = Account.objects.get(pk=ward.clerk.account.pk)
    assert account.check_password(password)
    assert not account.check_password(PASSWORD)
    assert (account.failures, account.locked_until, account.must_change_password) == (0, None, True)


def test_who_has_no_account_gets_no_new_password(newcomer, keeper):
    with pytest.raises(refusals.NoAccount, match="Cấp tài khoản trước"):
        actions.reset_password(newcomer, **keeper)


def test_a_closed_account_signs_in_no_more_until_a_new_password_reopens_it(client, ward: Ward, keeper, acts):
    actions.close_account(ward.clerk, citation=PAPER, **keeper)
    data = {"login": "clerk", "password": PASSWORD}
    assert client.post("/dang-nhap/", data).status_code == 200
    with pytest.raises(refusals.AccountClosed):
        actions.close_account(Official.objects.get(pk=ward.clerk.pk), citation=PAPER, **keeper)
    password = actions.reset_password(Official.objects.get(pk=ward.clerk.pk), **keeper)
    assert client.post("/dang-nhap/", data | {"password": password}).status_code == 302
    assert acts() == ["close_account", "fail_sign_in", "issue_password", "sign_in"]


def test_the_last_keeper_s_account_cannot_be_closed(ward: Ward, keeper):
    actions.close_account(ward.chairman, citation=PAPER, **keeper)
    with pytest.raises(refusals.LastKeeper):
        actions.close_account(ward.administrator, citation=PAPER, **keeper)
    assert Account.objects.get(username="administrator").is_active


def test_closing_needs_a_document(ward: Ward, keeper):
    with pytest.raises(refusals.CitationMissing):
        actions.close_account(ward.clerk, citation="nghỉ", **keeper)


def test_units_know_who_follows_whom(ward: Ward, other_ward: Ward):
    assert Unit.objects.seen_by(ward.viewer(ward.clerk)).count() == 1
    Succession.objects.create(
        predecessor=other_ward.unit,
        successor=ward.unit,
        on=date(2021, 1, 1),
        citation="Nghị quyết thử nghiệm",
    )
    assert Unit.objects.seen_by(ward.viewer(ward.clerk)).count() == 2
    assert Unit.objects.seen_by(other_ward.viewer(other_ward.clerk)).count() == 1
