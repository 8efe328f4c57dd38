"""One procedure: versions by date, what is open about their limits, and the forms that change them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from chuan.dossiers.models import Procedure, ProcedureVersion
from chuan.people.models import Official
from tests.dossiers.procedures.made import confirmed, procedure, version
from tests.examine import examine, open_page
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]
ACT = "Quyết định 12/QĐ-UBND"


def address(one: Procedure) -> str:
    return f"/thu-tuc/{one.uid}/"


@pytest.fixture
def lost(ward: Ward) -> ProcedureVersion:
    """A proposal whose unit was lost."""
    made = version(procedure(ward.unit), ("", "online", 5, ""), status="proposed", papers=("Tờ khai",))
    made.limits.update(doubt="unit_lost", written="5")
    ProcedureVersion.objects.filter(pk=made.pk).update(citation="")
    made.refresh_from_db()
    return made


def test_the_page_says_what_is_in_force_and_what_is_open(
    keepers_browser: Client, lost: ProcedureVersion
) -> None:
    page = open_page(keepers_browser, address(lost.procedure))

    assert "đề xuất, chờ xác nhận" in page.text
    assert "5, mất đơn vị" in page.text
    assert "chọn ngày làm việc, ngày hay giờ làm việc" in page.text
    assert "Tờ khai" in page.text


def test_a_lost_unit_is_chosen_then_confirmed(keepers_browser: Client, lost: ProcedureVersion) -> None:
    page = open_page(keepers_browser, f"/thu-tuc/ban/{lost.uid}/sua/")
    answer = page.form(button="Lưu").send(keepers_browser, **{"han-0-unit": "working_day"})
    assert answer.status_code == 302

    page = open_page(keepers_browser, address(lost.procedure))
    answer = page.form(button="Xác nhận bản này").send(keepers_browser, citation=ACT)

    assert answer.status_code == 302
    lost.refresh_from_db()
    assert (lost.status, lost.citation) == ("confirmed", ACT)


def test_confirming_with_a_limit_in_doubt_keeps_what_was_typed(
    keepers_browser: Client, lost: ProcedureVersion
) -> None:
    page = open_page(keepers_browser, address(lost.procedure))

    answer = page.form(button="Xác nhận bản này").send(keepers_browser, citation=ACT)

    page = examine(answer, status=422)
    assert "Còn 1 thời hạn" in page.text
    assert page.one(".//input[@name='citation']").get("value") == ACT


def test_confirming_without_an_act_says_what_to_write(
    keepers_browser: Client, lost: ProcedureVersion
) -> None:
    lost.limits.update(doubt="", unit="working_day")
    page = open_page(keepers_browser, address(lost.procedure))

    page = examine(page.form(button="Xác nhận bản này").send(keepers_browser, citation=""), status=422)

    assert "Ghi số và ngày của quyết định công bố" in page.notice


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"han-0-total": "năm"}, "Số phải là số nguyên"),
        ({"han-0-total": "-3", "han-0-unit": "working_day"}, "số phải từ 0"),
        ({"valid_from": "31/02/2021"}, "02/2021"),
        ({"valid_from": ""}, "Chưa ghi ngày"),
        ({"name": " "}, "Chưa ghi tên"),
    ],
)
def test_a_correction_that_makes_no_sense_keeps_what_was_typed(
    keepers_browser: Client, lost: ProcedureVersion, typed: dict[str, str], said: str
) -> None:
    page = open_page(keepers_browser, f"/thu-tuc/ban/{lost.uid}/sua/")

    page = examine(page.form(button="Lưu").send(keepers_browser, **typed), status=422)

    assert said in page.text
    name, value = next(iter(typed.items()))
    assert page.form(button="Lưu").values[name].strip() == value.strip()


def test_a_proposal_is_set_aside_only_with_a_reason(keepers_browser: Client, lost: ProcedureVersion) -> None:
    page = open_page(keepers_browser, address(lost.procedure))
    page = examine(page.form(button="Không dùng").send(keepers_browser, reason=""), status=422)

    page.form(button="Không dùng").send(keepers_browser, reason="Trùng")

    lost.refresh_from_db()
    assert lost.status == "rejected"


def test_a_version_is_ended_by_an_act_and_stays_visible(keepers_browser: Client, ward: Ward) -> None:
    one = confirmed(ward.unit)
    page = open_page(keepers_browser, address(one.procedure))
    page = examine(
        page.form(button="Ghi hết hiệu lực").send(keepers_browser, on="1/7/2021", citation=""), status=422
    )
    assert page.form(button="Ghi hết hiệu lực").values["on"] == "1/7/2021"

    page.form(button="Ghi hết hiệu lực").send(keepers_browser, citation=ACT)

    one.refresh_from_db()
    assert (one.valid_to, one.ended_by) == (date(2021, 7, 1), ACT)
    assert (
        f"Thủ tục đã bãi bỏ từ 01/07/2021 theo {ACT}."
        in open_page(keepers_browser, address(one.procedure)).text
    )


def test_a_confirmed_version_is_revised_on_a_new_one(keepers_browser: Client, ward: Ward) -> None:
    one = confirmed(ward.unit)
    page = open_page(keepers_browser, address(one.procedure))

    answer = page.form(button="Lập bản sửa").send(keepers_browser)

    made = ProcedureVersion.objects.get(number=2)
    assert answer.headers["Location"] == f"/thu-tuc/ban/{made.uid}/sua/"


def test_who_does_not_keep_the_catalogue_sees_no_form(
    client: Client, sign_in: SignIn, ward: Ward, lost: ProcedureVersion
) -> None:
    browser = sign_in(client, ward.auditor)
    page = open_page(browser, address(lost.procedure))

    assert not [form for form in page.forms if form.method == "post" and "/thu-tuc/" in form.action]
    open_page(browser, f"/thu-tuc/ban/{lost.uid}/sua/", status=403)


@pytest.mark.parametrize("verb", ["", "xac-nhan/", "khong-dung/", "het-hieu-luc/", "lap-ban-sua/", "sua/"])
def test_another_wards_procedure_is_not_found(
    client: Client, sign_in: SignIn, other_ward: Ward, lost: ProcedureVersion, verb: str
) -> None:
    browser = sign_in(client, other_ward.one_stop)
    if not verb:
        open_page(browser, address(lost.procedure), status=404)
        return
    answer = browser.post(
        f"/thu-tuc/ban/{lost.uid}/{verb}", {"citation": ACT, "reason": "x", "on": "1/1/2022"}
    )
    assert answer.status_code == 404


def test_the_page_costs_the_same_however_many_versions(
    keepers_browser: Client, ward: Ward, django_assert_max_num_queries
) -> None:
    one = procedure(ward.unit)
    for n in range(8):
        version(one, ("", "", n + 1, "working_day"), since=date(2021, 1, 1 + n), status="rejected")

    with django_assert_max_num_queries(25):
        open_page(keepers_browser, address(one))
