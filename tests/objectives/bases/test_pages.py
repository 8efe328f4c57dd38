"""So với căn cứ: the page with a pasted resolution, one with a paper that was read here, bad input."""

from __future__ import annotations

from django.test import Client

from chuan.objectives.bases.comparing import compared
from chuan.objectives.models import Plan, Target
from tests.examine import examine, open_page, sign_in
from tests.objectives.made import decision, read, reference_text
from tests.people import Ward, make_ward

URL = "/muc-tieu/can-cu/"
PASTED = """1. Thu nhập bình quân đầu người đạt 66 triệu đồng/người/năm trở lên.
2. Tổng thu ngân sách nhà nước trên địa bàn đạt 8.550 triệu đồng trở lên.
3. Tỷ lệ rác thải sinh hoạt được thu gom đạt 98 % trở lên."""


def test_a_pasted_resolution_is_compared_and_nothing_changes(
    client: Client, ward: Ward, plan: Plan, django_assert_max_num_queries
):
    sign_in(client, ward.secretary)
    form = open_page(client, URL).form(button="So")
    before = list(Target.objects.values_list("pk", "value"))
    with django_assert_max_num_queries(20):
        answer = form.send(client, text=PASTED)
    page = examine(answer, URL)
    rows = page.texts("//tbody/tr")
    assert any("66 triệu" in one and "khác mức" in one for one in rows)
    assert any("Tổng thu ngân sách" in one and "giống" in one for one in rows)
    assert any("rác thải" in one and "chỉ căn cứ có" in one for one in rows)
    assert "1 chỉ tiêu giống mức, 1 khác mức," in page.text
    assert "ghi 21 chỉ tiêu, bên dưới có 20 dòng với 22 số đo." in page.text
    assert "Căn cứ không cho biết 21 là đếm theo cách nào." in page.text
    assert list(Target.objects.values_list("pk", "value")) == before
    for typed, said in (
        ({"text": "Kính gửi các đồng chí."}, "Không đọc ra chỉ tiêu nào có mức"),
        ({}, "một trong ba"),
        ({"reading": "x"}, "không còn trong danh sách"),
    ):
        refused = examine(client.post(URL, typed), URL, status=422)
        assert said in refused.text
        assert refused.form(button="So").values["text"] == typed.get("text", "")


def test_a_paper_read_here_is_offered_and_another_wards_is_not(client: Client, ward: Ward, plan: Plan):
    own = read(
        ward, decision("Thu nhập bình quân đầu người đạt 66 triệu đồng/người/năm trở lên.", number="9")
    )
    other = make_ward("Nam Hồng", code="00124", prefix="nh-")
    theirs = read(other, decision("Trên 80% hồ sơ được giải quyết đúng hạn.", number="8"))
    sign_in(client, ward.secretary)
    page = examine(open_page(client, URL).form(button="So").send(client, reading=str(own.uid)), URL)
    assert "khác mức" in page.text
    assert client.post(URL, {"reading": str(theirs.uid)}).status_code == 422
    assert client.post(URL, {"reading": str(plan.reading.uid)}).status_code == 422


def test_the_decision_beside_its_own_words_is_the_same_throughout(plan: Plan):
    found = compared(plan, reference_text())
    assert [one.pair for one in found.rows if one.pair.standing != "same"] == []
    assert found.stated == (21,)
    (number,) = found.numbers
    assert (number.written, number.here.lines, number.here.values) == (21, 20, 22)
    assert (number.matched.lines, number.matched.values) == (20, 22)
    assert [number.by_lines, number.by_values, number.by_both] == [False, False, False]
