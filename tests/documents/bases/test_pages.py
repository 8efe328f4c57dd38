"""Pages of the register of legal bases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from chuan.documents.bases import find_act
from chuan.documents.models import BasisUpdate, Document, Reading
from chuan.people.models import Official
from tests.examine import examine, open_page
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def act(reading: Reading) -> Document:
    found = find_act(reading.document.owner_unit, number="19/2014/QĐ-TTg")
    assert found is not None
    return found


def address(act: Document, verb: str = "") -> str:
    return f"/van-ban/can-cu/{act.uid}/{verb}"


def send(client: Client, act: Document, on: str = "30/11/2021", by: str = "01/2021/QĐ-TTg") -> object:
    return client.post(address(act, "het-hieu-luc/"), {"ended_on": on, "ended_by": by})


def test_the_register_lists_acts_with_how_many_papers_stand_on_each(
    clerks_browser: Client, act: Document
) -> None:
    page = open_page(clerks_browser, "/van-ban/can-cu/")
    assert page.title == "Sổ căn cứ"
    assert "Quyết định 19/2014/QĐ-TTg ngày 05/03/2014" in page.text
    assert "3 văn bản" in page.text
    assert "có thể đã hết hiệu lực từ 01/07/2025 (72/2025/QH15), chưa ai xác nhận" in page.text


def test_words_without_marks_find_an_act(clerks_browser: Client, act: Document) -> None:
    page = open_page(clerks_browser, "/van-ban/can-cu/?tim=chinh+quyen")
    assert "1 văn bản" in page.text
    none = open_page(clerks_browser, "/van-ban/can-cu/?tim=khong+co+that")
    assert "Không có căn cứ nào khớp" in none.text
    assert open_page(clerks_browser, "/van-ban/can-cu/?con=het").text.count("19/2014") == 0
    assert "19/2014" in open_page(clerks_browser, "/van-ban/can-cu/?con=con").text


def test_an_empty_register_teaches(clerks_browser: Client) -> None:
    assert "Sổ căn cứ còn trống" in open_page(clerks_browser, "/van-ban/can-cu/").text


def test_an_end_names_what_has_to_be_updated_and_until_when(
    clerks_browser: Client, act: Document, reading: Reading
) -> None:
    answer = send(clerks_browser, act)
    assert answer.status_code == 302  # type: ignore[attr-defined]
    page = open_page(clerks_browser, address(act))
    assert "Còn 1 văn bản đứng trên căn cứ này; cập nhật trước ngày 28/02/2022." in page.notice
    assert "Văn bản này đã hết hiệu lực từ 30/11/2021" in page.text
    assert "đến hết 29/11/2021" in page.text
    assert "19/2014/QĐ-TTg, Điều 4 khoản 4 điểm a" in page.text
    listed = open_page(clerks_browser, "/van-ban/can-cu/")
    assert "hết hiệu lực từ 30/11/2021, cập nhật trước 28/02/2022" in listed.text


def test_the_paper_itself_leads_to_its_basis(clerks_browser: Client, act: Document, reading: Reading) -> None:
    page = open_page(clerks_browser, f"/van-ban/{reading.document.uid}/")
    assert page.find(f".//a[@href='{address(act)}']")


def test_a_bad_end_keeps_what_was_typed(clerks_browser: Client, act: Document) -> None:
    page = examine(send(clerks_browser, act, on="31/02/2021", by="Nghị định X"), status=422)  # type: ignore[arg-type]
    assert "Nghị định X" in page.html
    assert "31/02/2021" in page.html
    act.refresh_from_db()
    assert act.effective_to is None
    empty = examine(send(clerks_browser, act, on="", by=""), status=422)  # type: ignore[arg-type]
    assert "Ghi ngày hết hiệu lực." in empty.notice


def test_a_dependent_is_answered_on_its_page(clerks_browser: Client, act: Document, reading: Reading) -> None:
    send(clerks_browser, act)
    update = BasisUpdate.objects.get()
    where = f"/van-ban/can-cu/cap-nhat/{update.uid}/{reading.document.uid}/"
    assert open_page(clerks_browser, where).title.startswith("Đã cập nhật:")
    refused = examine(clerks_browser.post(where, {"replacement": "", "reason": ""}), status=422)
    assert "Chưa nói đã làm gì với văn bản này." in refused.notice
    assert clerks_browser.post(where, {"replacement": "", "reason": "Chỉ nêu tên"}).status_code == 302
    page = open_page(clerks_browser, address(act))
    assert "Đã cập nhật xong" in page.text
    assert "không cần sửa: Chỉ nêu tên" in page.text


def test_an_act_is_put_in_and_mended_by_hand(clerks_browser: Client) -> None:
    given = {"kind": "Nghị định", "number": "30/2020/NĐ-CP", "subject": "Công tác văn thư", "issuer": "Chính phủ",
             "issued_on": "05/03/2020", "effective_from": "05/03/2020"}  # fmt: skip
    assert clerks_browser.post("/van-ban/can-cu/them/", given).status_code == 302
    act = Document.objects.get(direction="external")
    again = examine(clerks_browser.post("/van-ban/can-cu/them/", given), status=422)
    assert "Sổ căn cứ đã có Nghị định 30/2020/NĐ-CP" in again.notice
    mended = clerks_browser.post(address(act, "sua/"), {**given, "subject": "Về công tác văn thư"})
    assert mended.status_code == 302
    assert "Về công tác văn thư" in open_page(clerks_browser, address(act)).text


def test_an_end_is_taken_back_with_a_reason(clerks_browser: Client, act: Document) -> None:
    send(clerks_browser, act)
    assert clerks_browser.post(address(act, "bo-het-hieu-luc/"), {"reason": ""}).status_code == 422
    assert clerks_browser.post(address(act, "bo-het-hieu-luc/"), {"reason": "Nhầm"}).status_code == 302
    assert "Ghi hết hiệu lực" in open_page(clerks_browser, address(act)).text


def test_who_may_not_write_sees_no_buttons(
    client: Client, sign_in: SignIn, ward: Ward, act: Document
) -> None:
    sign_in(client, ward.specialist)
    page = open_page(client, address(act))
    assert "Ghi hết hiệu lực" not in page.text
    assert client.get(address(act, "sua/")).status_code == 403


def test_another_wards_act_is_not_there(
    client: Client, sign_in: SignIn, other_ward: Ward, act: Document
) -> None:
    sign_in(client, other_ward.clerk)
    for verb in ("", "sua/", "het-hieu-luc/", "bo-het-hieu-luc/"):
        assert client.get(address(act, verb)).status_code == 404


def test_the_register_asks_as_few_questions_for_many_acts(
    clerks_browser: Client, act: Document, django_assert_max_num_queries: object, now: datetime
) -> None:
    unit = act.owner_unit
    Document.objects.bulk_create(
        Document(unit=unit, owner_unit=unit, direction="external", stage="", type="Luật", number=str(n), symbol="x",
                 recorded_at=now)
        for n in range(60)
    )  # fmt: skip
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        clerks_browser.get("/van-ban/can-cu/")
