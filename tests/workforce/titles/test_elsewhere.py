"""Titles that another programme tells of come in by file: whose each is a person says, the register decides as ever."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.intake import actions
from chuan.intake.previews import preview_of
from chuan.rules.titles import Title
from chuan.rules.types import Period
from chuan.workforce.actions import titles
from chuan.workforce.measures.advanced import AdvancedWorker
from chuan.workforce.models import Reward, TitledElsewhere
from tests.examine import examine, open_page
from tests.workforce.made import joined, personnel_clerk
from tests.workforce.tools.made import bring, scope

PROVINCE = "UBND tỉnh (minh họa)"
PAPER = ("20/QĐ-UBND", "24/12/2021")


def table(*rows):
    lines = ["Năm 2021", "TT;Họ và tên;Chức vụ;Danh hiệu;Số quyết định;Ngày quyết định;Cơ quan quyết định"]
    told = (";".join((str(n), *row, *PAPER, PROVINCE)) for n, row in enumerate(rows, 1))
    return "\n".join([*lines, *told]).encode("utf-8-sig")


@pytest.fixture
def keeper(ward):
    return ward.viewer(personnel_clerk(ward))


@pytest.fixture
def round_(keeper):
    return titles.open_year(2021, "KH 01/KH-UBND", by=keeper, at=timezone.now())


def given():
    return set(
        Reward.objects.known_at(None).values_list("title", "official__name", "team", "decision", "issuer")
    )


FILE = table(
    ("Trần Thị Văn Phòng", "Văn phòng", "LĐTT"),
    ("Lê Văn Một Cửa", "Tư pháp", "Lao động tiên tiến"),
    ("Người Lạ", "", "Lao động tiên tiến"),
    ("UBND phường Bắc Hồng", "", "Tập thể lao động tiên tiến"),
)


def test_titles_of_a_file_are_said_whose_and_written_into_the_register(
    ward, other_ward, keeper, round_, client, sign_in
):
    twin = joined(ward, "Lê Văn Một Cửa", since=date(2020, 1, 1), post="Địa chính")
    bring(FILE, keeper, source="Phần mềm thi đua")
    rows = {one.name: one for one in TitledElsewhere.objects.standing()}
    assert {one.year for one in rows.values()} == {2021}
    assert not Reward.objects.exists()
    sign_in(client, keeper.official)
    assert "Danh hiệu từ tệp" in open_page(client, "/nhan-su/danh-hieu/?nam=2021").text
    address = f"/nhan-su/danh-hieu/nam/{round_.uid}/tu-tep/"
    page = open_page(client, address)
    assert "2 người cùng tên: chọn đúng người" in page.text
    assert "không ai giữ chức danh trong năm có tên này" in page.text
    assert page.tree.xpath("//select/option[@selected]/@value").count(str(ward.clerk.uid)) == 1
    field = {name: f"d{row.pk}-whose" for name, row in rows.items()}
    assert client.post(address, {}).status_code == 422
    twice = {field["Trần Thị Văn Phòng"]: str(twin.uid), field["Lê Văn Một Cửa"]: str(twin.uid)}
    assert "được chọn cho hai dòng" in examine(client.post(address, twice), address, status=422).text
    said = {field["Lê Văn Một Cửa"]: str(twin.uid), field["UBND phường Bắc Hồng"]: "tap-the"}
    client.post(address, said | {field["Trần Thị Văn Phòng"]: str(ward.clerk.uid)})
    number = PAPER[0]
    assert given() == {
        ("advanced_worker", "Trần Thị Văn Phòng", "", number, PROVINCE),
        ("advanced_worker", "Lê Văn Một Cửa", "", number, PROVINCE),
        ("advanced_team", None, "UBND phường Bắc Hồng", number, PROVINCE),
    }
    assert Reward.objects.get(official=ward.clerk).decided_on == date(2021, 12, 24)

    bring(FILE, keeper, source="Phần mềm thi đua", name="lan-hai.csv")
    assert (TitledElsewhere.objects.count(), Reward.objects.count()) == (4, 3)
    left = open_page(client, address).text
    assert "Người Lạ" in left
    assert "Trần Thị Văn Phòng" not in left.partition("Là của ai")[2].partition("Người Lạ")[0]
    for official in (ward.clerk, ward.auditor):
        sign_in(client, official)
        assert client.get(address).status_code == 403
    sign_in(client, other_ward.chairman)
    assert client.get(address).status_code == 404

    measure, asked = AdvancedWorker(), scope(ward.unit, Period.year(2021))
    assert measure.grade_in(asked) == "B"
    assert "chưa ghi là đã đủ" in measure.obstacles(asked)[0].sentence
    titles.conclude(round_, complete=True, by=keeper, at=timezone.now())
    assert measure.counts(scope(ward.unit, Period.year(2021))).numerator == 2


def test_what_stands_by_the_same_decision_is_joined_and_by_another_refused(
    ward, keeper, round_, client, sign_in
):
    decided = titles.Decided(PAPER[0], date(2021, 12, 24), "UBND thị xã")
    titles.record_decision(
        round_, Title.ADVANCED_WORKER, decided, officials=[ward.clerk], by=keeper, at=timezone.now()
    )
    other = titles.Decided("99/QĐ-UBND", date(2021, 12, 25), "UBND thị xã")
    titles.record_decision(
        round_, Title.ADVANCED_WORKER, other, officials=[ward.specialist], by=keeper, at=timezone.now()
    )
    bring(
        table(("Trần Thị Văn Phòng", "", "LĐTT"), ("Vũ Thị Văn Hóa", "", "LĐTT")), keeper, source="Phần mềm thi đua"
    )  # fmt: skip
    rows = {one.name: one for one in TitledElsewhere.objects.all()}
    sign_in(client, keeper.official)
    address = f"/nhan-su/danh-hieu/nam/{round_.uid}/tu-tep/"
    assert "đã có trong sổ theo 99/QĐ-UBND" in open_page(client, address).text
    both = {f"d{rows[name].pk}-whose": str(one.uid) for name, one in (
        ("Trần Thị Văn Phòng", ward.clerk), ("Vũ Thị Văn Hóa", ward.specialist)
    )}  # fmt: skip
    refused = client.post(address, both)
    assert "đã có danh hiệu này trong sổ, theo 99/QĐ-UBND" in examine(refused, address, status=422).text
    assert not TitledElsewhere.objects.filter(reward__isnull=False).exists()
    client.post(address, {f"d{rows['Trần Thị Văn Phòng'].pk}-whose": str(ward.clerk.uid)})
    assert Reward.objects.count() == 2
    assert TitledElsewhere.objects.get(reward__isnull=False).reward.official == ward.clerk


def test_a_title_nobody_knows_and_a_day_that_is_none_are_told_by_row(keeper):
    wrong = table(("Trần Thị Văn Phòng", "", "Anh hùng")).replace(b"24/12/2021", b"31/02/2021")
    held = actions.look(actions.receive_file(wrong, "a.csv", by=keeper, at=timezone.now()), at=timezone.now())
    actions.confirm_layout(
        held, preview_of(held).mapping, name="B", source="Tỉnh", by=keeper, at=timezone.now()
    )
    told = " ".join(fault.sentence for fault in preview_of(held).unreadable)
    assert "Anh hùng" in told
    assert "31/02/2021" in told
