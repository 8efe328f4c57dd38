"""Every list of a unit that has just begun says what it is, why it is empty, and the first step."""

from __future__ import annotations

import pytest
from django.test import Client

from chuan.people.models import RoleGrant
from chuan.people.roles import Role
from tests.examine import open_page, sign_in

pytestmark = pytest.mark.django_db

LISTS = (
    "/ho-so/", "/ho-so/cua-toi/", "/ho-so/lech-ngay-hen/", "/ho-so/doi-sau-han/", "/ho-so/nguoi-xu-ly/",
    "/ho-so/nghi-phep/", "/ho-so/so-lieu/", "/ho-so/so-lieu/doi-chieu/", "/ho-so/so-lieu/hai-long/", "/thu-tuc/",
    "/thu-tuc/de-xuat/", "/van-ban/", "/van-ban/soan/", "/van-ban/den/", "/van-ban/so/", "/van-ban/so/ho-so/",
    "/van-ban/chu-ky/lan-kiem-tra/", "/van-ban/chu-ky/sap-het-han/", "/van-ban/theo-doi/", "/van-ban/gui-nhan/",
    "/van-ban/gui-nhan/hop-gui/", "/van-ban/gui-nhan/den/", "/van-ban/gui-nhan/cua-toi/", "/van-ban/gui-nhan/nhom/",
    "/van-ban/gui-nhan/noi-ngoai/", "/van-ban/nam-vung/", "/van-ban/can-cu/", "/van-ban/ky/chung-thu/", "/tai-lieu/",
    "/tai-lieu/de-nghi/", "/nhap-tu-tep/", "/nhap-tu-tep/cach-ghep/", "/muc-tieu/", "/viec-cua-toi/",
    "/can-bo/ban-giao/", "/van-ban/ky/gia-han/",
)  # fmt: skip
FEWEST = 40
"""Letters of the sentence under the heading; fewer would not teach anything."""


@pytest.fixture
def everything(ward):
    """Somebody who may see every list: the Chairman with the roles of the clerks."""
    for role in (Role.OFFICE_CLERK, Role.ONE_STOP_CLERK, Role.REGISTRY_CLERK, Role.ISO_SECRETARY):
        RoleGrant.objects.create(
            role=role,
            official=ward.chairman,
            unit=ward.unit,
            valid_from=ward.unit.valid_from,
            citation="QĐ 1",
        )
    return sign_in(Client(), ward.chairman)


def test_an_empty_list_teaches_what_to_do(everything):
    silent = []
    for path in LISTS:
        page = open_page(everything, path)
        told = [len(text) for text in page.texts("//*[contains(@class,'empty')]/p")]
        if not told or min(told) < FEWEST:
            silent.append(f"{path}: {page.texts('.empty')}")
    assert not silent, "\n".join(silent)


@pytest.mark.parametrize(
    "path",
    [
        "/van-ban/can-cu/?tim=zzzz",
        "/tai-lieu/?tim=zzzz",
        "/tim/?tim=zzzzqq",
        "/thu-tuc/?tim=zzzz",
        "/ho-so/?tim=zzzz",
    ],
)
def test_a_filter_that_finds_nothing_says_so_and_how_to_see_more(everything, path):
    page = open_page(everything, path)
    assert page.find(".empty")
