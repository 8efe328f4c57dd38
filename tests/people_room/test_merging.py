"""Phường Bắc Hồng goes into phường Bắc Hồng Lĩnh from 1 July 2025 (1665/NQ-UBTVQH15, reported): all or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

import pytest

from chuan.law import admin_units
from chuan.offers import rooms, succession
from chuan.offers.succession import Hindrance, Matter
from chuan.people import actions, refusals, refusals_units
from chuan.people.actions.own import first_unit_uid
from chuan.people.actions.rooms import carry_rooms, keep
from chuan.people.merging import Going, Merger
from chuan.people.models import (
    Handover,
    Official,
    RoleGrant,
    RoomSwitch,
    Succession,
    Unit,
    UnitCode,
    UnitSetting,
)
from chuan.people.roles import Role
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.refusals import NotAllowed
from chuan.trail.models import Anchor, Entry
from chuan.trail.verify import verify_all
from tests.examine import examine, open_page
from tests.people import Ward

pytestmark = pytest.mark.django_db

DAY = date(2025, 7, 1)
PAPER = "Nghị quyết 1665/NQ-UBTVQH15 ngày 16/06/2025 của Ủy ban Thường vụ Quốc hội"
ALL = ("18115", "18121", "18124", "18400")


@pytest.fixture
def acting(ward: Ward) -> Viewer:
    return ward.viewer(ward.administrator, on=DAY)


@pytest.fixture
def merger(ward: Ward) -> Merger:
    going = (
        Going(ward.administrator, "Quản trị", Role.ADMINISTRATOR, PAPER),
        Going(
            ward.clerk, "Văn phòng HĐND và UBND", Role.OFFICE_CLERK, "Quyết định 02/QĐ-UBND ngày 01/07/2025"
        ),
    )
    return Merger("18115", DAY, PAPER, ALL, going=going)


@pytest.fixture
def merge(acting: Viewer, now: datetime):
    return lambda merger, **given: actions.merge_ward(merger, **{"by": acting, "at": now} | given)


@pytest.fixture
def merged(merge, merger: Merger) -> Unit:
    return merge(merger)


def test_the_new_ward_begins_and_the_old_one_ends_on_the_day(ward, merged):
    ward.unit.refresh_from_db()
    assert (merged.committee, merged.valid_from) == ("UBND phường Bắc Hồng Lĩnh", DAY)
    assert (ward.unit.name, ward.unit.valid_to) == ("Bắc Hồng", DAY)
    assert merged.parent.name == "Hà Tĩnh"
    assert merged.example


def test_the_code_names_each_in_its_own_time(ward, merged):
    assert UnitCode.objects.named_on("gso", "18115", date(2025, 6, 30)) == ward.unit
    assert UnitCode.objects.named_on("gso", "18115", DAY) == merged


def test_the_other_three_are_kept_by_name_with_the_act(merged):
    came_from = Succession.objects.filter(successor=merged)
    assert {one.predecessor.name for one in came_from} == {"Bắc Hồng", "Đức Thuận", "Trung Lương", "Xuân Lam"}
    assert {one.citation for one in came_from} == {PAPER}
    assert not Official.objects.filter(unit__name="Xuân Lam").exists()


def test_who_goes_over_signs_in_to_the_new_ward_with_the_new_post_and_role(ward, merged):
    viewer = viewer_of(ward.clerk.account, on=DAY)
    assert viewer.unit == merged
    assert (viewer.post_titles, viewer.roles) == (("Văn phòng HĐND và UBND",), {"office_clerk"})
    assert viewer.unit_ids >= {ward.unit.pk, merged.pk}


def test_who_does_not_go_over_opens_nothing_from_the_day(ward, merged):
    assert viewer_of(ward.chairman.account, on=DAY) is None
    grant = RoleGrant.objects.get(official=ward.chairman)
    assert (grant.unit, grant.valid_to) == (ward.unit, DAY)


def test_what_belongs_to_nobody_goes_to_the_new_ward_s_chain(merged):
    assert first_unit_uid() == merged.uid


def test_the_chairman_left_behind_is_shown_no_page(ward, merged, client):
    client.force_login(ward.chairman.account)
    assert client.get("/can-bo/").status_code == 403


def test_the_last_line_of_the_old_chain_names_the_new_ward_and_is_anchored_by_its_first(ward, merged, today):
    last = Entry.objects.filter(chain=f"{ward.unit.uid}/{today.year}").order_by("-seq").first()
    first = Entry.objects.get(chain=f"{merged.uid}/{today.year}", seq=1)
    assert (last.verb, first.verb) == ("close_ward", "merge_ward")
    assert "Bắc Hồng Lĩnh" in last.detail.body
    assert last.hash in first.detail.body
    assert Anchor.objects.get(chain=last.chain).hash == last.hash
    assert all(verdict.ok for verdict in verify_all())


def test_choices_of_the_old_ward_go_on_with_both_documents(ward, merge, merger):
    for value, since in (("per_type", date(2021, 1, 1)), ("one", date(2024, 1, 1))):
        UnitSetting.objects.create(
            unit=ward.unit, key="documents.numbering", value=value, valid_from=since, citation="Quy chế 01"
        )
    new = merge(merger)
    row = UnitSetting.objects.get(unit=new)
    assert (row.value, row.valid_from) == ("one", DAY)
    assert row.citation == f"Quy chế 01; {PAPER}"


def test_nothing_is_left_when_a_room_fails_in_the_middle(ward, merge, merger, monkeypatch):
    class Failing:
        key, words = "failing", "Sổ thử"

        def matters(self, unit):
            return [Matter("việc thử", moves=3)]

        def hindrances(self, unit, on):
            return []

        def move(self, passage):
            assert Unit.objects.filter(name="Bắc Hồng Lĩnh").exists()
            raise RuntimeError("mất điện")

    monkeypatch.setitem(succession._movers, "failing", (40, Failing()))
    with pytest.raises(RuntimeError, match="mất điện"):
        merge(merger)
    ward.unit.refresh_from_db()
    assert ward.unit.valid_to is None
    assert not Unit.objects.filter(name="Bắc Hồng Lĩnh").exists()
    assert not Succession.objects.exists()
    assert not Entry.objects.exists()
    assert viewer_of(ward.chairman.account, on=DAY) is not None


def test_what_hinders_is_said_with_its_way_out_and_nothing_moves(merge, merger, monkeypatch):
    class Hindering:
        key, words = "hindering", "Văn bản"

        def matters(self, unit):
            return []

        def hindrances(self, unit, on):
            return [Hindrance("2 văn bản đã cấp số mà chưa phát hành.", "Phát hành hoặc hủy trước.")]

        def move(self, passage):
            raise AssertionError

    monkeypatch.setitem(succession._movers, "hindering", (40, Hindering()))
    with pytest.raises(refusals_units.StillOnTheWay, match=r"Văn bản: 2 văn bản.*Phát hành hoặc hủy trước\."):
        merge(merger)


# Bad input


def test_two_mergers_of_one_ward_cannot_both_pass(merge, merger, merged):
    with pytest.raises(
        refusals_units.MergedAlready, match="đã sáp nhập vào UBND phường Bắc Hồng Lĩnh từ 01/07/2025"
    ):
        merge(merger)
    assert Unit.objects.filter(name="Bắc Hồng Lĩnh").count() == 1


def test_a_day_to_come_is_refused_and_says_when_to_come_back(merge, merger, today):
    with pytest.raises(refusals_units.MergerTooEarly, match="chưa đến ngày"):
        merge(replace(merger, on=today + timedelta(days=1)))


def test_a_day_before_the_ward_s_own_life_is_refused(ward, merge, merger, acting):
    Unit.objects.filter(pk=ward.unit.pk).update(valid_from=date(2025, 7, 1))
    acting.unit.refresh_from_db()
    with pytest.raises(refusals_units.MergerBeforeLife):
        merge(merger)


def test_a_ward_does_not_go_into_itself(merge, merger):
    UnitCode.objects.update(valid_from=DAY)
    with pytest.raises(refusals_units.MergerSameUnit):
        merge(replace(merger, on=date(2025, 7, 2)))


def test_a_code_that_names_none_on_the_day_is_refused(merge, merger):
    with pytest.raises(refusals_units.MergerUnknown, match="không có đơn vị nào mã “18124”"):
        merge(replace(merger, code="18124"))


def test_a_new_ward_that_works_here_already_is_refused(merge, merger):
    there = Unit.objects.create(kind="ward", name="Bắc Hồng Lĩnh", valid_from=DAY)
    UnitCode.objects.create(unit=there, scheme="gso", code="18115", valid_from=DAY)
    with pytest.raises(refusals_units.SuccessorHere, match="đã có ở đây từ 01/07/2025"):
        merge(merger)


def test_a_second_ward_of_this_house_joins_by_an_act_of_its_own(ward, other_ward, merge, merger):
    UnitCode.objects.filter(unit=other_ward.unit).update(code="18124")
    new = merge(merger)
    assert viewer_of(other_ward.administrator.account, on=DAY).unit == other_ward.unit
    going = (Going(other_ward.administrator, "Quản trị", Role.ADMINISTRATOR, PAPER),)
    same = merge(replace(merger, going=going), by=other_ward.viewer(other_ward.administrator, on=DAY))
    assert same == new
    assert viewer_of(other_ward.administrator.account, on=DAY).unit == new
    assert Succession.objects.filter(successor=new).count() == 4


def test_two_wards_that_make_the_same_new_one_in_one_moment_are_told_to_press_again(
    merge, merger, monkeypatch
):
    there = Unit.objects.create(kind="ward", name="Bắc Hồng Lĩnh", valid_from=DAY)
    UnitCode.objects.create(unit=there, scheme="gso", code="18115", valid_from=DAY)
    monkeypatch.setattr("chuan.people.merging.standing_successor", lambda commune, merger: None)
    with pytest.raises(refusals_units.SuccessorJustMade, match="Bấm Sáp nhập lần nữa"):
        merge(merger)


def test_a_handover_that_is_not_finished_hinders(ward, merge, merger, now):
    Handover.objects.create(
        unit=ward.unit, giver=ward.clerk, receiver=ward.specialist, on=DAY, citation=PAPER, prepared_at=now
    )
    with pytest.raises(refusals_units.StillOnTheWay, match="1 cuộc bàn giao chưa xong"):
        merge(merger)


def test_an_official_named_twice_is_refused(merge, merger):
    with pytest.raises(refusals_units.OfficialTwice, match="được ghi hai lần"):
        merge(replace(merger, going=merger.going * 2))


@pytest.mark.parametrize(
    ("name", "thing"), [("title", "chức danh"), ("role", "vai trò"), ("citation", "văn bản")]
)
def test_who_goes_over_needs_a_post_a_role_and_a_document(merge, merger, name, thing):
    first, *rest = merger.going
    bad = replace(merger, going=(first, replace(rest[0], **{name: " "})))
    with pytest.raises(refusals_units.PostForOfficialMissing, match=f"chưa ghi {thing}"):
        merge(bad)


def test_somebody_who_may_give_roles_has_to_go_over(merge, merger):
    with pytest.raises(refusals_units.NobodyKeeps):
        merge(replace(merger, going=merger.going[1:]))


def test_nobody_makes_himself_chairman_by_a_merger(ward, merge, merger):
    mine = replace(merger.going[0], role=Role.CHAIRMAN)
    with pytest.raises(refusals.GrantToSelf):
        merge(replace(merger, going=(mine, *merger.going[1:])))


def test_a_ward_of_which_only_a_part_goes_is_refused_unless_the_resolution_says_whole(ward, merge, merger):
    UnitCode.objects.filter(unit=ward.unit).update(code="13318")
    part = replace(merger, code="13324", codes=_codes_of("13324"))
    with pytest.raises(refusals_units.PartialMerger, match="chỉ chuyển một phần"):
        merge(part)
    new = merge(replace(part, whole=frozenset(part.codes)))
    assert new.name == "Duy Tiên"


def _codes_of(new: str) -> tuple[str, ...]:
    return tuple(one.old.code for one in admin_units.predecessors(new))


def test_a_clerk_may_not_merge_the_ward(ward, merge, merger):
    with pytest.raises(NotAllowed):
        merge(merger, by=ward.viewer(ward.clerk, on=DAY))


# Pages

AT = "/don-vi/sap-nhap/"


@pytest.fixture
def keeper(client, ward: Ward, sign_in):
    return sign_in(client, ward.administrator)


def _prepared(ward: Ward, **typed: str) -> dict[str, str]:
    key = ward.administrator.uid
    given = {
        "ma": "18115",
        "ngay": "01/07/2025",
        "so": "1665/NQ-UBTVQH15",
        "ngay_vb": "16/06/2025",
        "chon": "1",
    }
    given |= {"noi": "Ủy ban Thường vụ Quốc hội", "di": str(key), f"cd-{key}": "Quản trị"}
    return given | {f"vt-{key}": "administrator", "gop": "18124"} | typed


def test_the_unit_s_page_shows_codes_by_day_and_offers_the_merger_to_keepers_only(client, ward, sign_in):
    for official, may in ((ward.specialist, False), (ward.administrator, True)):
        page = open_page(sign_in(client, official), "/don-vi/")
        assert "18115 từ 01/01/2010" in page.text
        assert ("Sáp nhập vào đơn vị mới" in page.text) is may


def test_only_keepers_open_the_merger(client, ward, sign_in):
    assert sign_in(client, ward.clerk).get(AT).status_code == 403


def test_the_page_proposes_the_ward_that_the_directory_names(keeper):
    page = open_page(keeper, AT)
    assert "18115 phường Bắc Hồng Lĩnh" in page.text
    assert "theo danh mục, đơn vị này được lập từ đơn vị của bạn" in page.text


def test_a_search_without_marks_finds_and_one_that_finds_nothing_says_what_to_do(keeper):
    assert "18118 phường Nam Hồng Lĩnh" in open_page(keeper, f"{AT}?tim=nam hong linh").text
    assert "Không thấy đơn vị nào tên này" in open_page(keeper, f"{AT}?tim=khong co dau").text


def test_the_known_resolution_is_filled_in_and_said_to_be_unread(keeper):
    page = open_page(keeper, f"{AT}?ma=18115")
    assert page.form(button="Xem trước").values["so"] == "1665/NQ-UBTVQH15"
    assert "chưa đối chiếu văn bản gốc" in page.text
    assert "Xem trước" in page.text


def test_for_another_province_the_office_names_the_act(keeper):
    page = open_page(keeper, f"{AT}?ma=00070&ngay=01/07/2025&so=1/NQ&ngay_vb=16/06/2025&noi=Quoc hoi")
    assert "Chuẩn không biết nghị quyết sắp xếp của tỉnh này" in page.text


def test_the_address_keeps_everything_and_nothing_is_done_by_looking(keeper, ward):
    page = open_page(keeper, f"{AT}?{urlencode(_prepared(ward))}")
    assert "không lùi lại được" in page.text
    assert "190/2025/QH15" in page.text
    assert "chưa kiểm chứng" in page.text
    assert not Unit.objects.filter(name="Bắc Hồng Lĩnh").exists()


def test_it_is_carried_out_and_the_new_unit_s_page_opens(keeper, ward):
    answer = keeper.post(AT, _prepared(ward))
    assert answer["Location"] == "/don-vi/"
    page = open_page(keeper, "/don-vi/")
    assert "Đã sáp nhập vào UBND phường Bắc Hồng Lĩnh." in page.text
    assert "UBND phường Đức Thuận" in page.text


def test_a_refused_merger_keeps_what_was_typed(keeper, ward):
    answer = keeper.post(AT, _prepared(ward, di=""))
    assert answer.status_code == 422
    page = examine(answer, status=422)
    assert "Chưa ai sang đơn vị mới giữ vai trò" in page.text
    assert page.form(button="Xem trước").values["so"] == "1665/NQ-UBTVQH15"


@pytest.mark.parametrize(
    "typed", [{"ngay": "31/09/2025"}, {"so": ""}, {"ma": "99999"}, {"ma": "18124"}, {"ngay": "01/07/2035"}]
)
def test_what_cannot_be_read_or_known_is_refused_on_the_page(keeper, ward, typed):
    assert keeper.post(AT, _prepared(ward, **typed)).status_code == 422
    assert not Unit.objects.filter(name="Bắc Hồng Lĩnh").exists()


# Rooms


def test_a_new_ward_does_without_what_the_old_one_did_without_until_somebody_chooses(
    ward, merge, merger, now
):
    off = [RoomSwitch(room="risks", on=False, since=date(2025, 1, 1), kept_at="Sổ giấy, tủ 2")]
    keep(ward.unit, off, at=now)
    new = merge(merger)
    assert rooms.off(new, DAY) == {"risks"}
    row = RoomSwitch.objects.get(unit=new)
    assert (row.kept_at, row.by) == ("Sổ giấy, tủ 2", None)


def test_a_ward_that_joins_later_brings_its_rooms_with_it(ward, other_ward, now):
    keep(ward.unit, [RoomSwitch(room=key, on=False, since=DAY) for key in ("risks", "audits")], at=now)
    keep(other_ward.unit, [RoomSwitch(room="audits", on=False, since=DAY)], at=now)
    new = Unit.objects.create(kind="ward", name="Mới", valid_from=DAY)
    carry_rooms(ward.unit, new, first=True, on=DAY, at=now)
    carry_rooms(other_ward.unit, new, first=False, on=DAY, at=now)
    assert rooms.off(new, DAY) == {"audits"}
