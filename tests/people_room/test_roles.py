"""Giving and taking roles: by a document, for a period, by somebody else, and never the last key."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from chuan.people import actions, refusals
from chuan.people.models import Account, RoleGrant
from chuan.people.roles import Role
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Entry
from tests.people import START, Ward

PAPER = "Quyết định 15/QĐ-UBND ngày 04/01/2021"
FROM = date(2021, 1, 4)


@pytest.fixture
def chairman(ward: Ward, today):
    return ward.viewer(ward.chairman, today)


@pytest.fixture
def give(ward: Ward, chairman, now):
    def give(official=None, role=Role.ISO_BOARD, **given):
        by = given.pop("by", chairman)
        given = {"since": FROM, "citation": PAPER} | given
        return actions.grant_role(official or ward.clerk, role, **given, by=by, at=now)

    return give


@pytest.fixture
def take(chairman, now):
    def take(grant, on, **given):
        return actions.withdraw_role(grant, on=on, **{"citation": PAPER, "by": chairman, "at": now} | given)

    return take


def test_a_role_holds_from_its_first_day(ward: Ward, give):
    give()
    assert Role.ISO_BOARD not in ward.viewer(ward.clerk, FROM - timedelta(days=1)).roles
    assert Role.ISO_BOARD in ward.viewer(ward.clerk, FROM).roles


def test_a_role_no_longer_holds_on_the_day_it_ends(ward: Ward, give):
    give(until=date(2021, 7, 1))
    assert Role.ISO_BOARD in ward.viewer(ward.clerk, date(2021, 6, 30)).roles
    assert Role.ISO_BOARD not in ward.viewer(ward.clerk, date(2021, 7, 1)).roles


def test_giving_is_written_with_role_period_and_document(ward: Ward, give):
    give(until=date(2021, 7, 1))
    entry = Entry.objects.get()
    assert (entry.verb, entry.subject_kind, entry.subject_uid) == ("grant_role", "official", ward.clerk.uid)
    assert entry.actor == f"official/{ward.chairman.uid}"
    assert entry.detail.body == (
        '{"citation":"Quyết định 15/QĐ-UBND ngày 04/01/2021","role":"iso_board",'
        '"since":"2021-01-04","until":"2021-07-01"}'
    )


def test_nobody_gives_himself_a_role(ward: Ward, give):
    with pytest.raises(refusals.GrantToSelf, match="Nhờ Chủ tịch hoặc Quản trị khác"):
        give(ward.chairman, Role.AUDITOR)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("who", ["clerk", "one_stop", "secretary", "auditor", "specialist"])
def test_only_the_chairman_and_the_administrator_give_roles(ward: Ward, give, today, who):
    with pytest.raises(NotAllowed, match="Chủ tịch hoặc Quản trị"):
        give(ward.one_stop if who != "one_stop" else ward.clerk, by=ward.viewer(getattr(ward, who), today))


def test_the_administrator_may_too(ward: Ward, give, today):
    assert give(by=ward.viewer(ward.administrator, today)).pk


def test_a_keeper_whose_own_role_has_ended_may_not(ward: Ward, give, today):
    ward.administrator.grants.update(valid_to=today)
    with pytest.raises(NotAllowed):
        give(by=ward.viewer(ward.administrator, today))


def test_an_official_of_another_ward_does_not_exist_here(ward: Ward, other_ward: Ward, give):
    with pytest.raises(NotFound):
        give(other_ward.clerk)


@pytest.mark.parametrize("paper", ["", "   ", "QĐ 15"])
def test_without_a_document_no_role(give, paper):
    with pytest.raises(refusals.CitationMissing, match="Ghi số, ký hiệu và ngày"):
        give(citation=paper)


def test_blanks_in_the_document_s_name_are_made_single(give):
    assert give(citation="  Quyết định   15/QĐ-UBND \n ").citation == "Quyết định 15/QĐ-UBND"


@pytest.mark.parametrize("until", [FROM, FROM - timedelta(days=1)])
def test_a_period_that_ends_before_it_begins_is_refused_with_both_days(give, until):
    with pytest.raises(refusals.PeriodBackwards, match="04/01/2021"):
        give(until=until)


def test_a_role_cannot_begin_before_the_unit(give):
    with pytest.raises(refusals.BeforeUnit, match="UBND phường Bắc Hồng có từ 01/01/2010"):
        give(since=date(2009, 12, 31))


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        ((date(2021, 1, 4), None), (date(2022, 1, 1), None)),
        ((date(2021, 1, 4), date(2021, 7, 1)), (date(2021, 6, 30), None)),
        ((date(2021, 1, 4), date(2021, 7, 1)), (date(2020, 1, 1), None)),
        ((date(2021, 1, 4), date(2021, 7, 1)), (date(2021, 2, 1), date(2021, 3, 1))),
    ],
)
def test_the_same_role_is_not_held_twice_on_one_day(give, held, wanted):
    give(since=held[0], until=held[1])
    with pytest.raises(refusals.AlreadyHolds, match="đã giữ Ban Chỉ đạo ISO từ 04/01/2021"):
        give(since=wanted[0], until=wanted[1])
    assert RoleGrant.objects.filter(role=Role.ISO_BOARD).count() == 1


@pytest.mark.parametrize("wanted", [(date(2021, 7, 1), None), (date(2020, 1, 1), date(2021, 1, 4))])
def test_it_may_be_held_again_right_after_and_right_before(give, wanted):
    give(until=date(2021, 7, 1))
    assert give(since=wanted[0], until=wanted[1]).pk


def test_a_role_that_nobody_knows_is_refused(give):
    with pytest.raises(ValueError, match="thu_quy"):
        give(role="thu_quy")


def test_the_database_refuses_nonsense_too(ward: Ward):
    for wrong in ({"valid_to": START}, {"role": "thu_quy"}, {"official": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            RoleGrant.objects.create(
                **{
                    "official": ward.clerk,
                    "unit": ward.unit,
                    "role": Role.AUDITOR,
                    "valid_from": START,
                    "citation": "x",
                }
                | wrong
            )


# Taking back


def test_taking_back_sets_the_last_day_and_keeps_the_row(ward: Ward, take):
    grant = ward.auditor.grants.get()
    take(grant, date(2021, 7, 1))
    grant.refresh_from_db()
    assert grant.valid_to == date(2021, 7, 1)
    assert Entry.objects.get().verb == "withdraw_role"


def test_it_ends_after_it_began(ward: Ward, take):
    with pytest.raises(refusals.PeriodBackwards):
        take(ward.auditor.grants.get(), START)


def test_ending_shortens_and_never_prolongs(ward: Ward, take):
    grant = ward.auditor.grants.get()
    take(grant, date(2021, 7, 1))
    with pytest.raises(refusals.AlreadyEnded, match="thôi giữ Đánh giá viên từ 01/07/2021"):
        take(grant, date(2021, 8, 1))
    take(grant, date(2021, 6, 1))
    assert ward.auditor.grants.get().valid_to == date(2021, 6, 1)


def test_what_was_refused_leaves_nothing_behind(ward: Ward, take):
    with pytest.raises(refusals.CitationMissing):
        take(ward.auditor.grants.get(), date(2021, 7, 1), citation="")
    assert ward.auditor.grants.get().valid_to is None
    assert not Entry.objects.exists()


def test_one_of_two_keepers_may_go(ward: Ward, take, today):
    take(ward.administrator.grants.get(), today)
    assert ward.viewer(ward.administrator, today).roles == frozenset()


def test_the_last_keeper_may_not(ward: Ward, take, today):
    take(ward.administrator.grants.get(), today)
    with pytest.raises(refusals.LastKeeper, match="Người Ký là người cuối cùng còn quyền giao vai trò"):
        take(ward.chairman.grants.get(), today)


def test_a_keeper_who_cannot_sign_in_does_not_count(ward: Ward, take, today):
    Account.objects.filter(pk=ward.administrator.account.pk).update(is_active=False)
    with pytest.raises(refusals.LastKeeper):
        take(ward.chairman.grants.get(), today)


def test_a_keeper_whose_role_ends_by_then_does_not_count(ward: Ward, take, today):
    ward.administrator.grants.update(valid_to=today)
    with pytest.raises(refusals.LastKeeper):
        take(ward.chairman.grants.get(), today + timedelta(days=1))


def test_keepers_of_another_ward_do_not_count(ward: Ward, other_ward: Ward, take, today):
    take(ward.administrator.grants.get(), today)
    with pytest.raises(refusals.LastKeeper):
        take(ward.chairman.grants.get(), today)


def test_other_roles_of_the_last_keeper_may_be_taken(ward: Ward, give, take, today):
    take(ward.administrator.grants.get(), today)
    auditor = RoleGrant.objects.create(
        official=ward.chairman, unit=ward.unit, role=Role.AUDITOR, valid_from=START, citation=PAPER
    )
    take(auditor, today)
    assert auditor.valid_to == today


def test_a_grant_of_another_ward_does_not_exist_here(other_ward: Ward, ward: Ward, take, today):
    with pytest.raises(NotFound):
        take(other_ward.auditor.grants.get(), today)


def test_an_overseer_s_grant_is_not_the_ward_s_to_take(ward: Ward, take, today):
    account = Account.objects.create_user("so.noi.vu", "mot-mat-khau-dai")
    grant = RoleGrant.objects.create(
        account=account, unit=ward.unit, role=Role.OVERSEER, valid_from=START, citation=PAPER
    )
    with pytest.raises(NotFound):
        take(grant, today)
