"""A pack is made for a keeper, holds what the rooms have, is whole, and only who keeps or audits the system sees it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone

from chuan.conformity.models import EvidencePack
from chuan.conformity.pack import by_command
from chuan.conformity.pack.archive import check
from chuan.conformity.pack.refusals import AccountUnknown, PeriodToCome, PeriodUnreadable, UnitIsAnother
from chuan.exchange.sheets import read_sheet
from chuan.law.inspection import points
from chuan.law.iso9001 import asking
from chuan.offers.packing import Asked, parts
from chuan.petitions.packing import files as petitions_packed
from chuan.rules.refusals import NotAllowed
from chuan.rules.types import Period
from chuan.trail.models import Anchor, Head
from chuan.workforce.actions import training
from chuan.workforce.packing import files as training_packed
from tests.corrections import made as faults
from tests.examine import examine, open_page, sign_in
from tests.petitions import made as petitions
from tests.workforce import made as workforce

ROOM = "/phu-hop/ho-so-kiem-tra/"


@pytest.fixture
def out(ward, tmp_path):
    """The pack of 2021 of a ward with one nonconformity, made from the command line."""
    faults.raised(ward.viewer(ward.secretary))
    path = tmp_path / "goi.zip"
    by_command.write_pack(
        path, Period.year(2021), username=ward.secretary.account.username, unit="Bắc Hồng", clock=timezone.now
    )
    return path


def test_it_is_whole_and_holds_what_there_is(ward, out):
    data = out.read_bytes()
    verdict = check(data, name="goi.zip", printed=EvidencePack.objects.get().digest)
    assert verdict.ok, verdict.problems
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        page = archive.read("index.html").decode()
        trail = archive.read(next(one for one in names if one.startswith("nhat-ky/"))).decode()
    assert {"index.html", "muc-luc.json", "bien-ban-kiem-tra.docx", "khac-phuc/so-khac-phuc.xlsx"} <= names
    assert all(one.title in page for one in points())
    assert all(f"<h3>{one.number} " in page for one in asking())
    assert "<script" not in page
    assert "http" not in page
    assert ward.secretary.name not in trail
    copy = bytearray(data)
    copy[data.index(b"<!doctype html>")] ^= 0x20
    assert check(bytes(copy), name="goi.zip").problems == (
        "Tệp index.html đã bị sửa: không còn khớp mã trong mục lục.",
    )
    assert Anchor.objects.get().hash == verdict.manifest.chains[-1].head
    assert Head.objects.filter(chain=verdict.manifest.chains[-1].chain).exists()


def test_rooms_offer_what_an_inspector_asks_for():
    keys = {
        "tai-lieu",
        "so-do",
        "ho-so",
        "nang-luc",
        "qua-trinh",
        "khac-phuc",
        "rui-ro",
        "danh-gia",
        "xem-xet",
        "don-thu",
    }
    assert keys <= {one.key for one in parts()}
    known = {one.key for one in points()}
    assert all(set(one.points) <= known for one in parts())


def cells(data: bytes) -> str:
    """Every cell of a workbook as one text."""
    return "\n".join(
        str(cell.value) for sheet in read_sheet(data, name="a.xlsx") for row in sheet.rows for cell in row
    )


def test_petitions_are_packed_by_code_and_no_denunciation(ward):
    clerk = ward.viewer(petitions.petition_clerk(ward))
    shown = petitions.received(clerk, text="Ông Minh hỏi đất")
    hidden = petitions.received(clerk, kind="denunciation")
    asked = Asked(
        ward.unit, Period.year(2021), date(2021, 9, 20), petitions.now(), ward.viewer(ward.chairman)
    )
    files = {one.name: cells(one.data) for one in petitions_packed(asked)}
    assert list(files) == ["so-lieu-don-thu.xlsx", "so-theo-doi-don.xlsx"]
    register = files["so-theo-doi-don.xlsx"]
    assert shown.code in register
    assert hidden.code not in register
    assert "1 đơn của kỳ không ghi trong bản này" in register
    assert "Minh" not in register
    assert not list(petitions_packed(replace(asked, viewer=ward.viewer(ward.clerk))))


def test_the_training_plan_is_packed_with_its_results(ward):
    keeper = ward.viewer(workforce.personnel_clerk(ward))
    plan = training.open_plan(2021, by=keeper, at=timezone.now())
    line = training.Line("Nghiệp vụ một cửa", 6, "Sở Nội vụ", "Tài liệu in", 3, "tỷ lệ sai sót")
    course = training.add_course(plan, line, by=keeper, at=timezone.now())
    given = training.Held(date(2021, 6, 10), "Hội trường", "Sở Nội vụ", 240, [ward.one_stop])
    training.hold(course, given, by=keeper, at=timezone.now())
    asked = Asked(
        ward.unit, Period.year(2021), date(2021, 12, 20), timezone.now(), ward.viewer(ward.chairman)
    )
    files = {one.name: cells(one.data) for one in training_packed(asked)}
    told = files["ke-hoach-dao-tao-2021.xlsx"]
    assert "Nghiệp vụ một cửa" in told
    assert "chưa đánh giá" in told
    assert ward.one_stop.name not in told


def test_the_command_says_what_it_does_not_understand(ward, tmp_path):
    ask = {"username": ward.secretary.account.username, "unit": "", "clock": timezone.now}
    for typed in ("2021-13", "hai mốt", "2021-02..2021-01"):
        with pytest.raises(PeriodUnreadable):
            by_command.period_of(typed)
    assert by_command.period_of("2021-01..2021-06") == Period(date(2021, 1, 1), date(2021, 7, 1))
    to_come = Period.year(timezone.now().year + 2)
    for given, refusal in (
        ({"unit": "Thôn khác"}, UnitIsAnother), ({"username": "khong-co"}, AccountUnknown),
        ({"username": ward.clerk.account.username}, NotAllowed),
    ):  # fmt: skip
        with pytest.raises(refusal):
            by_command.write_pack(tmp_path / "a.zip", Period.year(2021), **(ask | given))
    with pytest.raises(PeriodToCome):
        by_command.write_pack(tmp_path / "a.zip", to_come, **ask)


def test_its_pages(ward, other_ward, out, client, django_assert_max_num_queries):
    sign_in(client, ward.secretary)
    with django_assert_max_num_queries(60):
        page = open_page(client, ROOM)
    refused = examine(page.form().send(client, first="01/05/2021", last="01/04/2021"), ROOM, status=422)
    assert "không phải một kỳ" in refused.notice
    assert refused.one("#id_first").get("value") == "01/05/2021"
    pack = EvidencePack.objects.get()
    shown = open_page(client, f"{ROOM}{pack.uid}/")
    assert pack.digest in shown.text
    assert client.get(f"{ROOM}{pack.uid}/tai/").content == out.read_bytes()
    assert client.get(f"{ROOM}{pack.uid}/tien-do/").json()["settled"]
    sign_in(client, ward.auditor)
    assert "Thôi, quay lại" not in open_page(client, ROOM).text
    sign_in(client, other_ward.secretary)
    assert client.get(f"{ROOM}{pack.uid}/").status_code == 404
    sign_in(client, ward.specialist)
    assert client.get(f"{ROOM}{pack.uid}/tai/").status_code == 404
