"""The pages of titles: a year at a glance, one's own, a decision written and refused."""

from __future__ import annotations

import pytest

from chuan.workforce.models import Reward, TitleRound
from tests.examine import examine, open_page
from tests.workforce.made import personnel_clerk
from tests.workforce.titles import made

ROOM = "/nhan-su/danh-hieu/"


@pytest.fixture
def keeper(ward):
    return personnel_clerk(ward)


def test_a_keeper_opens_the_year_and_writes_a_decision_and_a_wrong_one_keeps_what_was_typed(
    ward, keeper, client, sign_in, django_assert_max_num_queries
):
    sign_in(client, keeper)
    page = open_page(client, f"{ROOM}?nam=2021")
    assert "Chưa đo được" in page.text
    assert (
        open_page(client, page.link("Mở năm 2021")).form().send(client, citation=made.PAPER).status_code
        == 302
    )
    page = open_page(client, open_page(client, f"{ROOM}?nam=2021").link("Ghi quyết định"))
    sent = page.form().send(client, decision="310/QĐ-UBND", on="20/12/2020", people=[str(ward.clerk.uid)])
    refused = examine(sent, page.url, status=422)
    assert "20/12/2020" in refused.notice
    assert refused.one("#id_decision").get("value") == "310/QĐ-UBND"
    assert refused.form().send(client, on="20/12/2021", all_results="on").status_code == 302
    with django_assert_max_num_queries(20):
        page = open_page(client, f"{ROOM}?nam=2021")
    assert "1 trong 8 người đang làm việc (12,5 %)" in page.text
    assert "mục tiêu ấy trái với việc xếp loại trung thực" in page.text
    row = Reward.objects.get()
    assert row.official == ward.clerk
    void = open_page(client, f"{ROOM}dong/{row.uid}/bo/")
    assert examine(void.form().send(client, reason=""), void.url, status=422).notice
    assert void.form().send(client, reason="nhầm").status_code == 302


def test_others_see_numbers_and_their_own_and_nobody_elses(ward, keeper, client, sign_in):
    round_ = made.opened(ward.viewer(keeper))
    made.decided(round_, [ward.clerk, ward.specialist], by=ward.viewer(keeper))
    sign_in(client, ward.specialist)
    page = open_page(client, f"{ROOM}?nam=2021")
    assert "2 trong 8 người đang làm việc" in page.text
    assert ward.clerk.name not in page.text
    own = open_page(client, page.link("Của tôi"))
    assert "Quyết định 310/QĐ-UBND" in own.text
    assert "chưa kiểm chứng" in own.text
    assert client.get(f"{ROOM}nguoi/{ward.clerk.uid}/").status_code == 404
    assert client.get(f"{ROOM}nam/{round_.uid}/quyet-dinh/").status_code == 403


def test_another_wards_year_line_and_official_are_not_there(ward, other_ward, keeper, client, sign_in):
    round_ = made.opened(ward.viewer(keeper))
    [row] = made.decided(round_, [ward.clerk], by=ward.viewer(keeper))
    sign_in(client, other_ward.chairman)
    for address in (f"nguoi/{ward.clerk.uid}/", f"nam/{round_.uid}/quyet-dinh/", f"dong/{row.uid}/bo/"):
        assert client.get(ROOM + address).status_code == 404
    assert client.post(f"{ROOM}nam/{round_.uid}/du-ket-qua/", {"du": "0"}).status_code == 404
    assert TitleRound.objects.get().concluded_at is not None
