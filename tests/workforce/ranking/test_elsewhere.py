"""Results that another programme gave come in by file: whose each is a person says, two of one name are asked."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.intake import actions
from chuan.intake.previews import preview_of
from chuan.workforce.models import Assessment, RankedElsewhere
from tests.examine import open_page
from tests.workforce.made import joined, personnel_clerk
from tests.workforce.ranking import made
from tests.workforce.tools.made import bring


@pytest.fixture
def keeper(ward):
    return ward.viewer(personnel_clerk(ward))


def table(*rows):
    lines = ["Từ ngày 01/01/2021 đến ngày 31/12/2021", "TT;Họ và tên;Chức danh;Điểm;Mức xếp loại"]
    return "\n".join([*lines, *(";".join((str(n), *row)) for n, row in enumerate(rows, 1))]).encode(
        "utf-8-sig"
    )


def test_results_of_a_file_are_said_whose_and_kept_as_decided(ward, keeper, client, sign_in):
    twin = joined(ward, "Lê Văn Một Cửa", since=date(2020, 1, 1), post="Địa chính")
    round_ = made.year(keeper)
    file = table(
        ("Trần Thị Văn Phòng", "Văn phòng", "81,5", "HTTNV"),
        ("Lê Văn Một Cửa", "Tư pháp", "", "Hoàn thành nhiệm vụ"),
        ("Người Lạ", "", "", "HTXSNV"),
    )
    bring(file, keeper, source="Phần mềm của tỉnh")
    assert RankedElsewhere.objects.standing().count() == 3
    sign_in(client, keeper.official)
    address = f"/nhan-su/xep-loai/ky/{round_.uid}/tu-tep/"
    told = open_page(client, address).text
    assert "hoàn thành tốt nhiệm vụ, 81,5 điểm" in told
    assert "2 người cùng tên: chọn đúng người" in told
    assert "không ai chờ kết quả có tên này" in told
    rows = {one.name: one for one in RankedElsewhere.objects.all()}
    clerk, other = made.row(round_, ward.clerk), made.row(round_, twin)
    paper = {"body": "Sở Nội vụ", "number": "77/QĐ-UBND", "on": "24/12/2021"}
    mine, theirs = (f"d{rows[name].pk}-whose" for name in ("Trần Thị Văn Phòng", "Lê Văn Một Cửa"))
    twice = client.post(address, paper | {mine: clerk.pk, theirs: clerk.pk})
    assert twice.status_code == 422
    assert "được chọn cho hai dòng" in twice.content.decode()
    assert client.post(address, {mine: clerk.pk}).status_code == 422
    client.post(address, paper | {mine: clerk.pk, theirs: other.pk})
    done = Assessment.objects.filter(status="decided").values_list(
        "official__name", "decided_level", "points"
    )
    assert set(done) == {("Trần Thị Văn Phòng", "good", "81.5"), ("Lê Văn Một Cửa", "completed", "")}
    assert "Trần Thị Văn Phòng" not in open_page(client, address).text.partition("Là của ai")[2][:400]

    bring(file, keeper, source="Phần mềm của tỉnh", name="lan-hai.csv")
    assert RankedElsewhere.objects.count() == 3
    sign_in(client, ward.chairman)
    assert client.get(address).status_code == 200
    sign_in(client, ward.clerk)
    assert client.get(address).status_code in (403, 404)


def test_points_beyond_the_scale_and_an_unknown_level_are_told_by_row(ward, keeper):
    wrong = table(("Trần Thị Văn Phòng", "", "181", "HTTNV"), ("Lê Văn Một Cửa", "", "", "loại A"))
    held = actions.look(actions.receive_file(wrong, "a.csv", by=keeper, at=timezone.now()), at=timezone.now())
    actions.confirm_layout(
        held, preview_of(held).mapping, name="B", source="Tỉnh", by=keeper, at=timezone.now()
    )
    told = {fault.place: fault.sentence for fault in preview_of(held).unreadable}
    assert "ngoài thang từ 0 đến 100" in told["dòng 3, cột 4"]
    assert "loại A" in told["dòng 4, cột 5"]
    assert not RankedElsewhere.objects.exists()
