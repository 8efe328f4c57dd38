"""The review page: the paper beside what was read; answering, editing, confirming by plain forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.documents import actions
from chuan.documents.cells import cells_of
from chuan.documents.draft import SALT, from_post
from chuan.documents.models import Reading
from chuan.documents.standing import proposed_of, result_of
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.trail.models import Entry
from tests.documents.papers import WITHOUT_OBJECTIVES
from tests.examine import Page, examine, open_page
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]


def address(reading: Reading) -> str:
    return f"/van-ban/ban-doc/{reading.uid}/"


def send(client: Client, page: Page, do: str = "save", **typed: str) -> HttpResponse:
    """Send the page's form as a browser would, with these fields typed."""
    form = page.form("/")
    names = {one.get("name") for one in form.element.iter() if one.get("name")}
    assert set(typed) <= names, set(typed) - names
    return client.post(form.action, form.values | typed | {"do": do})


@pytest.fixture
def page(clerks_browser: Client, reading: Reading) -> Page:
    return open_page(clerks_browser, address(reading))


# What is shown


def test_the_page_names_what_the_decision_issues(page: Page) -> None:
    assert page.title == "Xác nhận bản đọc: Mục tiêu chất lượng năm 2021"


def test_the_paper_stands_on_the_left_with_numbered_spans_and_no_stars(page: Page) -> None:
    left, right = page.find(".pane")
    paper = "".join(left.itertext())
    assert "Tổng thu ngân sách nhà nước trên địa bàn" in paper
    assert "**" not in paper
    assert left.xpath(".//a[contains(@class,'sp-target')]")
    assert right.xpath(".//table[contains(@class,'read')]")


def test_each_number_links_to_its_row_and_each_row_back(page: Page) -> None:
    there = {a.get("href") for a in page.find("a.sp")}
    back = {a.get("href") for a in page.find(".//td[@class='ref']/a")} | {
        a.get("href") for a in page.find(".//div[contains(@class,'q')]//a")
    }
    ids = set(page.tree.xpath("//@id"))
    assert len(there) > 45
    assert {href[1:] for href in there} <= ids
    assert {href.replace("#g", "#v") for href in there} <= back


def test_what_was_read_is_counted_in_the_head(page: Page) -> None:
    assert "7 mục tiêu · 33 số đo" in page.text
    assert page.link("3 câu hỏi") == "#cau-hoi"
    assert page.find("#nhan-xet")


def test_no_answer_is_chosen_beforehand(page: Page) -> None:
    radios = page.find(".//input[@type='radio']")
    assert len(radios) == 9
    assert not [one for one in radios if one.get("checked") is not None]


def test_the_save_bar_says_how_many_are_answered(page: Page) -> None:
    assert "Đã trả lời 0 trong 3 câu hỏi. Trả lời nốt 3 câu để xác nhận." in page.text


def test_each_target_has_its_comparison_level_and_unit(page: Page) -> None:
    values = page.form("/").values
    assert (values["t-1.3-0-op"], values["t-1.3-0-value"], values["t-1.3-0-unit"]) == (
        "at_least",
        "8.550",
        "triệu đồng",
    )
    assert values["t-1.12-0-op"] == "less_than"
    assert values["t-1.15-0-value"] == "9/10"
    assert values["t-1.17-0-op"] == "yes_no"


def test_the_remarks_on_form_are_listed_and_lead_to_their_place(page: Page) -> None:
    remarks = page.texts(".//*[@id='nhan-xet']//li")
    assert any("V/v" in one for one in remarks)
    assert any("Phần đầu" in one for one in remarks)


def test_a_decision_without_objectives_says_so(clerks_browser: Client, clerk: Viewer, now: datetime) -> None:
    reading = actions.receive(WITHOUT_OBJECTIVES, "q.txt", by=clerk, at=now)
    page = open_page(clerks_browser, address(reading))
    assert "Không thấy mục tiêu" in page.text
    assert "Bộ đọc không có câu hỏi nào." in page.text


def test_the_page_takes_few_statements_however_long_the_paper(
    clerks_browser: Client, reading: Reading
) -> None:
    from django.db import connection

    with CaptureQueriesContext(connection) as queries:
        clerks_browser.get(address(reading))
    assert len(queries) <= 14, [one["sql"][:90] for one in queries]


# Who sees what


def test_a_vice_chairman_confirms_but_does_not_edit(
    client: Client, sign_in: SignIn, ward: Ward, reading: Reading
) -> None:
    ward.specialist.grants.update(role="vice_chairman")
    page = open_page(sign_in(client, ward.specialist), address(reading))
    assert not page.find(".//input[@type='text']")
    assert "Xác nhận bản đọc" in page.texts("button")
    assert "Lưu nháp" not in page.texts(".//div[@class='savebar']//button")


def test_an_auditor_only_reads(client: Client, sign_in: SignIn, ward: Ward, reading: Reading) -> None:
    page = open_page(sign_in(client, ward.auditor), address(reading))
    assert not page.forms
    assert page.title == "Bản đọc: Mục tiêu chất lượng năm 2021"
    assert "8.550" in page.text


def test_an_auditor_who_sends_the_form_is_refused(
    client: Client, sign_in: SignIn, ward: Ward, reading: Reading
) -> None:
    sign_in(client, ward.clerk)
    form = open_page(client, address(reading)).form("/").values | {"t-7-0-value": "1", "do": "save"}
    sign_in(client, ward.auditor)
    assert client.post(address(reading), form).status_code == 403
    reading.refresh_from_db()
    assert reading.result == reading.proposed


def test_another_ward_gets_404(client: Client, sign_in: SignIn, other_ward: Ward, reading: Reading) -> None:
    sign_in(client, other_ward.clerk)
    assert client.get(address(reading)).status_code == 404
    assert client.post(address(reading), {"do": "confirm"}).status_code == 404
    assert client.get(f"{address(reading)}sua-lai/").status_code == 404


def test_a_stranger_signs_in_first(client: Client, reading: Reading) -> None:
    answer = client.get(address(reading))
    assert answer.status_code == 302
    assert "/dang-nhap" in answer["Location"] or "login" in answer["Location"]


# Saving


def test_a_draft_saves_changed_values_only(clerks_browser: Client, page: Page, reading: Reading) -> None:
    answer = send(clerks_browser, page, **{"t-1.3-0-value": "8.600", "f-place": "phường Bắc Hồng"})
    assert answer.status_code == 302
    reading.refresh_from_db()
    assert cells_of(result_of(reading))["t-1.3-0-value"] == "8.600"
    assert Entry.objects.filter(verb="reading.edit").count() == 1
    after = open_page(clerks_browser, address(reading))
    assert "Đã lưu 2 thay đổi" in after.notice
    assert after.form("/").values["t-1.3-0-value"] == "8.600"
    assert after.text.count("người sửa") >= 2


def test_a_draft_without_a_change_writes_nothing(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    send(clerks_browser, page)
    assert not Entry.objects.filter(verb__startswith="reading.").exists()
    assert "Chưa có gì thay đổi" in open_page(clerks_browser, address(reading)).notice


def test_a_bad_number_stays_in_its_box_with_a_sentence_beside_it(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    answer = send(
        clerks_browser, page, **{"t-1.3-0-value": "tám nghìn", "f-place": "Nơi khác", "q-0": "blank"}
    )
    again = examine(answer, address(reading), status=422)
    assert "Có 1 ô chưa đọc được nên chưa lưu thay đổi nào." in again.notice
    box = again.one(".//input[@name='t-1.3-0-value']")
    assert (box.get("value"), box.get("aria-invalid")) == ("tám nghìn", "true")
    assert "“tám nghìn” chưa đọc được thành số" in again.one(f"#{box.get('aria-describedby')}").xpath(
        "string()"
    )
    assert again.link("Mức, 1.3") == "#t-1.3-0-value", "a list of what is wrong heads the long form"
    assert again.one(".//input[@name='f-place']").get("value") == "Nơi khác", (
        "what was typed elsewhere stays too"
    )
    assert again.one(".//input[@name='q-0' and @value='blank']").get("checked") is not None
    reading.refresh_from_db()
    assert reading.result == reading.proposed


def test_a_corrected_form_saves_everything_that_was_kept(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    refused = send(clerks_browser, page, **{"t-1.3-0-value": "tám nghìn", "f-place": "Nơi khác"})
    again = examine(refused, address(reading), status=422)
    assert send(clerks_browser, again, **{"t-1.3-0-value": "8000"}).status_code == 302
    reading.refresh_from_db()
    now = cells_of(result_of(reading))
    assert (now["t-1.3-0-value"], now["f-place"]) == ("8.000", "Nơi khác")


def test_an_error_behind_a_summary_opens_it(clerks_browser: Client, page: Page, reading: Reading) -> None:
    again = examine(send(clerks_browser, page, **{"t-1.1-0-basevalue": "x"}), address(reading), status=422)
    box = again.one(".//input[@name='t-1.1-0-basevalue']")
    assert all(one.get("open") is not None for one in box.iterancestors("details"))
    again = examine(send(clerks_browser, page, **{"b-0-on": "31/02/2015"}), address(reading), status=422)
    box = again.one(".//input[@name='b-0-on']")
    assert all(one.get("open") is not None for one in box.iterancestors("details"))


def test_questions_are_answered_by_the_same_form(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    places = {one.code: n for n, one in enumerate(reading.questions.all())}
    name = f"q-{places['decrease_without_figure']}"
    typed = {name: "given", f"{name}-base": "năm 2020", f"{name}-basevalue": "12,5"}
    assert send(clerks_browser, page, **typed).status_code == 302
    after = open_page(clerks_browser, address(reading))
    assert "Đã trả lời 1 trong 3 câu hỏi." in after.text
    done = after.one(".q.done")
    assert "So với một mức đã biết" in done.xpath("string()")
    assert "năm 2020" in done.xpath("string()")
    assert "Trần Thị Văn Phòng" in done.xpath("string()")
    assert after.form("/").values["t-1.13-0-basevalue"] == "12,5"


def test_an_answer_that_lacks_its_figure_is_refused_and_kept(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    answer = send(clerks_browser, page, **{"q-0": "given"})
    again = examine(answer, address(reading), status=422)
    assert "Câu trả lời này còn thiếu số của văn bản." in again.notice
    assert again.one(".//input[@name='q-0' and @value='given']").get("checked") is not None
    assert not reading.questions.exclude(answer="").exists()


def test_a_box_typed_without_a_choice_is_no_answer(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    send(clerks_browser, page, **{"q-0-number": "36"})
    assert not reading.questions.exclude(answer="").exists()


# Two people at once


def test_two_people_who_edit_different_things_lose_nothing(
    clerks_browser: Client,
    page: Page,
    reading: Reading,
    ward: Ward,
    view: Callable[[Official], Viewer],
    now: datetime,
) -> None:
    actions.edit_value(reading, "t-7-0-value", "90", by=view(ward.secretary), at=now)
    refused = send(clerks_browser, page, **{"t-1.3-0-value": "8.600"})
    again = examine(refused, address(reading), status=422)
    assert "Người khác vừa lưu thay đổi" in again.notice
    values = again.form("/").values
    assert (values["t-1.3-0-value"], values["t-7-0-value"]) == ("8.600", "90")
    assert send(clerks_browser, again).status_code == 302
    reading.refresh_from_db()
    saved = cells_of(result_of(reading))
    assert (saved["t-1.3-0-value"], saved["t-7-0-value"]) == ("8.600", "90")


def test_two_people_who_edit_the_same_value_see_both(
    clerks_browser: Client,
    page: Page,
    reading: Reading,
    ward: Ward,
    view: Callable[[Official], Viewer],
    now: datetime,
) -> None:
    actions.edit_value(reading, "t-1.3-0-value", "8.600", by=view(ward.secretary), at=now)
    again = examine(send(clerks_browser, page, **{"t-1.3-0-value": "9.000"}), address(reading), status=422)
    assert again.form("/").values["t-1.3-0-value"] == "9.000"
    assert "Người khác vừa ghi: “8.600”" in again.text
    reading.refresh_from_db()
    assert cells_of(result_of(reading))["t-1.3-0-value"] == "8.600", "nothing was overwritten silently"


def test_confirming_an_outdated_page_is_refused(
    clerks_browser: Client, answered: Reading, ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    page = open_page(clerks_browser, address(answered))
    actions.edit_value(answered, "t-7-0-value", "90", by=view(ward.secretary), at=now)
    examine(send(clerks_browser, page, "confirm"), address(answered), status=422)
    answered.refresh_from_db()
    assert answered.status == Reading.Status.PROPOSED


# A form that was tampered with


@pytest.mark.parametrize("shown", ["", "rubbish", "a:b:c"])
def test_a_form_without_its_seal_saves_nothing(clerks_browser: Client, reading: Reading, shown: str) -> None:
    data = {"shown": shown, "do": "save", "f-place": "x"}
    examine(clerks_browser.post(address(reading), data), address(reading), status=422)
    reading.refresh_from_db()
    assert reading.result == reading.proposed


def test_fields_that_the_page_did_not_show_are_left_aside() -> None:
    from django.core import signing

    shown = signing.dumps(["mark", {"f-place": "Bắc Hồng"}], salt=SALT, compress=True)
    draft = from_post({"shown": shown, "f-place": " Bắc  Hồng ", "f-number": "9", "do": "save"})
    assert dict(draft.typed) == {}
    assert draft.do == "save"


def test_a_button_that_does_not_exist_only_saves(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    assert send(clerks_browser, page, "explode:1", **{"f-place": "x"}).status_code == 302
    reading.refresh_from_db()
    assert cells_of(result_of(reading))["f-place"] == "x"


# Lines


def test_a_line_is_split_by_a_plain_button_and_what_was_typed_is_saved(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    options = page.find(".//select[@name='place-1.4']/option")
    place = next(one.get("value") for one in options if "năng suất" in one.text)
    answer = send(clerks_browser, page, "split:1.4", **{"place-1.4": place, "f-place": "x"})
    assert answer.status_code == 302
    after = open_page(clerks_browser, address(reading))
    assert "Đã tách dòng 1.4" in after.notice
    assert after.form("/").values["t-1.5-0-unit"] == "tạ/ha"
    assert after.form("/").values["f-place"] == "x"


def test_lines_are_joined_by_a_plain_button(clerks_browser: Client, page: Page, reading: Reading) -> None:
    assert send(clerks_browser, page, "join:1.19").status_code == 302
    after = open_page(clerks_browser, address(reading))
    assert "Đã ghép dòng 1.19" in after.notice
    assert "t-1.20-0-op" not in after.form("/").values
    assert after.form("/").values["t-1.19-1-op"] == "yes_no"


def test_a_target_is_added_and_dropped_by_plain_buttons(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    send(clerks_browser, page, "add:2")
    after = open_page(clerks_browser, address(reading))
    assert after.form("/").values["t-2-1-value"] == ""
    send(clerks_browser, after, "drop:2-1")
    reading.refresh_from_db()
    assert result_of(reading) == proposed_of(reading)


@pytest.mark.parametrize("do", ["split:9.9", "split:1.4", "join:1.20", "join:", "split:"])
def test_a_line_that_cannot_be_reshaped_is_refused_on_the_page(
    clerks_browser: Client, page: Page, reading: Reading, do: str
) -> None:
    typed = {"place-1.4": "999999"} if do == "split:1.4" else {}
    names = {one.get("name") for one in page.form("/").element.iter("select")}
    assert "place-1.4" in names
    again = examine(
        clerks_browser.post(address(reading), page.form("/").values | typed | {"do": do}),
        address(reading),
        status=422,
    )
    assert again.notice
    reading.refresh_from_db()
    assert reading.result == reading.proposed


@pytest.mark.parametrize("do", ["drop:9.9-0", "drop:1.4-9", "drop:x", "add:9.9"])
def test_a_target_that_is_not_there_changes_nothing(
    clerks_browser: Client, page: Page, reading: Reading, do: str
) -> None:
    assert send(clerks_browser, page, do).status_code == 302
    reading.refresh_from_db()
    assert reading.result == reading.proposed


# Confirming


def test_confirming_with_open_questions_says_how_many(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    again = examine(send(clerks_browser, page, "confirm"), address(reading), status=422)
    assert "Bản đọc còn 3 câu hỏi chưa trả lời." in again.notice


def test_what_was_typed_before_pressing_confirm_is_saved_first(
    clerks_browser: Client, page: Page, reading: Reading
) -> None:
    again = examine(send(clerks_browser, page, "confirm", **{"q-0": "blank"}), address(reading), status=422)
    assert "còn 2 câu hỏi" in again.notice
    assert "Đã trả lời 1 trong 3" in again.text


def test_answering_all_and_confirming_in_one_go(clerks_browser: Client, page: Page, reading: Reading) -> None:
    answer = send(clerks_browser, page, "confirm", **{f"q-{n}": "later" for n in range(3)})
    assert answer.status_code == 302
    reading.refresh_from_db()
    assert reading.status == Reading.Status.CONFIRMED


def test_a_confirmed_reading_is_shown_and_no_longer_typed_in(
    clerks_browser: Client, answered: Reading, clerk: Viewer, now: datetime
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    page = open_page(clerks_browser, address(answered))
    assert not page.find(".//input[@type='text']")
    assert not page.find(".//button[@name='do']")
    assert re.search(r"Trần Thị Văn Phòng xác nhận lúc \d\d:\d\d ngày", page.text)
    assert page.link("Sửa với lý do").endswith("/sua-lai/")
    assert "8.550" in page.text


def test_sending_an_old_form_to_a_confirmed_reading_is_refused(
    clerks_browser: Client, page: Page, reading: Reading, clerk: Viewer, now: datetime
) -> None:
    for question in reading.questions.all():
        actions.answer(question, "later", by=clerk, at=now)
    actions.confirm(reading, by=clerk, at=now)
    again = examine(send(clerks_browser, page, **{"f-place": "x"}), address(reading), status=422)
    assert "đã được xác nhận" in again.notice


def test_opening_again_asks_for_the_reason_and_leads_to_the_new_version(
    clerks_browser: Client, answered: Reading, clerk: Viewer, now: datetime
) -> None:
    actions.confirm(answered, by=clerk, at=now)
    url = f"{address(answered)}sua-lai/"
    page = open_page(clerks_browser, url)
    refused = examine(clerks_browser.post(url, {"reason": ""}), url, status=422)
    assert "Chưa ghi lý do" in refused.notice
    answer = page.form("", button="Lập bản đọc mới").send(clerks_browser, reason="Đọc sai mức 1.3")
    fresh = answered.document.readings.get(version=2)
    assert answer["Location"] == address(fresh)
    assert "lý do: Đọc sai mức 1.3" in open_page(clerks_browser, address(fresh)).text
    assert (
        "đang có một bản đọc chờ xác nhận"
        in examine(clerks_browser.post(url, {"reason": "lần nữa"}), url, status=422).notice
    )
