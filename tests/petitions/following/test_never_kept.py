"""Names, addresses and what a letter says are kept nowhere: not in rows, not in the preview, not in the file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from chuan.demo_exports import petitions as demo
from chuan.demo_exports import petitions_invented as invented
from chuan.demo_exports.formats import Grid, as_csv, as_xlsx
from chuan.intake import actions
from chuan.intake.forms.mapping import MappingForm
from chuan.intake.models import Import, OutsideRow
from chuan.intake.previews import preview_of
from chuan.intake.reading import ColumnMap
from chuan.people.viewer import Viewer
from chuan.petitions.fields import REGISTERS, PetitionRegister, _tells_who
from chuan.petitions.models import Petition
from chuan.rules.refusals import NotAllowed
from tests.examine import open_page, sign_in
from tests.people import Ward, make_ward
from tests.petitions.following.made import dropped, taken_in
from tests.petitions.made import petition_clerk

pytestmark = pytest.mark.django_db
NAME = "Kha Thị Giấu Kín"


@pytest.fixture
def ward() -> Ward:
    return make_ward()


@pytest.fixture
def clerk(ward: Ward) -> Viewer:
    return ward.viewer(petition_clerk(ward), on=timezone.localdate())


def on_disk(words: str) -> list[str]:
    """Kept files in which the words stand, unpacked where they are packed."""
    return [name for name, data in _bytes() if words.encode() in data or words.encode("utf-16-le") in data]


def _bytes() -> Iterator[tuple[str, bytes]]:
    for path in settings.FILES_DIR.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            if data[:2] == b"PK":
                with zipfile.ZipFile(path) as archive:
                    data = b"".join(archive.read(one) for one in archive.namelist())
            yield path.name, data


def in_tables(words: str) -> list[str]:
    """Tables of the database in which the words stand in any text."""
    from django.apps import apps
    from django.db import models

    found = []
    for table in apps.get_models():
        texts = [
            one.name
            for one in table._meta.concrete_fields
            if isinstance(one, models.CharField | models.TextField)
        ]
        for name in texts:
            if table._default_manager.filter(**{f"{name}__contains": words}).exists():
                found.append(f"{table._meta.label}.{name}")
    return found


@pytest.mark.parametrize("name", [demo.LIST, demo.LATER])
def test_the_denouncers_name_is_nowhere_from_the_first_look_on(clerk: Viewer, name: str):
    data = dict(demo.files())[f"{demo.FOLDER}/{name}"]
    held = dropped(data, name, by=clerk)
    assert held.status == Import.Status.UNMAPPED
    assert on_disk(NAME) == [], "bản gốc thay bằng bản không có cột người gửi ngay khi xem"
    taken = taken_in(data, f"lai-{name}", by=clerk)
    assert on_disk(NAME) == on_disk("Số 3, đường Minh Họa") == on_disk("Nội dung minh họa") == []
    assert in_tables(NAME) == in_tables("đường Minh Họa") == in_tables("Nội dung minh họa") == []
    assert taken.status == Import.Status.COMMITTED
    assert Petition.objects.filter(kind="denunciation").exists()


def test_a_denunciation_of_a_leader_is_counted_and_nothing_of_it_is_kept(clerk: Viewer):
    data = dict(demo.files())[f"{demo.FOLDER}/{demo.LIST}"]
    code = invented.letters()[invented.LEADER].code
    held = taken_in(data, demo.LIST, by=clerk)
    assert preview_of(held).withheld == 1
    assert not Petition.objects.filter(outside_code=code).exists()
    assert not OutsideRow.objects.filter(outside_code=code).exists()
    assert in_tables(code) == [] == on_disk(code)


def test_a_table_nobody_knew_loses_its_names_when_somebody_says_what_it_is(clerk: Viewer):
    head = ["Mã đơn", "Dạng", "Nhận vào", "Người làm đơn"]
    rows = [[f"X{n}", "Tố cáo", "05/03/2021", NAME] for n in range(3)]
    head[0] = "Ký danh"
    held = dropped(
        as_xlsx(Grid([["Từ ngày 01/01/2021 đến ngày 31/12/2021"], head, *rows])), "la.xlsx", by=clerk
    )
    assert NAME not in held.preview, "ô của cột chưa biết không bao giờ hiện"
    keys = [one.key for one in preview_of(held).columns]
    mapping = ColumnMap(dict(zip(keys, ("code", "kind", "received_on", "field"), strict=True)))
    actions.confirm_layout(
        held, mapping, name="Lạ", source="Nguồn lạ", register="petitions", by=clerk, at=timezone.now()
    )
    assert on_disk(NAME) == [], "cột người làm đơn bỏ, dù ai ghép nó vào Lĩnh vực"
    held.refresh_from_db()
    actions.commit(held, by=clerk, at=timezone.now(), despite=preview_of(held).must_confirm)
    assert in_tables(NAME) == []
    assert set(Petition.objects.values_list("field", flat=True)) == {""}


def test_no_purpose_may_be_named_for_a_name(ward: Ward, clerk: Viewer):
    fields = {one.name: one for one in PetitionRegister().fields}
    form = MappingForm(register="petitions", columns=(), fields=fields, base=ColumnMap({}))
    assert form.personal == []
    head = ["Mã đơn", "Loại đơn", "Ngày nhận", "Họ tên"]
    data = as_csv(",", "utf-8-sig")(Grid([head, ["D1", "Tố cáo", "05/03/2021", NAME]]))
    held = dropped(data, "mot.csv", by=clerk)
    seen = preview_of(held)
    forced = ColumnMap(seen.mapping.columns, {"sender": "Để liên hệ"}, seen.mapping.choices)
    actions.confirm_layout(held, forced, name="Ép", source="Nguồn", by=clerk, at=timezone.now())
    held.refresh_from_db()
    assert ("Họ tên", "never") in {(one.text, one.why) for one in preview_of(held).dropped}
    assert in_tables(NAME) == [] == on_disk(NAME)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.key)
def test_what_is_personal_in_these_registers_is_never_kept(register):
    assert all(one.never for one in register.fields if one.personal)
    assert not [one.name for one in register.fields if not one.never and _tells_who(one.label.lower())]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("ho ten nguoi gui", True), ("ten nguoi to cao", True), ("so cccd", True), ("ngay sinh", True),
        ("dia chi lien he", True), ("tom tat noi dung", True), ("ma so dinh danh ca nhan", True),
        ("so nguoi", False), ("ngay nhan don", False), ("ma don", False), ("linh vuc", False),
        ("han tra loi nguoi khieu nai", False), ("trang thai", False), ("nguon don", False),
    ],
)  # fmt: skip
def test_columns_that_tell_who_are_known_by_their_words(header: str, told: bool):
    assert _tells_who(header) is told


@pytest.mark.parametrize(
    ("cells", "kept_out"),
    [
        (["D1", "Tố cáo", "Chủ tịch UBND phường"], True),
        (["D1", "Tố cáo", "Bà B, Phó Chủ tịch"], True),
        (["D1", "Khiếu nại", "Chủ tịch UBND phường"], False),
        (["D1", "Tố cáo", "Chủ tịch Hội Nông dân phường"], False),
        (["D1", "Tố cáo", "Công chức địa chính"], False),
    ],
)
def test_a_row_against_a_leader_is_told_by_whom_it_is_against(cells: list[str], kept_out: bool):
    headers = ["ma don", "loai don", "nguoi bi to cao"]
    assert PetitionRegister().withholds(headers, cells) is kept_out


def test_only_who_receives_and_who_leads_see_what_a_list_of_petitions_brings(ward: Ward, clerk: Viewer):
    """A row tells that somebody denounced, and when; other importers may drop the file and leave it."""
    code, head = "TC-2021-0777", ["Mã đơn", "Loại đơn", "Ngày nhận"]
    sheet = as_xlsx(Grid([["Từ ngày 01/01/2021 đến ngày 31/12/2021"], head, [code, "Tố cáo", "05/03/2021"]]))
    held = dropped(sheet, "danh-sach.xlsx", by=ward.viewer(ward.clerk, on=timezone.localdate()))
    address = f"/nhap-tu-tep/{held.uid}/"
    for official in (ward.clerk, ward.administrator, ward.auditor):
        browser = sign_in(Client(), official)
        told = open_page(browser, address)
        assert "chỉ Công chức tiếp dân, xử lý đơn" in told.text
        assert code not in told.html
        assert {
            browser.get(f"{address}{part}").status_code for part in ("tep-goc/", "khong-doc-duoc.xlsx")
        } == {403}
    office = sign_in(Client(), ward.clerk)
    assert {office.post(f"{address}{part}/").status_code for part in ("nhap", "ghep-cot", "ky")} == {403}
    with pytest.raises(NotAllowed):
        actions.confirm_layout(
            held,
            preview_of(held).mapping,
            name="Khuôn",
            source="CSDL",
            by=ward.viewer(ward.clerk),
            at=timezone.now(),
        )
    assert code in open_page(sign_in(Client(), clerk.official), address).html
    assert office.post(f"{address}bo/").status_code == 302
