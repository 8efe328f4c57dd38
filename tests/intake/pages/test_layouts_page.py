"""Known layouts: listed, handed out, taken from other wards."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.intake.layouts import dump_layout, load_layout, shipped
from chuan.intake.models import Layout
from tests.examine import examine, open_page
from tests.people import Ward

URL = "/nhap-tu-tep/cach-ghep/"
DOSSIERS = next(one for one in shipped() if one.register == "dossiers")


def given(browser: Client, data: bytes, name: str = "cach-ghep.toml") -> object:
    return browser.post(URL, {"tep": SimpleUploadedFile(name, data)})


def test_what_comes_with_chuan_is_listed_and_handed_out_whole(clerks_browser: Client, ward: Ward) -> None:
    page = open_page(clerks_browser, URL)
    assert DOSSIERS.name in page.text
    answer = clerks_browser.get(f"{URL}san-co/{DOSSIERS.fingerprint}.toml")
    assert load_layout(answer.content.decode(), name="x").mapping == DOSSIERS.mapping
    assert answer["Content-Disposition"].startswith("attachment")


def test_an_unknown_shipped_layout_is_not_found(clerks_browser: Client, ward: Ward) -> None:
    assert clerks_browser.get(f"{URL}san-co/abc.toml").status_code == 404


def test_who_may_not_import_may_look_and_take_but_not_bring(auditors_browser: Client, ward: Ward) -> None:
    page = open_page(auditors_browser, URL)
    assert not page.find(".//input[@type='file']")
    assert given(auditors_browser, dump_layout(DOSSIERS).encode()).status_code == 403
    assert not Layout.objects.exists()


def test_a_layout_from_elsewhere_is_remembered_once(clerks_browser: Client, ward: Ward) -> None:
    for _ in range(2):
        assert given(clerks_browser, dump_layout(DOSSIERS).encode()).status_code == 302
    assert Layout.objects.get().version == 1
    assert (
        DOSSIERS.name in open_page(clerks_browser, URL).texts(".//section[@aria-labelledby='cua-don-vi']")[0]
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "không có nội dung"),
        (b"\xff\xfe\x00", "nội dung không phải chữ"),
        (b"name = ", "không đúng cú pháp"),
        (b'name = "x"\nregister = "dossiers"\nsource = "y"\n', "thiếu danh sách cột"),
        (dump_layout(DOSSIERS).replace('"dossiers"', '"nowhere"').encode(), "chưa có sổ"),
        (dump_layout(DOSSIERS).replace('"received_at"', '"nowhere"').encode(), "không có mục"),
        (b"x" * 300_000, "quá lớn"),
    ],
)
def test_a_file_that_is_no_layout_is_refused_with_the_reason(
    clerks_browser: Client, ward: Ward, data: bytes, said: str
) -> None:
    page = examine(given(clerks_browser, data), URL, status=422)
    assert said in page.notice
    assert not Layout.objects.exists()


def test_nothing_chosen_is_refused(clerks_browser: Client, ward: Ward) -> None:
    assert "Chưa chọn tệp" in examine(clerks_browser.post(URL, {}), URL, status=422).notice
