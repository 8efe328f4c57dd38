"""The rules of dossiers' clocks on a page, and the unit's own value for one that nobody verified."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from chuan.clocks.legal import choices_of, rules_on, value_words
from chuan.clocks.offices import law_of
from chuan.law.clock_rules import CHOICES
from chuan.law.values import parameters
from chuan.people.models import UnitSetting
from tests.examine import Page, examine, open_page, sign_in
from tests.people import Ward

LAW = "/lich/quy-dinh/"
OWN = "/lich/quy-dinh/dat-rieng/?muc=dossier.supplement"


@pytest.fixture
def chairman(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.chairman)


def row(page: Page, begins: str) -> str:
    found = [text for text in page.texts(".//tbody/tr") if text.startswith(begins)]
    assert len(found) == 1
    return found[0]


def test_each_rule_says_its_value_its_act_and_how_sure(chairman: Client):
    page = open_page(chairman, f"{LAW}?ngay=01/10/2026")
    text = row(page, "Khi đã bổ sung đủ hồ sơ")
    assert "tính lại từ đầu" in text
    assert "118/2025/NĐ-CP" in text
    assert "chưa xác minh" in text
    assert "đã đọc văn bản" in row(page, "Nhận sau giờ này")


def test_an_older_day_has_its_older_law(chairman: Client):
    text = row(open_page(chairman, f"{LAW}?ngay=01/06/2021"), "Khi đã bổ sung đủ hồ sơ")
    assert "61/2018/NĐ-CP, Điều 19 khoản 4" in text
    assert "Đặt riêng" not in text


def test_the_portals_way_of_counting_stands_beside_and_cannot_be_set(chairman: Client):
    text = row(open_page(chairman, LAW), "Cách Cổng Dịch vụ công quốc gia")
    assert "trừ thời gian chờ bổ sung" in text
    assert "Đặt riêng" not in text


@pytest.mark.parametrize(("typed", "says"), [("01/01/2018", "từ 21/06/2018 trở đi"), ("hôm qua", "ngày")])
def test_a_day_without_law_and_a_day_that_is_none_are_refused(chairman: Client, typed: str, says: str):
    page = open_page(chairman, f"{LAW}?ngay={typed}", status=422)
    assert says in page.notice
    assert page.one("#id_ngay").get("value") == typed


def test_only_open_rules_lead_to_a_form_and_only_for_who_may(client: Client, ward: Ward):
    page = open_page(sign_in(client, ward.chairman), f"{LAW}?ngay=01/10/2026")
    leads = [a.get("href").split("muc=")[1] for a in page.find(".//tbody//a")]
    assert leads == [
        "dossier.supplement", "dossier.counted", "dossier.start.cutoff.applies", "dossier.extension.moves",
    ]  # fmt: skip
    assert not open_page(sign_in(client, ward.clerk), LAW).find(".//tbody//a")
    open_page(client, OWN, status=403)


def test_the_units_own_value_is_set_with_its_document_and_its_history_stays(chairman: Client, ward: Ward):
    today = f"{timezone.localdate():%d/%m/%Y}"
    for value in ("pause", "restart"):
        page = open_page(chairman, OWN)
        form = page.form(button="Đặt quy định")
        assert (
            form.send(chairman, value=value, valid_from=today, citation="QĐ 9/2026/QĐ-UBND").status_code
            == 302
        )
        if value == "pause":
            shown = open_page(chairman, LAW)
            assert "Đã đặt quy định riêng của đơn vị. Không hạn nào đổi." in shown.notice
            assert "tính tiếp phần còn lại" in row(shown, "Khi đã bổ sung")
            assert "đơn vị đặt" in row(shown, "Khi đã bổ sung")
    assert "đã thay" in row(open_page(chairman, LAW), "Khi đã bổ sung")
    assert UnitSetting.objects.count() == 2
    assert law_of(ward.unit, timezone.localdate())["supplement"] == "restart"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"value": "", "valid_from": "01/01/2026", "citation": "QĐ 9/2026/QĐ-UBND"}, "Chọn một cách tính"),
        ({"value": "pause", "valid_from": "01/01/2026", "citation": "x"}, "Chưa ghi văn bản"),
        (
            {"value": "pause", "valid_from": "01/01/2021", "citation": "QĐ 9/2026/QĐ-UBND"},
            "không đặt riêng được",
        ),
        ({"value": "pause", "valid_from": "01/01/2001", "citation": "QĐ 9/2026/QĐ-UBND"}, "từ 21/06/2018"),
        ({"value": "pause", "valid_from": "30/02/2026", "citation": "QĐ 9/2026/QĐ-UBND"}, "30"),
    ],
)
def test_what_cannot_be_set_is_refused_and_stays_as_typed(chairman: Client, typed: dict[str, str], says: str):
    open_page(chairman, OWN)
    page = examine(chairman.post(OWN, typed), OWN, status=422)
    assert says in page.notice
    assert page.one("#id_citation").get("value", "") == typed["citation"]
    assert not UnitSetting.objects.exists()


@pytest.mark.parametrize("key", ["dossier.day_zero", "mật khẩu", "", "office.hours"])
def test_a_rule_that_is_fixed_or_none_has_no_form(chairman: Client, key: str):
    page = open_page(chairman, f"/lich/quy-dinh/dat-rieng/?muc={key}", status=409)
    assert "đơn vị không đặt riêng được" in page.text


def test_every_value_of_every_rule_has_words():
    for key, parameter in parameters("clocks").items():
        for version in parameter.versions:
            said = value_words(key, version.value, version.unit)
            assert version.unit == "time" or said != version.value, key


def test_every_choice_has_words():
    assert all(words != value for key in CHOICES for value, words in choices_of(key))


def test_the_rules_take_three_statements(ward: Ward, django_assert_max_num_queries):
    law_of(ward.unit, date(2026, 10, 1))
    with django_assert_max_num_queries(2):
        assert len(rules_on(ward.unit, date(2026, 10, 1))) == len(parameters("clocks"))
