"""The pages of tools used: a year at a glance, one's own, accounts, the rule, a log that is not kept."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from chuan.files.models import Blob
from chuan.intake import actions as intake
from chuan.intake.models import Import
from chuan.intake.previews import preview_of
from chuan.trail.models import Detail, Entry
from chuan.workforce.models import ToolAccount, ToolUse
from chuan.workforce.tools.rules_kept import rules_of
from tests.examine import examine, open_page
from tests.workforce.made import joined, personnel_clerk
from tests.workforce.tools import made

ROOM = "/nhan-su/cong-cu"


@pytest.fixture
def keeper(ward):
    return personnel_clerk(ward)


@pytest.fixture
def year(ward, keeper):
    rows = [(f"{box}@{made.BOX}", "01/2021", n) for box, n in (("phongttv", 9), ("hoavtv", 2))]
    made.bring(made.mail_file(rows), ward.viewer(ward.clerk))
    by = ward.viewer(keeper)
    made.ruled(by)
    made.said(by, [(f"phongttv@{made.BOX}", ward.clerk), (f"hoavtv@{made.BOX}", ward.specialist)])


def test_who_leads_sees_the_year_and_who_is_below_and_why(ward, other_ward, year, client, sign_in):
    sign_in(client, ward.chairman)
    page = open_page(client, f"{ROOM}/?nam=2021")
    assert "2 lượt, cần 5" in page.text
    assert "8 trong 8 người được xét có tháng chưa đủ" in page.text
    assert "chưa có tài khoản nào" in page.text
    assert "Chưa có số liệu Thư công vụ của tháng 4/2021 đến tháng 12/2021." in page.text
    assert "Viết quy định" in open_page(client, f"{ROOM}/?nam=2021&cong-cu=phan-mem").text
    assert "cần 5" in open_page(client, f"{ROOM}/nguoi/{ward.specialist.uid}/?nam=2021").text
    assert client.get(f"{ROOM}/nguoi/{other_ward.clerk.uid}/").status_code == 404


def test_the_year_takes_no_more_statements_for_more_people(
    ward, year, client, sign_in, django_assert_max_num_queries
):
    sign_in(client, ward.chairman)
    client.get(f"{ROOM}/?nam=2021")
    for n in range(15):
        joined(ward, f"Người Thứ {n}", since=date(2020, 1, 1))
    with django_assert_max_num_queries(32):
        assert client.get(f"{ROOM}/?nam=2021").status_code == 200


def test_others_are_led_to_what_is_kept_about_themselves(ward, year, client, sign_in):
    sign_in(client, ward.specialist)
    assert client.get(f"{ROOM}/").headers["Location"] == f"{ROOM}/cua-toi/"
    page = open_page(client, f"{ROOM}/cua-toi/?nam=2021")
    assert "2 lượt, cần 5" in page.text
    assert f"hoavtv@{made.BOX}" in page.text
    assert "phongttv" not in page.text
    assert client.get(f"{ROOM}/nguoi/{ward.clerk.uid}/").status_code == 404
    assert client.get(f"{ROOM}/tai-khoan/").status_code == 403
    assert "ít nhất 5 lượt một tháng" in open_page(client, f"{ROOM}/quy-dinh/").text


def test_accounts_are_confirmed_once_and_taken_back(ward, other_ward, keeper, client, sign_in):
    rows = [(f"{box}@{made.BOX}", "01/2021", 9) for box in ("phongttv", "vanphong", "la")]
    made.bring(made.mail_file(rows), ward.viewer(ward.clerk))
    sign_in(client, keeper)
    page = open_page(client, f"{ROOM}/tai-khoan/")
    chosen = {one.get("name"): one.xpath("option[@selected]/@value") for one in page.tree.xpath("//select")}
    assert chosen == {"noi_0": [""], "noi_1": [str(ward.clerk.uid)], "noi_2": ["shared"]}
    keys = {
        one.get("name"): one.get("value") for one in page.tree.xpath("//input[starts-with(@name, 'ma_')]")
    }
    empty = examine(client.post(f"{ROOM}/tai-khoan/", keys), status=422)
    assert "Chưa chọn gì cho tài khoản nào." in empty.text
    foreign = client.post(f"{ROOM}/tai-khoan/", keys | {"noi_1": str(other_ward.clerk.uid)})
    assert foreign.status_code == 422
    sent = client.post(
        f"{ROOM}/tai-khoan/", keys | {"noi_0": "", "noi_1": str(ward.clerk.uid), "noi_2": "shared"}
    )
    assert sent.status_code == 302
    assert set(ToolAccount.objects.values_list("account", "kind", "official")) == {
        (f"phongttv@{made.BOX}", "official", ward.clerk.pk), (f"vanphong@{made.BOX}", "shared", None)
    }  # fmt: skip
    told = Detail.objects.get(entry=Entry.objects.get(verb="tools.say_accounts")).body
    assert "phongttv" not in told
    one = ToolAccount.objects.get(official=ward.clerk)
    client.post(f"{ROOM}/tai-khoan/{one.uid}/bo/")
    assert "Chờ ghép: 2" in open_page(client, f"{ROOM}/tai-khoan/").text


def test_a_rule_is_written_from_a_month_on_and_a_wrong_one_keeps_what_was_typed(
    ward, keeper, client, sign_in
):
    sign_in(client, keeper)
    open_page(client, f"{ROOM}/quy-dinh/thu/")
    typed = {
        "source_0": "Thư công vụ", "times_0": "5", "every_source": "1", "met": "every",
        "asks": "half", "since": "15/1/2021", "citation": "Quyết định 9/QĐ-UBND",
    }  # fmt: skip
    refused = examine(client.post(f"{ROOM}/quy-dinh/thu/", typed), status=422)
    assert "giữa tháng" in refused.text
    assert refused.tree.xpath("//input[@name='citation']/@value") == ["Quyết định 9/QĐ-UBND"]
    assert (
        "ít nhất một hệ thống"
        in examine(
            client.post(f"{ROOM}/quy-dinh/thu/", typed | {"times_0": "", "since": "1/1/2021"}), status=422
        ).text
    )
    assert client.post(f"{ROOM}/quy-dinh/thu/", typed | {"since": "1/1/2021"}).status_code == 302
    (kept,) = rules_of(ward.unit, "mail_use")
    assert (kept.since, kept.rule.sources[0].times) == (date(2021, 1, 1), 5)
    assert client.get(f"{ROOM}/quy-dinh/gi-do/").status_code == 404


LOG = "".join(
    f"{at} 08:00:00 may postfix/qmgr[8]: {number}: from=<{sender}>, size=9, nrcpt=1 (queue active)\n"
    f"{at} 08:00:01 may postfix/smtp[9]: {number}: to=<ai@noi-khac.example>, relay=mx[10.1.1.1]:25, status=sent (ok)\n"
    for at, number, sender in (
        ("Jan  2", "A1B2C3", f"hoavtv@{made.BOX}"), ("Feb 27", "A1B2C4", f"hoavtv@{made.BOX}"),
        ("Mar  5", "A1B2C5", "nguoi-dan@noi-khac.example"), ("Mar  6", "A1B2C6", f"hoavtv@{made.BOX}"),
    )
)  # fmt: skip


def test_a_log_is_counted_shown_and_handed_on_and_nothing_else_of_it_is_kept(ward, client, sign_in):
    sign_in(client, ward.clerk)
    open_page(client, f"{ROOM}/nhat-ky-thu/")
    given = {"ten_mien": made.BOX, "nam": "2021"}
    log = SimpleUploadedFile("mail.log.gz", gzip.compress(LOG.encode()))
    page = examine(client.post(f"{ROOM}/nhat-ky-thu/", given | {"tep": log}), f"{ROOM}/nhat-ky-thu/")
    assert "1 thư của tên miền khác" in page.text
    assert page.tree.xpath("//input[@name='thang'][@checked]/@value") == ["2021-01-01", "2021-02-01"]
    assert "noi-khac" not in page.html
    assert not Blob.objects.exists()
    (signed,) = page.tree.xpath("//input[@name='bang']/@value")
    gap = client.post(f"{ROOM}/nhat-ky-thu/nhap/", {"bang": signed, "thang": ["2021-01-01", "2021-03-01"]})
    assert "không liền nhau" in examine(gap, status=422).text
    forged = client.post(f"{ROOM}/nhat-ky-thu/nhap/", {"bang": signed[:-2] + "xx", "thang": ["2021-01-01"]})
    assert forged.status_code == 422
    sent = client.post(f"{ROOM}/nhat-ky-thu/nhap/", {"bang": signed, "thang": ["2021-01-01", "2021-02-01"]})
    held = Import.objects.get()
    assert sent.headers["Location"] == f"/nhap-tu-tep/{held.uid}/"
    assert held.register == "mail_use"
    assert not ToolUse.objects.exists()  # a person confirms first


def test_sign_ins_of_a_log_of_zimbra_are_a_source_of_their_own(ward, client, sign_in):
    sign_in(client, ward.clerk)
    log = "".join(
        f"2021-01-{day:02d} 07:31:00,435 INFO  [qtp1:https://may/] [name=hoavtv@{made.BOX};] security - cmd=Auth; "
        f"account=hoavtv@{made.BOX}; protocol=soap;\n"
        for day in (1, 2, 2, 30)
    )
    given = {
        "ten_mien": made.BOX,
        "nam": "2021",
        "dem": "entered",
        "tep": SimpleUploadedFile("audit.log", log.encode()),
    }
    page = examine(client.post(f"{ROOM}/nhat-ky-thu/", given), f"{ROOM}/nhat-ky-thu/")
    assert "1 lần vào nữa trong cùng một ngày" in page.text
    assert "Lượt vào" in page.text
    (signed,) = page.tree.xpath("//input[@name='bang']/@value")
    client.post(f"{ROOM}/nhat-ky-thu/nhap/", {"bang": signed, "thang": ["2021-01-01"]})
    held = Import.objects.get()
    assert held.file_name.startswith("so-luot-vao-hop-thu")
    clerk = ward.viewer(ward.clerk)
    intake.confirm_layout(
        held, preview_of(held).mapping, name="Lượt vào", source="Vào hộp thư", by=clerk, at=timezone.now()
    )
    held.refresh_from_db()
    intake.commit(held, by=clerk, at=timezone.now(), keep_gone=None)
    assert list(ToolUse.objects.values_list("source", "account", "count")) == [
        ("Vào hộp thư", f"hoavtv@{made.BOX}", 3)
    ]


@pytest.mark.parametrize(
    ("data", "given", "words"),
    [
        (b"Ten;So\nHoai;3\n", {}, "không phải nhật ký thư"),
        (LOG.encode(), {"dem": "entered"}, "không ghi lượt vào hộp thư"),
        (LOG.encode(), {"ten_mien": "khac.example"}, "Không thấy thư nào gửi từ"),
        (LOG.encode(), {"ten_mien": "bac hong"}, "không phải tên miền thư"),
        (LOG.encode(), {"nam": "hai mươi"}, "Nhập"),
        (b"", {}, ""),
    ],
)
def test_a_wrong_log_is_refused_with_what_was_typed_kept(ward, client, sign_in, data, given, words):
    sign_in(client, ward.clerk)
    typed = {"ten_mien": made.BOX, "nam": "2021"} | given
    log = SimpleUploadedFile("mail.log", data)
    page = examine(
        client.post(f"{ROOM}/nhat-ky-thu/", typed | {"tep": log}), f"{ROOM}/nhat-ky-thu/", status=422
    )
    assert words in page.text
    assert page.tree.xpath("//input[@name='ten_mien']/@value") == [typed["ten_mien"]]


def test_only_who_brings_files_in_may_count_a_log(ward, client, sign_in):
    sign_in(client, ward.auditor)
    assert client.get(f"{ROOM}/nhat-ky-thu/").status_code == 403
