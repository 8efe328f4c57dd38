"""What each column is: proposed by the machine, confirmed by a person, kept as typed when refused."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from chuan.intake.forms.mapping import MappingForm
from chuan.intake.models import Import
from chuan.intake.showing.mapping import form_of
from tests.examine import Page, examine, open_page
from tests.intake.pages.making import made, preview, unmapped
from tests.people import Ward


@pytest.fixture
def waiting(ward: Ward, now: datetime) -> Import:
    return unmapped(ward.clerk, at=now)


def opened(browser: Client, imported: Import, query: str = "") -> Page:
    return open_page(browser, f"/nhap-tu-tep/{imported.uid}/{query}")


def typed(imported: Import, **changes: str) -> dict[str, str]:
    """What a browser would send, with some of it typed over."""
    form = form_of(imported)
    plain = {name: str(form[name].value() or "") for name in form.fields}
    return plain | {"so": form.register} | changes


def posted(imported: Import, **changes: str) -> MappingForm:
    return form_of(imported, typed(imported, **changes))


def test_each_column_stands_with_some_cells_and_the_proposal(clerks_browser: Client, waiting: Import) -> None:
    page = opened(clerks_browser, waiting)
    lines = page.find(".//table[contains(@class,'map')]/tbody/tr")
    assert len(lines) == 7
    assert "000.24.31.H27-210104-0001" in "".join(lines[1].itertext())
    chosen = page.form("/ghep-cot/").values
    assert [chosen[f"cot_{n}"] for n in range(7)] == [
        "", "code", "applicant", "received_at", "promised_at", "status", "",
    ]  # fmt: skip


def test_cells_of_a_personal_column_are_not_shown(clerks_browser: Client, waiting: Import) -> None:
    line = opened(clerks_browser, waiting).find(".//table[contains(@class,'map')]/tbody/tr")[2]
    assert "(chữ)" in "".join(line.itertext())


def test_required_fields_are_marked(clerks_browser: Client, waiting: Import) -> None:
    options = opened(clerks_browser, waiting).texts(".//select[@name='cot_1']/option")
    assert "Mã hồ sơ *" in options
    assert "Ngày hẹn trả" in options


def test_words_that_nobody_explained_are_asked_for(clerks_browser: Client, waiting: Import) -> None:
    page = opened(clerks_browser, waiting)
    assert "Trạng thái ghi “Chờ liên thông” (7 dòng)" in page.text
    assert "Đã trả kết quả" in page.texts(".//select[@name='chu_0']/option")


def test_the_name_and_source_are_proposed(clerks_browser: Client, waiting: Import) -> None:
    values = opened(clerks_browser, waiting).form("/ghep-cot/").values
    assert (values["ten"], values["nguon"]) == ("Danh sách hồ sơ có trạng thái", "Một cửa tỉnh")


def test_a_personal_field_without_a_purpose_is_mapped_but_not_kept(waiting: Import) -> None:
    form = posted(waiting)
    assert form.is_valid()
    assert form.mapping.purposes == {}
    named = posted(waiting, ly_do_applicant="In thư xin lỗi")
    assert named.is_valid()
    assert named.mapping.purposes == {"applicant": "In thư xin lỗi"}


def test_a_purpose_of_a_field_that_no_column_feeds_is_left_aside(waiting: Import) -> None:
    form = posted(waiting, ly_do_phone="Gọi điện")
    assert form.is_valid()
    assert form.mapping.purposes == {}


def test_words_become_choices_of_the_layout(waiting: Import) -> None:
    form = posted(waiting, chu_0="waiting")
    assert form.is_valid()
    assert form.mapping.choices == {"status": {"Chờ liên thông": "waiting"}}


def test_two_columns_of_one_field_are_refused_and_what_was_typed_stays(
    clerks_browser: Client, waiting: Import
) -> None:
    answer = clerks_browser.post(
        f"/nhap-tu-tep/{waiting.uid}/ghep-cot/", typed(waiting, cot_6="code", ten="Tên gõ dở")
    )
    page = examine(answer, f"/nhap-tu-tep/{waiting.uid}/ghep-cot/", status=422)
    assert "“Mã hồ sơ” đã ghép vào cột “Mã hồ sơ”" in page.notice
    values = page.form("/ghep-cot/").values
    assert (values["cot_6"], values["ten"]) == ("code", "Tên gõ dở")


def test_a_required_field_without_a_column_is_refused_by_its_name(
    clerks_browser: Client, waiting: Import
) -> None:
    answer = clerks_browser.post(f"/nhap-tu-tep/{waiting.uid}/ghep-cot/", typed(waiting, cot_3=""))
    assert "Chưa ghép cột nào vào: Ngày tiếp nhận" in examine(answer, status=422).notice


@pytest.mark.parametrize("changes", [{"ten": ""}, {"nguon": " "}, {"cot_1": "nowhere"}, {"chu_0": "x"}])
def test_what_is_missing_or_not_offered_is_refused(
    clerks_browser: Client, waiting: Import, changes: dict[str, str]
) -> None:
    answer = clerks_browser.post(f"/nhap-tu-tep/{waiting.uid}/ghep-cot/", typed(waiting, **changes))
    page = examine(answer, status=422)
    assert page.find(".//*[@aria-invalid]")


def test_another_register_may_be_chosen_and_gets_its_own_proposals(
    clerks_browser: Client, waiting: Import
) -> None:
    page = opened(clerks_browser, waiting, "?so=dossier_totals")
    values = page.form("/ghep-cot/").values
    assert values["so"] == "dossier_totals"
    assert "Lĩnh vực *" in page.texts(".//select[@name='cot_1']/option")
    assert values["cot_1"] == ""


def test_a_file_of_no_known_register_asks_for_the_register_first(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    seen = preview(register="", known=False, layout="", source="")
    imported = made(ward.clerk, "unmapped", at=now, register="", seen=seen)
    page = opened(clerks_browser, imported)
    assert "Chưa nhận ra tệp thuộc sổ nào" in page.notice
    assert page.find(".//select[@name='so']")
    assert not page.find(".//select[@name='cot_0']")
    chosen = opened(clerks_browser, imported, "?so=dossiers").form("/ghep-cot/").values
    assert (chosen["cot_1"], chosen["cot_3"]) == ("code", "received_at")


def test_a_register_that_nobody_follows_is_left_aside(clerks_browser: Client, waiting: Import) -> None:
    assert opened(clerks_browser, waiting, "?so=khong-co").form("/ghep-cot/").values["so"] == "dossiers"


def test_a_previewed_file_may_be_mapped_anew_with_what_it_has(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    imported = made(ward.clerk, "previewed", at=now)
    page = open_page(clerks_browser, f"/nhap-tu-tep/{imported.uid}/ghep-cot/")
    assert page.title == "Ghép lại cột"
    assert page.form("/ghep-cot/").values["cot_1"] == "code"


@pytest.mark.parametrize(
    "status", ["reading", "committing", "committed", "withdrawn", "discarded", "refused"]
)
def test_columns_are_fixed_in_every_other_status(
    clerks_browser: Client, ward: Ward, now: datetime, status: str
) -> None:
    imported = made(ward.clerk, status, at=now)
    answer = clerks_browser.post(f"/nhap-tu-tep/{imported.uid}/ghep-cot/", {"ten": "x"})
    assert (answer.status_code, answer["Location"]) == (302, f"/nhap-tu-tep/{imported.uid}/")


def test_where_a_proposal_comes_from_is_said_with_how_sure_it_is(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    seen = preview(known=False, layout="Danh sách hồ sơ", note="Tên cột thường gặp, chưa kiểm chứng.")
    imported = made(ward.clerk, "unmapped", at=now, seen=seen)
    said = "Khuôn có sẵn “Danh sách hồ sơ”. Tên cột thường gặp, chưa kiểm chứng."
    assert said in opened(clerks_browser, imported).text
    assert said not in opened(clerks_browser, imported, "?so=dossier_totals").text
