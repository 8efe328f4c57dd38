"""Cán bộ: the list, an official's page, and the page of each verb."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from chuan.people.models import Account, Official, Succession
from chuan.people.passwords import LETTERS
from chuan.people.roles import Role
from chuan.trail.models import Entry
from tests.examine import Page, examine, open_page
from tests.people import Ward

PAPER = "Quyết định 15/QĐ-UBND ngày 04/01/2021"
VERBS = ["bo-nhiem", "giao-vai-tro", "cho-thoi", "cap-tai-khoan", "cap-lai-mat-khau", "dong-tai-khoan"]
ONE_TIME = re.compile(f"[{LETTERS}]{{5}}(?:-[{LETTERS}]{{5}}){{3}}")


@pytest.fixture
def chairman(client, ward: Ward, sign_in) -> Client:
    return sign_in(client, ward.chairman)


def at(official: Official, verb: str = "") -> str:
    return f"/can-bo/{official.uid}/{verb}/" if verb else f"/can-bo/{official.uid}/"


def fill(client: Client, url: str, button: str, **typed):
    return open_page(client, url).form(button=button).send(client, **typed)


def after(client: Client, answer) -> Page:
    assert answer.status_code == 302, examine(answer).notice
    return open_page(client, answer["Location"])


# The list


def test_the_list_shows_who_holds_what_by_given_name(chairman, ward: Ward):
    page = open_page(chairman, "/can-bo/")
    assert page.texts("//tbody/tr/th") == [
        "Lê Văn Một Cửa",
        "Đỗ Đánh Giá",
        "Vũ Thị Văn Hóa",
        "Người Ký",
        "Phạm Thư Ký",
        "Trần Thị Văn Phòng",
        "Hồ Quản Trị",
    ]
    assert page.texts("//tbody/tr[1]/td") == ["Tư pháp – hộ tịch", "Công chức một cửa", "đang dùng"]
    assert "7 người" in page.text


def test_everybody_of_the_ward_may_read_it_and_keepers_may_add(client, ward: Ward, sign_in):
    for official, may in ((ward.specialist, False), (ward.administrator, True)):
        page = open_page(sign_in(client, official), "/can-bo/")
        assert ("Thêm cán bộ" in page.text) is may


def test_a_search_folds_marks_and_stays_in_its_box(chairman):
    page = open_page(chairman, "/can-bo/?tim=mot cua")
    assert page.texts("//tbody/tr/th") == ["Lê Văn Một Cửa"]
    assert page.one("#tim-ten").get("value") == "mot cua"


def test_a_search_that_finds_nobody_says_what_to_try(chairman):
    assert "Không thấy cán bộ nào" in open_page(chairman, "/can-bo/?tim=zzz").text


def test_who_left_is_shown_on_demand(chairman, ward: Ward, today):
    for held in (ward.clerk.grants, ward.clerk.appointments):
        held.update(valid_to=today)
    assert ward.clerk.name not in open_page(chairman, "/can-bo/").text
    page = open_page(chairman, "/can-bo/?tat-ca=1")
    assert ward.clerk.name in page.text
    assert page.one("#ca-da-nghi").get("checked") is not None


def test_a_newcomer_without_post_or_role_is_shown(chairman, ward: Ward):
    Official.objects.create(unit=ward.unit, name="Bùi Thị Mới")
    page = open_page(chairman, "/can-bo/")
    assert page.texts("//tbody/tr[th='Bùi Thị Mới']/td") == ["chưa có", "chưa có", "chưa có"]


def test_each_state_of_an_account_has_its_words(chairman, ward: Ward, now):
    from datetime import timedelta

    Account.objects.filter(username="clerk").update(is_active=False)
    Account.objects.filter(username="one_stop").update(locked_until=now + timedelta(minutes=9))
    Account.objects.filter(username="auditor").update(must_change_password=True)
    states = dict(
        zip(
            *(open_page(chairman, "/can-bo/").texts(f"//tbody/tr/{of}") for of in ("th", "td[3]")),
            strict=True,
        )
    )
    assert states["Trần Thị Văn Phòng"] == "đã đóng"
    assert re.fullmatch(r"tạm khóa đến \d\d:\d\d", states["Lê Văn Một Cửa"])
    assert states["Đỗ Đánh Giá"] == "chưa đổi mật khẩu được cấp"


def test_another_ward_s_officials_are_not_in_it(chairman, other_ward: Ward):
    page = open_page(chairman, "/can-bo/")
    assert len(page.find("//tbody/tr")) == 7
    assert not [one for one in page.tree.xpath("//a/@href") if str(other_ward.clerk.uid) in one]


# One official


def test_an_official_s_page_shows_periods_and_documents(chairman, ward: Ward):
    page = open_page(chairman, at(ward.secretary))
    assert page.title == "Phạm Thư Ký"
    assert page.texts("//section[@aria-labelledby='vai-tro']//tbody//*[self::th or self::td]") == [
        "Thư ký ISO", "01/01/2020", "–", "Quyết định phân công thử nghiệm",
    ]  # fmt: skip
    assert "secretary" in page.text


def test_others_see_no_buttons_on_it(client, ward: Ward, sign_in):
    page = open_page(sign_in(client, ward.clerk), at(ward.secretary))
    assert not [one for one in page.tree.xpath("//main//a/@href") if any(verb in one for verb in VERBS)]


def test_on_his_own_page_nobody_finds_the_button_that_gives_a_role(chairman, ward: Ward):
    assert "Giao vai trò" not in open_page(chairman, at(ward.chairman)).text
    assert "Giao vai trò" in open_page(chairman, at(ward.clerk)).text


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_an_official_of_another_ward_is_not_there(chairman, other_ward: Ward, verb):
    open_page(chairman, at(other_ward.clerk, verb), status=404)
    if verb:
        assert chairman.post(at(other_ward.clerk, verb), {}).status_code == 404


@pytest.mark.parametrize("verb", VERBS)
def test_only_keepers_open_the_pages_that_change_something(client, ward: Ward, sign_in, verb):
    page = open_page(sign_in(client, ward.secretary), at(ward.clerk, verb), status=403)
    assert "Việc này thuộc quyền của Chủ tịch hoặc Quản trị." in page.text
    assert client.post(at(ward.clerk, verb), {}).status_code == 403
    assert not Entry.objects.exists()


def test_adding_is_for_keepers_too(client, ward: Ward, sign_in):
    open_page(sign_in(client, ward.secretary), "/can-bo/them/", status=403)


def test_an_official_of_a_predecessor_is_read_and_not_changed(chairman, ward: Ward, other_ward: Ward, today):
    Succession.objects.create(
        predecessor=other_ward.unit, successor=ward.unit, on=today, citation="Nghị quyết thử nghiệm"
    )
    page = open_page(chairman, at(other_ward.clerk))
    assert "Bổ nhiệm" not in page.text
    open_page(chairman, at(other_ward.clerk, "bo-nhiem"), status=404)


# Verbs


def test_adding_leads_to_the_new_official_s_page(chairman):
    page = after(chairman, fill(chairman, "/can-bo/them/", "Thêm", name="Bùi Thị Mới"))
    assert page.title == "Bùi Thị Mới"
    assert page.notice == "Đã thêm Bùi Thị Mới."


WHOLE = {
    "name": "Bùi Thị Mới",
    "new_post": "Thống kê",
    "role": "specialist",
    "since": "4/1/2021",
    "citation": PAPER,
}


def test_somebody_comes_in_whole_with_one_form_and_the_password_is_said_once(chairman):
    page = examine(fill(chairman, "/can-bo/them/", "Thêm", **WHOLE, username="moi.bt"))
    newcomer = Official.objects.get(name="Bùi Thị Mới")
    assert page.title == "Mật khẩu dùng một lần"
    assert newcomer.account is not None
    assert newcomer.account.check_password(ONE_TIME.search(page.text)[0])
    assert [one.post.title for one in newcomer.appointments.all()] == ["Thống kê"]
    assert [one.role for one in newcomer.grants.all()] == ["specialist"]
    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["add_official", "open_post", "appoint", "grant_role", "issue_account"]


def test_with_the_name_a_post_or_role_needs_its_day_and_document(chairman):
    page = examine(fill(chairman, "/can-bo/them/", "Thêm", name="Bùi Thị Mới", role="specialist"))
    assert page.texts(".form-error") == ["Ghi ngày văn bản có hiệu lực.", "Ghi văn bản làm căn cứ."]
    assert page.form(button="Thêm").values["role"] == "specialist"


def test_a_name_that_is_taken_takes_back_the_whole_of_it(chairman, ward: Ward):
    before = Entry.objects.count(), Official.objects.count()
    page = examine(fill(chairman, "/can-bo/them/", "Thêm", **WHOLE, username="clerk"))
    assert "clerk" in page.texts(".form-error")[0]
    assert page.form(button="Thêm").values["new_post"] == "Thống kê"
    assert (Entry.objects.count(), Official.objects.count()) == before


def test_two_posts_at_once_are_asked_about(chairman, ward: Ward):
    post = ward.clerk.appointments.get().post
    page = examine(fill(chairman, "/can-bo/them/", "Thêm", **WHOLE | {"post": str(post.pk)}))
    assert page.texts(".form-error") == ["Chọn một chức danh trong danh sách, hoặc ghi một chức danh mới."]


def test_a_refused_name_stands_at_its_field(chairman):
    page = examine(fill(chairman, "/can-bo/them/", "Thêm", name="A"))
    assert page.texts(".form-error") == ["Chưa ghi họ và tên. Viết đủ như trong văn bản rồi lưu lại."]
    assert page.form(button="Thêm").values["name"] == "A"


def test_a_role_is_given_with_the_date_as_offices_write_it(chairman, ward: Ward):
    answer = fill(
        chairman,
        at(ward.clerk, "giao-vai-tro"),
        "Giao vai trò",
        role="auditor",
        since="4/1/2021",
        citation=PAPER,
    )
    page = after(chairman, answer)
    assert "Đã giao vai trò: Đánh giá viên." in page.notice
    assert "Đánh giá viên 04/01/2021 –" in page.text


def test_the_overseer_s_role_is_not_among_those_to_give(chairman, ward: Ward):
    page = open_page(chairman, at(ward.clerk, "giao-vai-tro"))
    offered = {one.get("value") for one in page.find("//select[@name='role']/option")}
    assert offered == {"", *Role.values} - {"overseer", "inspector"}


def test_a_refused_form_says_what_is_wrong_where_it_is_and_keeps_what_was_typed(chairman, ward: Ward):
    typed = {"role": "auditor", "since": "04/01/2021", "until": "31/9/2021", "citation": PAPER}
    url = at(ward.clerk, "giao-vai-tro")
    page = examine(fill(chairman, url, "Giao vai trò", **typed), url)
    assert "Tháng 9 năm 2021 không có ngày 31." in page.notice
    assert {k: v for k, v in page.form(button="Giao vai trò").values.items() if k in typed} == typed
    page = examine(page.form(button="Giao vai trò").send(chairman, until="01/01/2021"), url)
    assert "Ngày kết thúc 01/01/2021 không sau ngày bắt đầu 04/01/2021." in page.texts(".form-error")[0]


def test_a_role_to_oneself_is_refused_on_the_form(chairman, ward: Ward):
    url = at(ward.chairman, "giao-vai-tro")
    page = examine(
        fill(chairman, url, "Giao vai trò", role="auditor", since="04/01/2021", citation=PAPER), url
    )
    assert "Không ai tự giao hoặc tự gia hạn vai trò cho mình." in page.notice


def test_an_official_is_appointed_to_a_post_of_the_list(chairman, ward: Ward):
    post = ward.one_stop.appointments.get().post
    answer = fill(
        chairman, at(ward.clerk, "bo-nhiem"), "Bổ nhiệm", post=post.pk, since="01/02/2021", citation=PAPER
    )
    assert "Đã bổ nhiệm: Tư pháp – hộ tịch." in after(chairman, answer).notice


def test_or_to_a_new_post(chairman, ward: Ward, acts):
    typed = {"new_post": "Địa chính – xây dựng", "since": "01/02/2021", "citation": PAPER}
    after(chairman, fill(chairman, at(ward.clerk, "bo-nhiem"), "Bổ nhiệm", **typed))
    assert acts() == ["open_post", "appoint"]


def test_a_new_post_is_not_kept_when_the_appointment_is_refused(chairman, ward: Ward):
    typed = {"new_post": "Địa chính – xây dựng", "since": "01/02/2001", "citation": PAPER}
    url = at(ward.clerk, "bo-nhiem")
    page = examine(fill(chairman, url, "Bổ nhiệm", **typed), url)
    assert "UBND phường Bắc Hồng có từ 01/01/2010" in page.notice
    assert not ward.unit.posts.filter(title="Địa chính – xây dựng").exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize("both", [True, False])
def test_one_post_is_asked_for_not_none_and_not_two(chairman, ward: Ward, both):
    post = ward.one_stop.appointments.get().post
    typed = {"post": post.pk, "new_post": "Khác"} if both else {}
    url = at(ward.clerk, "bo-nhiem")
    page = examine(fill(chairman, url, "Bổ nhiệm", since="01/02/2021", citation=PAPER, **typed), url)
    assert "Chọn một chức danh trong danh sách, hoặc ghi một chức danh mới." in page.notice


def test_posts_of_another_ward_are_not_offered(chairman, ward: Ward, other_ward: Ward):
    page = open_page(chairman, at(ward.clerk, "bo-nhiem"))
    assert len(page.find("//select[@name='post']/option")) == 8


def test_what_is_held_can_be_ended(chairman, ward: Ward):
    url = at(ward.auditor, "cho-thoi")
    offered = open_page(chairman, url).find("//select[@name='held']/option")
    assert [one.text for one in offered] == [
        "Chọn chức danh hoặc vai trò",
        "Đánh giá viên nội bộ",
        "Đánh giá viên",
    ]
    held = offered[2].get("value")
    page = after(chairman, fill(chairman, url, "Cho thôi", held=held, on="01/07/2021", citation=PAPER))
    assert "Đã cho thôi: Đánh giá viên." in page.notice
    assert "Đánh giá viên 01/01/2020 01/07/2021" in page.text


def test_what_has_ended_is_no_longer_offered(chairman, ward: Ward, today):
    ward.auditor.grants.update(valid_to=today)
    offered = open_page(chairman, at(ward.auditor, "cho-thoi")).find("//select[@name='held']/option")
    assert len(offered) == 2


def test_the_last_keeper_is_told_on_the_form(chairman, ward: Ward, today):
    ward.administrator.grants.update(valid_to=today)
    url = at(ward.chairman, "cho-thoi")
    typed = {"held": "role:chairman:2020-01-01", "on": today.strftime("%d/%m/%Y"), "citation": PAPER}
    page = examine(fill(chairman, url, "Cho thôi", **typed), url)
    assert "Người Ký là người cuối cùng còn quyền giao vai trò trong đơn vị." in page.notice


# Accounts


@pytest.fixture
def newcomer(ward: Ward) -> Official:
    return Official.objects.create(unit=ward.unit, name="Bùi Thị Mới")


def test_the_one_time_password_is_shown_once_and_not_kept_by_the_browser(chairman, newcomer):
    answer = fill(chairman, at(newcomer, "cap-tai-khoan"), "Cấp tài khoản", username="moi.bt")
    page = examine(answer)
    (password,) = ONE_TIME.findall(page.text)
    assert "moi.bt" in page.text
    assert "no-store" in answer["Cache-Control"]
    stranger = Client()
    assert stranger.post("/dang-nhap/", {"login": "moi.bt", "password": password})["Location"] == "/"
    assert stranger.get("/can-bo/")["Location"] == "/doi-mat-khau/"
    assert not ONE_TIME.findall(open_page(chairman, at(newcomer)).text)


def test_sending_the_form_again_shows_no_second_password(chairman, newcomer):
    url = at(newcomer, "cap-tai-khoan")
    fill(chairman, url, "Cấp tài khoản", username="moi.bt")
    page = examine(chairman.post(url, {"username": "moi.bt2"}), url)
    assert "Bùi Thị Mới đã có tài khoản." in page.notice
    assert not ONE_TIME.findall(page.text)


def test_a_taken_name_stands_at_its_field(chairman, newcomer):
    url = at(newcomer, "cap-tai-khoan")
    page = examine(fill(chairman, url, "Cấp tài khoản", username="clerk"), url)
    assert page.texts(".form-error")[0].startswith("Tên đăng nhập “clerk” đã có người dùng.")


def test_a_new_password_ends_the_official_s_sessions(chairman, ward: Ward, sign_in):
    theirs = sign_in(Client(), ward.clerk)
    page = examine(fill(chairman, at(ward.clerk, "cap-lai-mat-khau"), "Cấp lại mật khẩu"))
    assert len(ONE_TIME.findall(page.text)) == 1
    assert theirs.get("/tai-khoan/")["Location"].startswith("/dang-nhap/")


def test_opening_the_page_changes_nothing(chairman, ward: Ward, acts):
    page = open_page(chairman, at(ward.clerk, "cap-lai-mat-khau"))
    assert "hết hiệu lực ngay" in page.text
    assert acts() == []


def test_closing_an_account_ends_the_official_s_sessions(chairman, ward: Ward, sign_in):
    theirs = sign_in(Client(), ward.clerk)
    page = after(chairman, fill(chairman, at(ward.clerk, "dong-tai-khoan"), "Đóng tài khoản", citation=PAPER))
    assert page.notice == "Đã đóng tài khoản của Trần Thị Văn Phòng."
    assert theirs.get("/tai-khoan/")["Location"].startswith("/dang-nhap/")


def test_the_pages_offer_what_can_be_done(chairman, ward: Ward, newcomer):
    def offered(official):
        return [verb for verb in VERBS if verb in open_page(chairman, at(official)).html]

    assert offered(newcomer) == ["bo-nhiem", "giao-vai-tro", "cho-thoi", "cap-tai-khoan"]
    assert offered(ward.clerk) == [
        "bo-nhiem",
        "giao-vai-tro",
        "cho-thoi",
        "cap-lai-mat-khau",
        "dong-tai-khoan",
    ]
