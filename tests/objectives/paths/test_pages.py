"""Lộ trình: twelve boxes a target, filled by buttons, pasted, from Excel; only Lưu saves, nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from chuan.exchange.limits import DEFAULT
from chuan.exchange.sheets import Table, read_sheet, write_sheet
from chuan.objectives.actions import assign, record_figure
from chuan.objectives.models import Indicator, Plan, Target, TargetPath
from chuan.objectives.paths import sheet
from chuan.objectives.paths.filling import last_years
from chuan.objectives.paths.grid import rows_of
from chuan.rules.types import Period
from tests.examine import Page, examine, open_page, sign_in
from tests.objectives.made import clerk, given, indicator, now
from tests.objectives.paths.made import JANUARY, LATE, set_path, target
from tests.people import Ward, make_ward

BUDGET, ON_TIME, STREETS = "1.3", "3.2", "1.5a"
SAVE, EVENLY, LAST_YEAR, SAME, PASTE, FILE = (
    f"viec={value}" for value in ("luu", "deu", "nam-truoc", "giu-muc", "dan", "tep")
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def address(plan: Plan) -> str:
    return f"/muc-tieu/ke-hoach/{plan.uid}/lo-trinh/"


def names(plan: Plan, label: str) -> list[str]:
    prefix = target(plan, label).uid.hex
    return [f"{prefix}-{month}" for month in range(1, 13)]


def boxes(page: Page, plan: Plan, label: str) -> list[str]:
    """What stands in the twelve boxes of a target."""
    return [page.tree.xpath(f"//input[@name='{name}']/@value")[0] for name in names(plan, label)]


def wrong(page: Page) -> list[str]:
    return [box.get("aria-label") for box in page.tree.xpath("//input[@aria-invalid]")]


def typed(plan: Plan, label: str, months: object) -> dict[str, str]:
    return dict(zip(names(plan, label), map(str, months), strict=True))  # type: ignore[call-overload]


def send(client: Client, page: Page, press: str, *, status: int = 200, **more: object) -> Page:
    form = page.form(button="Lưu lộ trình")
    return examine(form.send(client, press=press, **more), page.url, status=status)


@pytest.fixture
def secretary(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.secretary)


def test_every_target_with_a_level_has_its_boxes_and_the_others_say_why(secretary: Client, plan: Plan):
    page = open_page(secretary, address(plan))
    assert page.title == "Lộ trình mười hai tháng năm 2021"
    assert "0/25 mục tiêu đã có lộ trình" in page.text
    assert len(page.tree.xpath("//td[contains(@class, 'month')]/input")) == 25 * 12
    assert "ít nhất 8.550 triệu đồng · cộng dồn đến hết tháng, triệu đồng" in page.text
    assert "trên 95 % · tỷ lệ từ đầu năm, %" in page.text
    assert "7 mục tiêu không đặt lộ trình" in page.text
    assert "Chỉ có được hay chưa được, không có mức cho từng tháng." in page.text


def test_the_plan_and_the_promise_lead_to_it(secretary: Client, plan: Plan):
    planning = open_page(secretary, f"/muc-tieu/ke-hoach/{plan.uid}/")
    assert planning.link("Lộ trình 12 tháng") == address(plan)
    promise = open_page(secretary, f"/muc-tieu/{target(plan, BUDGET).uid}/")
    assert promise.link("Đặt lộ trình từng tháng") == address(plan)


def test_filling_evenly_fills_blank_boxes_and_saves_nothing(secretary: Client, plan: Plan):
    page = open_page(secretary, address(plan))
    filled = send(secretary, page, EVENLY, **typed(plan, ON_TIME, [97] * 12))
    assert boxes(filled, plan, BUDGET)[:2] == ["712,5", "1.425"]
    assert boxes(filled, plan, STREETS) == list("001112223334")
    assert boxes(filled, plan, ON_TIME) == ["97"] * 12
    assert "Đã điền ô của 24 mục tiêu, chưa lưu" in filled.text
    assert wrong(filled) == []
    assert not TargetPath.objects.exists()


def test_every_row_is_filled_where_that_is_asked(secretary: Client, plan: Plan):
    page = open_page(secretary, address(plan))
    filled = send(secretary, page, EVENLY, which="moi", **typed(plan, ON_TIME, [97] * 12))
    assert boxes(filled, plan, ON_TIME) == ["95,1"] * 12


def test_what_was_filled_is_saved_with_one_more_press(
    secretary: Client, plan: Plan, django_assert_max_num_queries
):
    page = send(secretary, open_page(secretary, address(plan)), EVENLY)
    with django_assert_max_num_queries(40):
        saved = page.form(button="Lưu lộ trình").send(secretary, press=SAVE)
    assert saved.status_code == 302
    again = open_page(secretary, address(plan))
    assert "Đã lưu lộ trình của 25 mục tiêu." in again.text
    assert "25/25 mục tiêu đã có lộ trình" in again.text
    assert "bản 1, Phạm Thư Ký đặt ngày" in again.text
    assert TargetPath.objects.count() == 25


def test_one_level_leaves_what_grows_and_says_how_many(secretary: Client, plan: Plan):
    filled = send(secretary, open_page(secretary, address(plan)), SAME)
    assert boxes(filled, plan, BUDGET) == [""] * 12
    assert boxes(filled, plan, ON_TIME) == ["95,1"] * 12
    assert "dòng để nguyên: số cộng dồn từ đầu năm không thể giữ một mức." in filled.text


def test_last_years_months_give_their_shape(secretary: Client, ward: Ward, plan: Plan):
    for month in range(1, 13):
        amount = 500 if month < 12 else 4500
        record_figure(
            indicator(plan, BUDGET), Period.month(2020, month), given(value=str(amount)), by=clerk(ward), at=now()
        )  # fmt: skip
    filled = send(secretary, open_page(secretary, address(plan)), LAST_YEAR)
    assert boxes(filled, plan, BUDGET)[:2] == ["427,5", "855"]  # 500 of 10.000 of 8.550
    assert boxes(filled, plan, BUDGET)[-2:] == ["4.702,5", "8.550"]
    assert "Đã điền ô của 1 mục tiêu, chưa lưu" in filled.text
    assert "24 dòng để nguyên: năm trước chưa đủ số từng tháng để lấy làm mẫu." in filled.text


def test_last_years_end_is_where_a_state_begins(secretary: Client, ward: Ward, plan: Plan):
    poverty = Target.objects.get(objective__plan=plan, label="1.9").indicator
    assert poverty is not None
    record_figure(poverty, Period.year(2020), given(value="2.1"), by=clerk(ward), at=now())
    filled = send(secretary, open_page(secretary, address(plan)), EVENLY)
    assert boxes(filled, plan, "1.9")[5:] == ["1,5", "1,4", "1,3", "1,2", "1,1", "1", "0,9"]


def test_figures_counted_in_another_unit_last_year_give_no_shape(secretary: Client, ward: Ward, plan: Plan):
    rows = [row for row in rows_of(plan, clerk(ward)) if row.target.label == BUDGET]
    Indicator.objects.filter(pk=rows[0].indicator.pk).update(measured_in="tỷ đồng")
    assert last_years(rows, plan, timezone.localdate()) == {}


def test_lines_pasted_from_excel_go_where_their_number_says(secretary: Client, plan: Plan):
    lines = "\n".join([
        "1,3\tTổng thu ngân sách\t" + "\t".join(f"{value:,}".replace(",", ".") for value in LATE),
        "3.2\t" + "\t".join(["96 %"] * 12),
        "9.9\t" + "\t".join(["1"] * 12),
        "1;2;3",
        "\t".join(["1"] * 12),
        "",
    ])  # fmt: skip
    filled = send(secretary, open_page(secretary, address(plan)), PASTE, pasted=lines)
    assert boxes(filled, plan, BUDGET)[-1] == "8.550"
    assert boxes(filled, plan, ON_TIME) == ["96 %"] * 12
    assert "Đã điền ô của 2 mục tiêu, chưa lưu" in filled.text
    assert "Dòng 3: không có mục tiêu số “9.9” mà bạn được đặt lộ trình." in filled.text
    assert "Dòng 4: có 3 ô, cần số của mục tiêu và mười hai tháng." in filled.text
    assert "Dòng 5: thiếu số của mục tiêu ở đầu dòng, như ở cột Số." in filled.text
    assert lines.splitlines()[0] in filled.html


def test_bare_lines_go_in_order_where_there_is_one_for_every_target(secretary: Client, plan: Plan):
    lines = "\n".join(["\t".join(["5"] * 12)] * 25)
    filled = send(secretary, open_page(secretary, address(plan)), PASTE, pasted=lines)
    assert boxes(filled, plan, STREETS) == ["5"] * 12


@pytest.mark.parametrize("text", ["", "không có gì", "1.3  1  2  3"])
def test_a_paste_that_cannot_be_read_is_refused_and_kept(secretary: Client, plan: Plan, text: str):
    page = open_page(secretary, address(plan))
    kept = typed(plan, BUDGET, LATE)
    refused = send(secretary, page, PASTE, status=422, pasted=text, **kept)
    assert "Chưa đọc được dòng nào" in refused.text
    assert boxes(refused, plan, BUDGET)[0] == "100"


def test_the_table_goes_out_as_excel_and_comes_back_into_the_boxes(secretary: Client, ward: Ward, plan: Plan):
    set_path(plan, BUDGET, LATE, by=ward.viewer(ward.secretary, JANUARY))
    page = open_page(secretary, address(plan))
    data = secretary.get(page.link("Tải bảng Excel")).content
    (book, *_) = read_sheet(data, name="lo-trinh.xlsx")
    top = next(at for at, row in enumerate(book.rows) if row[0].text == "Số")
    lines = {row[0].text: row for row in book.rows[top + 1 :]}
    assert [cell.value for cell in lines[BUDGET][4:16]] == list(LATE)
    back = [[cell.value for cell in row] for row in book.rows[top + 1 :]]
    back[0][4:16] = [16] * 12
    table = Table(title="x", headers=sheet.headers(), rows=back)
    came = send(
        secretary, page, FILE, file=SimpleUploadedFile("lo.xlsx", write_sheet(table), content_type=XLSX)
    )
    assert "Đã điền ô của 25 mục tiêu, chưa lưu" in came.text
    assert boxes(came, plan, "1.1") == ["16"] * 12
    assert boxes(came, plan, BUDGET)[-1] == "8.550"


def test_a_file_that_is_none_of_ours_is_refused_and_the_boxes_kept(
    secretary: Client, plan: Plan, monkeypatch
):
    page = open_page(secretary, address(plan))
    other = write_sheet(Table(title="x", headers=("a", "b"), rows=[[1, 2]]))
    kept = typed(plan, BUDGET, LATE)
    for data, said in (
        (other, "không phải bảng lộ trình do Chuẩn xuất ra"), (b"not a workbook", ""), (None, "Chưa chọn tệp"),
    ):  # fmt: skip
        file = {"file": SimpleUploadedFile("lo.xlsx", data, content_type=XLSX)} if data else {}
        refused = send(secretary, page, FILE, status=422, **file, **kept)
        assert said in refused.text
        assert boxes(refused, plan, BUDGET)[0] == "100"
    monkeypatch.setattr("chuan.objectives.paths.views.DEFAULT", type(DEFAULT)(file_bytes=10))
    big = SimpleUploadedFile("lo.xlsx", other, content_type=XLSX)
    assert "MB" in send(secretary, page, FILE, status=422, file=big, **kept).text


BAD = (
    (["chín", *LATE[1:]], "Tháng 1: “chín” chưa đọc được thành số"),
    (["9" * 41, *LATE[1:]], "chưa đọc được thành số"),
    ([100, 50, *LATE[2:]], "Tháng 2: 50 thấp hơn tháng 1 (100): số cộng dồn từ đầu năm không giảm."),
    (
        [*LATE[:11], 8000],
        "Tháng 12: đến hết năm là 8.000 thì không giữ được mức phải đạt (8.550 triệu đồng).",
    ),
    ([*LATE[:4], "", "", *LATE[6:]], "Tháng 5, 6: còn trống, ghi đủ mười hai tháng hoặc để trống cả dòng."),
    ([-5, *LATE[1:]], "Tháng 1: -5 nhỏ hơn 0."),
)


def test_what_is_wrong_is_marked_and_everything_typed_is_kept(secretary: Client, plan: Plan):
    page = open_page(secretary, address(plan))
    for months, said in BAD:
        refused = send(
            secretary,
            page,
            SAVE,
            status=422,
            **typed(plan, BUDGET, months),
            **typed(plan, ON_TIME, [97] * 12),
        )
        assert said in refused.text
        assert "Chưa lưu gì" in refused.text
        assert wrong(refused)
        assert all(label.startswith("1.3, tháng") for label in wrong(refused))
        assert boxes(refused, plan, BUDGET) == [str(one) for one in months]
        assert boxes(refused, plan, ON_TIME) == ["97"] * 12
    assert not TargetPath.objects.exists()


def test_a_change_without_a_reason_is_asked_for_and_nothing_is_lost(
    secretary: Client, ward: Ward, plan: Plan
):
    set_path(plan, BUDGET, LATE, by=ward.viewer(ward.secretary, JANUARY))
    page = open_page(secretary, address(plan))
    refused = send(secretary, page, SAVE, status=422, **typed(plan, BUDGET, [8600] * 12))
    assert "Lộ trình của 1.3 đã có, đổi nó cần có lý do." in refused.text
    assert boxes(refused, plan, BUDGET) == ["8600"] * 12
    done = refused.form(button="Lưu lộ trình").send(secretary, press=SAVE, reason="Thuế thu sớm")
    assert done.status_code == 302
    promise = open_page(secretary, f"/muc-tieu/{target(plan, BUDGET).uid}/")
    assert "Bản 2, Phạm Thư Ký đặt ngày" in promise.text
    assert "Lý do: Thuế thu sớm" in promise.text
    assert "Bản 1, Phạm Thư Ký đặt ngày 05/01/2021" in promise.text


def test_a_page_opened_before_somebody_elses_version_says_so_and_may_then_be_sent_again(
    secretary: Client, ward: Ward, plan: Plan
):
    page = open_page(secretary, address(plan))
    set_path(plan, BUDGET, LATE, by=ward.viewer(ward.clerk, JANUARY))
    refused = send(secretary, page, SAVE, status=422, reason="x", **typed(plan, BUDGET, [8600] * 12))
    assert "vừa được người khác lưu (bản 1)" in refused.text
    assert boxes(refused, plan, BUDGET) == ["8600"] * 12
    assert refused.form(button="Lưu lộ trình").send(secretary, press=SAVE).status_code == 302


def test_nothing_changed_is_said(secretary: Client, plan: Plan):
    refused = send(secretary, open_page(secretary, address(plan)), SAVE, status=422)
    assert "Chưa có ô nào đổi so với lộ trình đang dùng." in refused.text


def test_what_is_too_long_is_refused_without_losing_the_boxes(secretary: Client, plan: Plan):
    refused = send(
        secretary,
        open_page(secretary, address(plan)),
        SAVE,
        status=422,
        reason="x" * 501,
        **typed(plan, BUDGET, LATE),
    )
    assert "Lý do dài quá 500 chữ cái." in refused.text
    assert boxes(refused, plan, BUDGET)[0] == "100"


def test_a_version_that_was_tampered_with_is_no_error(secretary: Client, plan: Plan):
    page = open_page(secretary, address(plan))
    name = f"{target(plan, BUDGET).uid.hex}-ban"
    refused = send(secretary, page, SAVE, status=422, **{name: "9" * 9}, **typed(plan, ON_TIME, [1] * 12))
    assert wrong(refused) == ["3.2, tháng 12"]


def test_an_owner_fills_only_his_own(client: Client, ward: Ward, plan: Plan):
    assign(target(plan, ON_TIME).objective, official=ward.one_stop, by=clerk(ward), at=now())
    owner = sign_in(client, ward.one_stop)
    page = open_page(owner, address(plan))
    assert page.tree.xpath("count(//td[contains(@class, 'month')]/input)") % 12 == 0
    filled = send(owner, page, EVENLY)
    assert boxes(filled, plan, ON_TIME) == ["95,1"] * 12
    assert not page.tree.xpath(f"//input[@name='{names(plan, BUDGET)[0]}']")
    sneaked = filled.form(button="Lưu lộ trình").values | typed(plan, BUDGET, LATE) | {"viec": "luu"}
    assert owner.post(address(plan), sneaked).status_code == 302
    assert {row.target.label for row in TargetPath.objects.select_related("target")} >= {ON_TIME}
    assert not TargetPath.objects.filter(target__label=BUDGET).exists()


def test_others_read_and_have_nothing_to_send(client: Client, ward: Ward, plan: Plan):
    set_path(plan, BUDGET, LATE, by=ward.viewer(ward.secretary, JANUARY))
    page = open_page(sign_in(client, ward.auditor), address(plan))
    assert "Bạn chỉ xem ở trang này" in page.text
    assert "5.000" in page.text
    assert not page.tree.xpath("//td[contains(@class, 'month')]/input")


def test_another_ward_finds_nothing(client: Client, plan: Plan):
    other = make_ward("Đậu Liêu", "18118", "dl-")
    sign_in(client, other.secretary)
    assert client.get(address(plan)).status_code == 404
    assert client.get(f"{address(plan)}lo-trinh.xlsx").status_code == 404


def test_a_replaced_plan_is_only_shown(secretary: Client, plan: Plan):
    Plan.objects.filter(pk=plan.pk).update(
        status=Plan.Status.REPLACED, closed_on=timezone.localdate() - timedelta(days=1)
    )
    page = open_page(secretary, address(plan))
    assert "lộ trình chỉ để xem" in page.text
    assert not page.tree.xpath("//td[contains(@class, 'month')]/input")


def test_the_statements_do_not_grow_with_paths(
    secretary: Client, ward: Ward, plan: Plan, django_assert_max_num_queries
):
    with django_assert_max_num_queries(18):
        open_page(secretary, address(plan))
    for label in (BUDGET, ON_TIME):
        months = LATE if label == BUDGET else [96] * 12
        set_path(plan, label, months, by=ward.viewer(ward.secretary, JANUARY))
    with django_assert_max_num_queries(18):
        open_page(secretary, address(plan))
