"""Each fault of the office is caused, and named: accounts, codes, calendar, systems of record, certificates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.clocks.models import CalendarYear
from chuan.documents.models import Certificate, TrustItem
from chuan.files.actions import keep
from chuan.intake.models import RecordSystem
from chuan.law.calendars import proposal_digest
from chuan.people.models import Appointment, RoleGrant, TotpKey, Unit, UnitCode
from tests.people import at as moment
from tests.upkeep.health.looking import BROKEN, LOOK, WELL, examined, said

pytestmark = pytest.mark.django_db
AT = moment(2021, 10, 5)


def test_an_office_that_nobody_can_keep_any_more(ward):
    assert examined("doors").grade is WELL
    ward.administrator.account.is_active = False
    ward.administrator.account.save()
    assert "chỉ một người quản trị" in said(examined("doors"), LOOK)
    RoleGrant.objects.filter(role="chairman").update(valid_to=date(2021, 1, 1))
    assert "không còn ai vào được để quản trị" in said(examined("doors"), BROKEN)


def test_an_account_of_somebody_who_has_gone(ward):
    Appointment.objects.filter(official=ward.clerk).update(valid_to=date(2021, 1, 1))
    assert examined("doors").grade is WELL
    RoleGrant.objects.filter(official=ward.clerk).update(valid_to=date(2021, 1, 1))
    assert "1 tài khoản còn mở" in said(examined("doors"), LOOK)
    assert ward.clerk.name not in said(examined("doors"), LOOK)


def test_accounts_with_one_lock_where_two_are_asked(ward):
    Unit.objects.filter(pk=ward.unit.pk).update(example=False)
    assert "7 tài khoản chưa có lớp xác thực thứ hai" in said(examined("doors"), LOOK)
    TotpKey.objects.create(account=ward.clerk.account, sealed="x", since=timezone.now())
    assert "6 tài khoản" in said(examined("doors"), LOOK)


def test_a_house_without_a_unit():
    assert "chuan init" in said(examined("units"), LOOK)


def test_a_unit_whose_code_has_ended(ward):
    assert examined("units").grade is WELL
    UnitCode.objects.filter(unit=ward.unit).update(valid_to=AT.date())
    assert "chưa có mã đơn vị" in said(examined("units", at=AT), LOOK)


def test_a_code_that_names_another_unit_since_the_communes_were_rearranged(ward):
    Unit.objects.filter(pk=ward.unit.pk).update(example=False)
    assert examined("units", at=AT).grade is WELL
    found = said(examined("units", at=moment(2025, 7, 1)), LOOK)
    assert "mã 18115 hôm nay là của phường Bắc Hồng Lĩnh" in found


def test_a_year_that_nobody_confirmed_and_the_next_from_december_on(ward):
    found = examined("calendar", at=AT)
    assert "lịch năm 2021 chưa ai xác nhận" in said(found, LOOK)
    assert found.findings[0].address == "/lich/"
    CalendarYear.objects.create(
        unit=ward.unit, year=2021, version=1, proposal=proposal_digest(2021), citation="TB 1",
        confirmed_by=ward.chairman, recorded_at=AT,
    )  # fmt: skip
    assert examined("calendar", at=AT).grade is WELL
    assert "lịch năm 2022" in said(examined("calendar", at=moment(2021, 12, 1)), LOOK)


def test_registers_whose_system_nobody_declared(ward):
    assert "chưa khai hệ thống nào" in said(examined("record_systems"), LOOK)
    RecordSystem.objects.create(
        unit=ward.unit, register="dossiers", system="Một cửa điện tử", valid_from=date(2021, 1, 1), citation="QĐ 1",
        recorded_at=AT,
    )  # fmt: skip
    assert "của 1 sổ" in said(examined("record_systems"), WELL)


def certificate(ward, valid_to: date) -> None:
    Certificate.objects.create(
        unit=ward.unit, official=ward.chairman, der=b"x", fingerprint=str(valid_to), subject="CN=Người Ký",
        valid_from=date(2020, 1, 1), valid_to=valid_to, recorded_at=AT,
    )  # fmt: skip


def test_certificates_that_have_ended_and_that_soon_will(ward):
    certificate(ward, date(2022, 1, 1))
    assert examined("certificates", at=AT).grade is WELL
    certificate(ward, date(2021, 11, 1))
    assert "1 chứng thư số hết hạn trong 60 ngày" in said(examined("certificates", at=AT), LOOK)
    certificate(ward, date(2021, 10, 1))
    found = said(examined("certificates", at=AT), BROKEN)
    assert "1 chứng thư số đã hết hạn" in found
    assert "Người Ký" not in found


@pytest.mark.parametrize(("kind", "valid_to", "recorded", "words"), [
    ("anchor", date(2021, 11, 1), AT, "1 chứng thư gốc đáng tin hết hạn"),
    ("crl", date(2021, 10, 1), AT, "1 danh sách thu hồi đã cũ"),
    ("crl", None, AT - timedelta(days=40), "1 danh sách thu hồi đã cũ"),
])  # fmt: skip
def test_what_is_trusted_and_has_aged(ward, kind, valid_to, recorded, words):
    TrustItem.objects.create(
        unit=ward.unit, kind=kind, blob=keep(b"x", media_type="x/y"), title="Gốc", valid_to=valid_to, citation="TB",
        recorded_at=recorded,
    )  # fmt: skip
    assert words in said(examined("certificates", at=AT), LOOK)
