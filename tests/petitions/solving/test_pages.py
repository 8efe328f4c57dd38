"""Pages of solving: one for each act, with the law beside it; refused forms keep what was typed."""

from __future__ import annotations

import inspect
from datetime import date

import pytest
from django.urls import reverse

from chuan.petitions.solving.cases import case_of
from chuan.petitions.solving.deeds import DEEDS
from tests.examine import examine, open_page, sign_in
from tests.petitions.made import done, now

pytestmark = pytest.mark.django_db


def page_of(act, name):
    return reverse(f"petitions:{name}", args=[act.petition.uid])


def links(client, act):
    """Names of the acts that the petition's page offers."""
    page = open_page(client, f"/don-thu/{act.petition.uid}/")
    hrefs = {one.get("href") for one in page.tree.iter("a")}
    return {one.name for one in DEEDS if page_of(act, one.name) in hrefs}


@pytest.fixture
def running(ward, case):
    """A complaint of July 2026 that is being verified."""
    act = case("complaint", date(2026, 7, 6), date(2026, 7, 13), text="Ranh giới đất ngõ 2")
    act("assign", ward.specialist, "Xem lại hồ sơ", on=date(2026, 7, 14))
    return act


def test_a_case_is_given_on_a_page_with_the_law_beside(client, ward, case):
    act = case(
        "complaint", date(2026, 7, 6), date(2026, 7, 13), text="Ranh giới đất ngõ 2", concerned=(ward.clerk,)
    )
    client = sign_in(client, ward.chairman)
    page = open_page(client, page_of(act, "assign"))
    assert "30 ngày" in page.text
    assert "Điều 28" in page.text
    assert "theo dẫn lại" in page.text
    assert "12/08/2026" in page.text
    form = page.form(button="Giao việc")
    assert form.values["text"] == "Ranh giới đất ngõ 2"
    assert ward.clerk.name not in page.texts("option")
    sent = form.send(client, official=str(ward.specialist.pk), on="14/07/2026")
    assert sent.status_code == 302
    page = open_page(client, sent.headers["Location"])
    assert "Đã giao; hạn nằm trong Việc của tôi" in page.notice
    assert ward.specialist.name in page.text


def test_the_accused_sent_by_hand_is_refused_with_a_sentence_and_nothing_typed_is_lost(client, ward, case):
    act = case("denunciation", date(2026, 7, 6), date(2026, 7, 13), concerned=(ward.clerk,))
    client = sign_in(client, ward.chairman)
    typed = {"official": ward.clerk.pk, "on": "14/07/2026", "text": "Xem sổ thu", "number": ""}
    url = page_of(act, "assign")
    page = examine(client.post(url, typed), url, status=422)
    assert "liên quan tới Trần Thị Văn Phòng" in page.notice
    assert page.form(button="Giao việc").values["text"] == "Xem sổ thu"
    assert "người tố cáo" in page.text


def test_every_act_has_its_page_where_it_is_possible_and_says_so_where_not(client, ward, keeper, running):
    client = sign_in(client, ward.chairman)
    offered = links(client, running)
    assert offered == {
        "assign", "plan", "minutes", "evidence", "talk_notice", "talk", "determine", "prolong", "suspend",
        "withdraw_part", "stop", "conclude",
    }  # fmt: skip
    for name in offered:
        open_page(client, page_of(running, name))
    page = open_page(client, page_of(running, "publish"))
    assert "Đơn đang ở bước “đang xác minh”" in page.text
    assert not page.forms
    assert client.post(page_of(running, "finish"), {"text": "x"}).status_code == 422
    assert links(sign_in(client, ward.specialist), running) == {
        "plan", "minutes", "evidence", "talk_notice", "talk", "withdraw_part",
    }  # fmt: skip


def test_every_form_gives_its_action_what_that_takes_and_nothing_else(ward, case):
    acts = {kind: case(kind, date(2026, 7, 6)) for kind in ("complaint", "denunciation", "feedback")}
    for deed in DEEDS:
        for kind in sorted(deed.kinds & acts.keys()):
            act = acts[kind]
            form = deed.form(case=case_of(act.petition, at=now()), viewer=act.by)
            form.cleaned_data = dict.fromkeys(form.fields, "1")
            given = form.given().keys() | {"by", "at", "petition"}
            if "file" in given:
                given = given - {"file", "declared"} | {"proof"}
            takes = inspect.signature(deed.run).parameters
            needed = {name for name, one in takes.items() if one.default is one.empty}
            assert needed <= given <= takes.keys(), (deed.name, kind)


def test_acts_after_a_suspension_and_of_other_kinds_open(client, ward, running, case):
    client = sign_in(client, ward.chairman)
    running("suspend", "Chờ giám định", on=date(2026, 7, 20))
    assert links(client, running) == {"send", "resume", "stop", "withdraw_part"}
    running("send", "Các bên", on=date(2026, 7, 21))
    assert "send" not in links(client, running)
    open_page(client, page_of(running, "resume"))
    told = case("denunciation", date(2026, 7, 6), date(2026, 7, 13))
    page = open_page(client, page_of(told, "withdraw"))
    assert "Rút tố cáo không tự kết thúc vụ việc" in page.text
    assert "Điều 4 khoản 4" in page.text
    open_page(client, page_of(told, "stop"))
    told("assign", ward.specialist, "Xác minh", on=date(2026, 7, 14))
    assert "Cố ý tố cáo sai sự thật" in open_page(client, page_of(told, "conclude")).text
    told("conclude", "right", "Có việc thu sai", on=date(2026, 7, 20))
    page = open_page(client, page_of(told, "publish"))
    sent = page.form(button="Ghi đã công khai").send(client, text="Trang của phường", on="21/07/2026")
    assert "Chưa xem lại bản công khai" in examine(sent, status=422).notice


def test_feedback_pages(client, ward, case):
    act = case("feedback", date(2023, 9, 6), channel="portal")
    done(act.petition, "accept", date(2023, 9, 7), by=act.by)
    act.petition.refresh_from_db()
    client = sign_in(client, ward.chairman)
    assert links(client, act) >= {"answer", "pass_on", "minutes", "evidence"}
    open_page(client, page_of(act, "pass_on"))
    sent = (
        open_page(client, page_of(act, "answer"))
        .form(button="Ghi trả lời")
        .send(client, text="Đã khơi cống", on="08/09/2023")
    )
    assert sent.status_code == 302
    open_page(client, page_of(act, "publish"))
    page = open_page(client, page_of(act, "rate"))
    assert page.form(button="Ghi mức hài lòng").send(client, rating="4", on="09/09/2023").status_code == 302


def test_a_prolongation_is_made_and_refused_on_its_page(client, ward, keeper, running):
    client = sign_in(client, keeper)
    form = open_page(client, page_of(running, "determine")).form(button="Ghi văn bản xác định")
    sent = form.send(client, number="30/TB-UBND", on="03/08/2026", met="1", text="Nhiều thửa đất")
    assert sent.status_code == 302
    form = open_page(client, page_of(running, "prolong")).form(button="Ghi gia hạn")
    page = examine(form.send(client, number="", on="05/08/2026", days="15", text="Chờ đo"), status=422)
    assert "Chưa có văn bản đã ký" in page.notice
    page = examine(
        form.send(client, number="31/QĐ-UBND", on="20/08/2026", days="15", text="Chờ đo"), status=422
    )
    assert "sau khi đã hết hạn ngày 12/08/2026" in page.notice
    assert page.form(button="Ghi gia hạn").values["text"] == "Chờ đo"
    page = examine(form.send(client, number="31/QĐ-UBND", on="05/08/2026", days="16"), status=422)
    assert "từ 1 đến 15 ngày" in page.notice
    assert form.send(client, number="31/QĐ-UBND", on="05/08/2026", days="15").status_code == 302
    page = open_page(client, f"/don-thu/{running.petition.uid}/")
    assert "thêm 15 ngày · ký trong hạn, nhập sau khi hết hạn" in page.text
    assert "27/08/2026" in page.text


def test_others_get_not_found_and_whoever_only_works_may_not_sign(client, ward, other_ward, running):
    for name in ("assign", "minutes", "prolong"):
        assert sign_in(client, other_ward.chairman).get(page_of(running, name)).status_code == 404
        assert sign_in(client, ward.one_stop).get(page_of(running, name)).status_code == 404
    client = sign_in(client, ward.specialist)
    assert client.get(page_of(running, "prolong")).status_code == 403
    assert client.post(page_of(running, "conclude"), {}).status_code == 403


def test_a_page_of_many_lines_asks_no_more_of_the_database(
    client, ward, running, django_assert_max_num_queries, django_assert_num_queries
):
    client = sign_in(client, ward.specialist)
    by = ward.viewer(ward.specialist)
    url = page_of(running, "minutes")
    client.get(url)
    running("minutes", "Lần 1", on=date(2026, 7, 15), by=by)
    with django_assert_max_num_queries(40) as few:
        client.get(f"/don-thu/{running.petition.uid}/")
    for n in range(6):
        running("minutes", f"Lần {n}", on=date(2026, 7, 16), by=by)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(f"/don-thu/{running.petition.uid}/")


def test_a_task_is_opened_and_told_done_by_who_sees_nothing_else(client, ward, other_ward, running):
    running("conclude", "right", "Đúng", on=date(2026, 7, 20))
    running("publish", "Niêm yết", on=date(2026, 7, 21), checked=True)
    boss = sign_in(client, ward.chairman)
    form = open_page(boss, page_of(running, "execute")).form(button="Giao việc")
    sent = form.send(
        boss, text="Sửa sổ", official=str(ward.one_stop.pk), due_on="30/07/2026", on="22/07/2026"
    )
    assert sent.status_code == 302
    url = reverse("petitions:task", args=[running.petition.events.get(verb="execute").uid])
    assert url in {
        one.get("href") for one in open_page(boss, f"/don-thu/{running.petition.uid}/").tree.iter("a")
    }
    assert sign_in(client, other_ward.chairman).get(url).status_code == 404
    assert sign_in(client, ward.clerk).get(url).status_code == 404
    page = open_page(sign_in(client, ward.clerk), reverse("petitions:tasks"))
    assert "Không còn việc nào chưa xong" in page.text
    doer = sign_in(client, ward.one_stop)
    assert "quá hạn" in open_page(doer, reverse("petitions:tasks")).text
    assert doer.get(f"/don-thu/{running.petition.uid}/").status_code == 404
    page = open_page(doer, url)
    assert "Sửa sổ" in page.text
    assert "Ranh giới đất" not in page.html
    sent = page.form(button="Ghi đã làm xong").send(doer, text="Đã sửa sổ", on="29/07/2026")
    assert sent.status_code == 302
    page = open_page(doer, url)
    assert "Đã sửa sổ" in page.text
    assert not page.forms
    assert ward.one_stop.name in open_page(doer, f"{reverse('petitions:tasks')}?o=xong").texts("td")
