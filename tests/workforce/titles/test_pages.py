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
    with django_assert_max_num_queries(28):
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


def test_a_keeper_goes_from_registration_to_the_draft_and_a_wrong_count_is_told_by_name(
    ward, keeper, client, sign_in
):
    round_ = made.opened(ward.viewer(keeper))
    sign_in(client, keeper)
    home = f"{ROOM}?nam=2021"

    def step(label):
        return open_page(client, open_page(client, home).link(label))

    both = [str(ward.clerk.uid), str(ward.specialist.uid)]
    assert step("Ghi đăng ký").form().send(client, on="15/01/2021", people=both).status_code == 302
    page = step("Đề nghị xét")
    assert "1 tiêu chuẩn đạt, 0 chưa đạt, 4 chưa rõ" in page.text
    rows = [str(one.uid) for one in round_.candidates.all()]
    assert page.form().send(client, on="10/12/2021", candidates=rows).status_code == 302
    members = [str(one.uid) for one in (ward.chairman, ward.clerk, ward.specialist)]
    sent = {"citation": "QĐ 5", "chair": members[0], "secretary": members[1], "members": members}
    assert step("Hội đồng").form().send(client, **sent).status_code == 302
    page = step("Ghi kết quả bỏ phiếu")
    clerk, other = (one.uid.hex for one in round_.candidates.order_by("pk"))
    counted = {
        f"agreed_{clerk}": "2",
        f"against_{clerk}": "0",
        f"agreed_{other}": "0",
        f"against_{other}": "3",
    }
    refused = examine(page.form().send(client, on="12/12/2021", **counted), page.url, status=422)
    assert "0 đồng ý + 3 không đồng ý + 0 không hợp lệ = 3, khác 2 phiếu phát ra" in refused.text
    assert "không bỏ phiếu cho chính mình (chưa kiểm chứng)" in refused.text
    assert refused.one(f"#id_agreed_{clerk}").get("value") == "2"
    told = refused.form().send(client, **{f"against_{other}": "2"})
    sitting = open_page(client, told.headers["Location"])
    assert "2 phiếu đồng ý trên tổng số 2 thành viên (không tính người được xét)" in sitting.text
    assert client.get(sitting.url + "bien-ban/").content.startswith(b"%PDF")
    person = open_page(client, f"{ROOM}nguoi/{ward.clerk.uid}/?nam=2021")
    facts = open_page(client, person.link("Ghi dữ liệu xét"))
    given = {"discipline": "none", "leave": "2", "document": "Hồ sơ"}
    assert facts.form().send(client, **given).status_code == 302
    assert "không bị kỷ luật" in open_page(client, person.url).text
    page = open_page(client, home)
    assert page.form("/du-thao/").send(client).status_code in (302, 403)
    page = open_page(client, f"{ROOM}sang-kien/")
    page = open_page(client, page.link("Ghi sáng kiến"))
    given = {"name": "Trả lời tự động", "authors": both, "document": "QĐ 8", "on": "02/11/2021"}
    assert page.form().send(client, **given).status_code == 302
    assert "Trả lời tự động" in open_page(client, f"{ROOM}sang-kien/").text
