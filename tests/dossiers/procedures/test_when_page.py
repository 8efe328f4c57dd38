"""“Hẹn ngày nào?”: a date for the counter, without signing in, on the office's own network only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from chuan.dossiers.models import ProcedureVersion
from chuan.people.models import Official
from tests.dossiers.procedures.made import confirmed, procedure, version
from tests.examine import Page, open_page
from tests.people import Ward

URL = "/thu-tuc/hen-ngay-nao/"
SignIn = Callable[[Client, Official], Client]


def ask(client: Client, words: str = "1.001193", at: str = "2021-04-28T10:00", **more: str) -> Page:
    query = "&".join(f"{name}={value}" for name, value in {"thu-tuc": words, "nhan": at, **more}.items())
    return open_page(client, f"{URL}?{query}")


def due(page: Page) -> str:
    (found,) = page.texts(".big")
    return found


def test_a_stranger_at_the_counter_gets_the_date_and_three_lines(client: Client, ward: Ward) -> None:
    confirmed(ward.unit, 3)

    page = ask(client)

    assert due(page) == "thứ Tư 05/05/2021"
    assert page.texts(".//section[@aria-labelledby='tra-loi']//ol[1]/li") == [
        "Nhận 10:00 ngày 28/04/2021 (ngày tiếp nhận: không tính).",
        "Tính 3 ngày làm việc: 29/04, 04/05, 05/05.",
        "Không tính 4 ngày: 30/04 (Ngày Chiến thắng); 01/05 (Quốc tế Lao động); 02/05 (Chủ nhật, nghỉ hằng tuần); "
        "03/05 (nghỉ bù Quốc tế Lao động 01/05/2021).",
    ]  # fmt: skip


def test_no_cookie_is_set_for_a_stranger(client: Client, ward: Ward) -> None:
    confirmed(ward.unit)

    ask(client)

    assert not client.cookies


def test_what_rests_on_an_unconfirmed_calendar_says_so(client: Client, ward: Ward) -> None:
    confirmed(ward.unit, 3)

    assert "Lịch nghỉ năm 2021 chưa được đơn vị xác nhận" in ask(client).text


def test_received_after_three_it_is_passed_on_next_morning_and_the_date_stays(
    client: Client, ward: Ward
) -> None:
    confirmed(ward.unit, 3)

    page = ask(client, at="2021-04-28T15:30")

    assert due(page) == "thứ Tư 05/05/2021"
    assert "chuyển hồ sơ đến bộ phận chuyên môn đầu giờ 07:30 thứ Năm 29/04/2021" in page.text
    assert "đầu giờ" not in ask(client).text


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "192.168.1.20", "10.1.2.3", "172.16.0.9", "::1", "fd12::5", "::ffff:10.0.0.1"]
)
def test_the_office_network_needs_no_sign_in(client: Client, ward: Ward, address: str) -> None:
    assert client.get(URL, REMOTE_ADDR=address).status_code == 200


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860::8888", "::ffff:8.8.8.8", "", "la", "172.32.0.1"])
def test_a_stranger_from_outside_is_told_where_it_opens(client: Client, ward: Ward, address: str) -> None:
    answer = client.get(URL, REMOTE_ADDR=address)

    assert answer.status_code == 403
    assert "mạng nội bộ của cơ quan" in answer.content.decode()


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_VIA"])
def test_a_proxy_that_nobody_named_as_ours_may_bring_anybody(ward: Ward, header: str):
    """Without CHUAN_PROXIES a visitor passed on by a proxy on this very machine is nobody we know."""
    answer = Client().get("/thu-tuc/hen-ngay-nao/", REMOTE_ADDR="127.0.0.1", **{header: "8.8.8.8"})
    assert answer.status_code == 403


def test_a_proxys_word_counts_only_where_the_proxy_is_ours(client: Client, ward: Ward, settings) -> None:
    said = {"REMOTE_ADDR": "8.8.8.8", "HTTP_X_FORWARDED_FOR": "192.168.1.2"}
    assert client.get(URL, **said).status_code == 403

    settings.TRUSTED_PROXIES = 1
    assert client.get(URL, **said).status_code == 200
    outside = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.168.1.2, 8.8.8.8"}
    assert client.get(URL, **outside).status_code == 403


def test_who_is_signed_in_may_ask_from_anywhere(client: Client, sign_in: SignIn, ward: Ward) -> None:
    assert sign_in(client, ward.specialist).get(URL, REMOTE_ADDR="8.8.8.8").status_code == 200


def test_it_only_reads(client: Client, ward: Ward) -> None:
    assert client.post(URL).status_code == 405


def test_words_are_sought_without_marks_and_several_hits_are_offered(client: Client, ward: Ward) -> None:
    confirmed(ward.unit)
    version(procedure(ward.unit, "1.000894", "Thủ tục đăng ký kết hôn"), ("", "", 5, "working_day"))

    page = ask(client, "dang+ky")

    assert len(page.find(".//section[@aria-labelledby='chon']//a")) == 2
    assert due(ask(client, "ket+hon")) == "thứ Sáu 07/05/2021"
    assert "Không có thủ tục nào khớp" in ask(client, "khong-co").text


def test_a_choice_of_the_list_begins_with_its_code(client: Client, ward: Ward) -> None:
    confirmed(ward.unit, 3)

    assert due(ask(client, "1.001193+–+Thủ+tục")) == "thứ Tư 05/05/2021"


def test_a_proposal_gives_a_date_that_says_it_is_not_confirmed(client: Client, ward: Ward) -> None:
    version(procedure(ward.unit), ("", "", 3, "working_day"), status="proposed")

    page = ask(client)

    assert "Hẹn trả kết quả (chưa xác nhận)" in page.text
    assert "Thời hạn này chưa xác nhận" in page.text


def test_a_limit_that_lost_its_unit_gives_no_date(client: Client, ward: Ward) -> None:
    version(procedure(ward.unit), ("", "", 3, ""), status="proposed")

    page = ask(client)

    assert not page.find(".big")
    assert "chưa rõ số hoặc đơn vị" in page.text


def test_a_limit_in_doubt_gives_no_date_even_with_number_and_unit(client: Client, ward: Ward) -> None:
    made = version(procedure(ward.unit), ("", "", 3, "working_day"), status="proposed")
    made.limits.update(doubt="contradicted")

    assert not ask(client).find(".big")


def test_several_cases_are_asked_for(client: Client, ward: Ward) -> None:
    made = version(procedure(ward.unit), ("thường", "", 3, "working_day"), ("xác minh", "", 8, "working_day"))
    page = ask(client)
    assert not page.find(".big")
    assert "có nhiều thời hạn" in page.text

    longer = made.limits.get(case="xác minh")
    assert due(ask(client, **{"truong-hop": str(longer.pk)})) == "thứ Tư 12/05/2021"


def test_the_channel_chooses_the_limit(client: Client, ward: Ward) -> None:
    version(procedure(ward.unit), ("", "online", 1, "working_day"), ("", "counter", 3, "working_day"))

    assert due(ask(client, kenh="online")) == "thứ Năm 29/04/2021"
    assert due(ask(client, kenh="counter")) == "thứ Tư 05/05/2021"


def test_hours_are_said_with_the_hour(client: Client, ward: Ward) -> None:
    confirmed(ward.unit, 4, "working_hour")

    assert due(ask(client, at="2021-04-28T10:00")) == "15:30 thứ Tư 28/04/2021"


def test_a_procedure_of_the_same_day_is_due_on_it(client: Client, ward: Ward) -> None:
    confirmed(ward.unit, 0)

    page = ask(client)

    assert due(page) == "thứ Tư 28/04/2021"
    assert "trả kết quả trong ngày nhận" in page.text


def test_a_repealed_procedure_says_since_when_and_by_what(client: Client, ward: Ward) -> None:
    made = version(procedure(ward.unit), ("", "", 3, "working_day"), until=date(2021, 4, 1))
    ProcedureVersion.objects.filter(pk=made.pk).update(ended_by="Quyết định 9/QĐ-UBND")

    page = ask(client)

    assert "đã bãi bỏ từ 01/04/2021 theo Quyết định 9/QĐ-UBND" in page.text
    assert due(ask(client, at="2021-03-01T10:00")) == "thứ Năm 04/03/2021"


def test_the_papers_to_bring_stand_below_and_can_be_printed(client: Client, ward: Ward) -> None:
    version(procedure(ward.unit), ("", "", 3, "working_day"), papers=("Tờ khai (1 bản chính)",))

    page = ask(client, **{"in": "1"})

    assert "Tờ khai (1 bản chính)" in page.text
    assert not page.find(".//input[@name='thu-tuc']")


@pytest.mark.parametrize(
    "at", ["", "2021-02-30T10:00", "hôm nay", "1001-01-01T00:00", "9999-12-31T23:59", "'--"]
)
def test_a_moment_that_is_none_is_answered_with_words(client: Client, ward: Ward, at: str) -> None:
    confirmed(ward.unit)
    page = ask(client, at=at)

    assert "Chưa đọc được thời điểm nhận" in page.text or not at


def test_a_day_before_any_law_that_is_held_is_answered_with_words(client: Client, ward: Ward) -> None:
    version(procedure(ward.unit), ("", "", 3, "working_day"), since=date(2015, 1, 1))

    assert not ask(client, at="2018-01-05T10:00").find(".big")


def test_where_there_are_several_wards_the_address_says_which(
    client: Client, ward: Ward, other_ward: Ward
) -> None:
    confirmed(ward.unit, 3)
    assert "Chọn đơn vị" in ask(client).text

    assert due(ask(client, **{"don-vi": "18115"})) == "thứ Tư 05/05/2021"
    assert "Không có thủ tục nào khớp" in ask(client, **{"don-vi": "18118"}).text
    assert "Chọn đơn vị" in ask(client, **{"don-vi": "00000"}).text


def test_without_any_ward_the_page_still_opens(client: Client, db: None) -> None:
    assert "Chưa có đơn vị nào" in open_page(client, URL).text


def test_nothing_but_the_catalogue_is_shown_to_a_stranger(client: Client, ward: Ward) -> None:
    confirmed(ward.unit)
    page = ask(client)

    assert ward.one_stop.name not in page.html
    assert not page.find(".//a[starts-with(@href, '/ho-so/')]")


def test_who_is_signed_in_finds_it_in_the_rooms_navigation(
    client: Client, sign_in: SignIn, ward: Ward
) -> None:
    page = open_page(sign_in(client, ward.one_stop), "/thu-tuc/")

    assert page.link("Hẹn ngày nào?") == URL
