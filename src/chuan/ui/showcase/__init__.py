"""What the gallery shows: each component with its real, longest texts. Every figure is invented."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.functional import Promise as Words
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.rules.targets.types import Budget, Comparator
from chuan.ui import formatters as say
from chuan.ui.charts.months import MonthChart
from chuan.ui.parts import Cell, Fact, Passport, Promise, Row, Step, Task
from chuan.ui.showcase.longest import longest
from chuan.ui.showcase.table import DONE, LATE, lines, monthly
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

_STATES: tuple[tuple[str, str | Words, str | Words], ...] = (
    ("met", "", later("đúng mức hoặc đúng hạn")),
    ("exceeded", "", later("hơn mức; trước hạn")),
    ("not_met", "", later("kỳ đã đóng, hoặc không còn cách bù")),
    ("on_track", "", later("chưa đóng kỳ, theo nhịp sẽ đạt")),
    ("at_risk", "", later("theo nhịp sẽ không đạt, còn cách bù")),
    ("unmeasured", "", later("luôn kèm lý do: thiếu mốc, chưa có kỳ")),
    ("overdue", later("Quá hạn 2 ngày"), later("kèm số ngày làm việc")),
    ("due_soon", "", later("phần thời hạn còn lại dưới ngưỡng đã đặt")),
    ("paused", "", later("kèm việc đang chờ")),
    ("running", "", later("đồng hồ đang chạy")),
)
_COLOURS = (
    ("cobalt", "#1B4B82"),
    ("met", "#17603F"),
    ("exceeded", "#0B5565"),
    ("not-met", "#A1241B"),
    ("at-risk", "#7A4A04"),
    ("unmeasured", "#4D5964"),
    ("paused", "#574A80"),
    ("ink", "#17212C"),
)

_PROMISED = Fraction(95)


class Example(forms.Form):
    """A form in which every kind of control stands, some of them wrongly filled."""

    use_required_attribute = False

    result = VietnameseNumberField(
        label=later("Kết quả tháng 9 (triệu đồng)"), help_text=later("Kỳ trước 6.390,0. Lũy kế từ đầu năm.")
    )
    listed_on = VietnameseDateField(label=later("Ngày của bảng kê"))
    source = forms.ChoiceField(
        label=later("Nguồn"),
        choices=[("kho-bac", later("Kho bạc Nhà nước")), ("thue", later("Chi cục Thuế"))],
    )
    reading = forms.ChoiceField(
        label=later("Ghi 21/21 chỉ tiêu, liệt kê 20 gạch đầu dòng với 22 số đo: hiểu thế nào?"),
        choices=[
            ("22", later("Cả 22 số đo đều đạt")),
            ("20", later("Cả 20 gạch đầu dòng đều đạt")),
            ("21", later("21 chỉ tiêu, tôi ghép tay")),
        ],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=later("Lý do"),
        help_text=later("Ghi vào nhật ký, người xem xét đọc được."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    paper = forms.FileField(label=later("Bảng kê"), help_text=later("PDF, Word hoặc Excel, tối đa 20 MB."))
    estimate = forms.BooleanField(label=later("Số ước tính, chưa chính thức"), required=False)


def showcase() -> dict[str, Any]:
    """The context of the gallery; one call makes everything anew."""
    typed = {"result": "7.214,6", "listed_on": "31/09/2021", "source": "kho-bac", "estimate": "on"}
    return {
        "title": _("Thành phần"),
        "where": _("Mỗi thành phần một lần, đủ trạng thái"),
        "demo": True,
        "states": _STATES,
        "colours": _COLOURS,
        "form": Example(typed),
        "fresh": Example(
            initial={"result": Fraction(72146, 10), "listed_on": date(2021, 9, 30)}, prefix="moi"
        ),
        "promises": _promises(),
        "promised": _("trên 95 %"),
        "lines": lines(),
        "chart": _chart(),
        "months": _months(),
        "short_chart": _short_chart(),
        "budgets": _budgets(),
        "passport": _passport(),
        "steps": _steps(),
        "late_tasks": _late_tasks(),
        "next_tasks": _next_tasks(),
        "page": Paginator(range(440), 50).page(3),
        "crumbs": [(_("Mục tiêu 2021"), "#g-dai"), (_("Thủ tục hành chính"), "#g-dai")],
    } | longest()


def _promises() -> list[Promise]:
    rows = (
        (_("Kinh tế – xã hội"), "at_risk", _("4/22 số đo đã đạt")),
        (_("Hệ thống quản lý chất lượng"), "on_track", _("1/2 việc")),
        (_("Thủ tục hành chính"), "not_met", "99,53 % · 96,57 %"),
        (_("Đơn thư"), "at_risk", _("97,37 % · 0 vụ vượt cấp")),
        (_("Thư công vụ, phần mềm"), "on_track", _("24/24 người")),
        (_("Ký số, luân chuyển"), "on_track", _("612/612 văn bản")),
        (_("Lao động tiên tiến"), "unmeasured", _("bình xét tháng 12")),
    )
    return [Promise(str(n), *row, url="#g-ket-luan") for n, row in enumerate(rows, 1)]


def _chart() -> MonthChart:
    rates = monthly()
    running = [
        Fraction(100 * (sum(DONE[:n]) - sum(LATE[:n])), sum(DONE[:n])) for n in range(1, len(DONE) + 1)
    ]
    return MonthChart(
        values=rates,
        threshold=_PROMISED,
        comparator=Comparator.MORE_THAN,
        promised=_("trên 95\N{NO-BREAK SPACE}%"),
        subject=_("Tỷ lệ đúng hạn"),
        cumulative=running,
        figure=lambda value: say.rate(value, _PROMISED) if value.denominator != 1 else say.percent(value, 0),
        top=Fraction(100),
    )


def _short_chart() -> MonthChart:
    values = [Fraction("0.8"), Fraction("0.9"), None, Fraction("0.94")]
    return MonthChart(
        values=values,
        threshold=Fraction(9, 10),
        comparator=Comparator.AT_MOST,
        promised=_("tối đa 0,9\N{NO-BREAK SPACE}% cả năm"),
        subject=_("Tỷ lệ tăng dân số"),
        figure=lambda value: say.percent(value, 2),
        slots=["quý I", "quý II", "quý III", "quý IV"],
    )


def _months() -> dict[str, Any]:
    rates = monthly()
    bad = [value <= _PROMISED for value in rates]
    gaps = [Cell(say.EMPTY)] * (12 - len(DONE))
    done, late = sum(DONE), sum(LATE)
    whole_year = say.rate_number(Fraction(100 * (done - late), done), _PROMISED)
    shares = [say.rate_number(value, _PROMISED) for value in rates]
    return {
        "heads": [str(n) for n in range(1, 13)],
        "rows": [
            Row(_("Đã giải quyết"), [*map(Cell, map(say.number, DONE)), *gaps], say.number(done)),
            Row(_("Trễ hạn"), [*map(Cell, map(say.number, LATE), bad), *gaps], say.number(late)),
            Row(_("Tỷ lệ, %"), [*map(Cell, shares, bad), *gaps], whole_year),
        ],
    }


def _budgets() -> list[Budget]:
    return [
        Budget(left=21, used=44, forecast=1712, method=_("nhịp trung bình 9 tháng"), left_of_year=85),
        Budget(left=0, used=1),
        Budget(left=-6, used=20, repair=114),
        Budget(left=-6, used=6, repair=None),
        Budget(left=310, used=150),
    ]


def _passport() -> Passport:
    return Passport(
        quote="trên 95% hồ sơ, thủ tục hành chính theo cơ chế một cửa, một cửa liên thông thuộc "
        "thẩm quyền của UBND phường được giải quyết đúng thời hạn",
        facts=[
            Fact(_("Văn bản"), _("Quyết định 19/02/2021"), note=_("mục tiêu 3, vế 2"), url="#g-so"),
            Fact(_("Hạng"), _("A đếm từ sổ của Chuẩn")),
            Fact(_("Tử số"), _("có kết quả không muộn hơn ngày hẹn đầu tiên")),
            Fact(_("Mẫu số"), _("đã giải quyết (không phải đã tiếp nhận)")),
            Fact(_("Chốt lúc"), _("08:00 ngày 05/10/2021")),
            Fact(_("Luật"), "NĐ 61/2018/NĐ-CP", note=_("(đã đọc toàn văn)")),
        ],
        line="ho-so.dung-han v4 · 20210101–20210930 · 9f2c 71ae 04d8 b35e",
        replaced=_("số chốt 04/10 (1.281), do 3 hồ sơ về muộn"),
        check_url="#ho-chieu",
    )


def _steps() -> list[Step]:
    return [
        Step(_("Tiếp nhận"), _("Một cửa · 28/04 15:20 · giấy hẹn 0007")),
        Step(_("Yêu cầu bổ sung, một lần, đủ ý"), _("Tư pháp – hộ tịch · 06/05 10:05 · Mẫu 02")),
        Step(_("Thẩm tra"), _("Tư pháp – hộ tịch · ngày 3, phần việc 3 ngày"), "now"),
        Step(_("Ký Giấy khai sinh"), _("Chủ tịch · phần việc 1 ngày"), "to_come"),
        Step(_("Trả kết quả"), _("Một cửa"), "to_come"),
    ]


def _late_tasks() -> list[Task]:
    return [
        Task(
            "pencil",
            _("Nhập kết quả quý III: Giá trị sản xuất tăng"),
            "#g-nut",
            _("Chỉ tiêu 1.1 · kỳ trước +7,4 % (ước) · nguồn: Chi cục Thống kê"),
            _("Quá hạn 3 ngày"),
            "overdue",
            _("hạn thứ Năm 30/09"),
            _("Nhập kết quả"),
            True,
        ),
        Task(
            "question-circle",
            _("Trả lời: giảm so với năm nào, giảm bao nhiêu?"),
            "#g-nut",
            _("Chỉ tiêu 1.13 Tỷ lệ người sinh con thứ 3 trở lên, chưa đo được vì thiếu mốc"),
            _("Quá hạn 2 ngày lịch"),
            "overdue",
            _("hạn thứ Sáu 01/10"),
            _("Trả lời"),
            True,
        ),
    ]


def _next_tasks() -> list[Task]:
    return [
        Task(
            "check2-square",
            _("Duyệt hành động khắc phục: 6 hồ sơ sai quy trình"),
            "#g-nut",
            _("Mục tiêu 3, nguyên nhân do Tư pháp – hộ tịch nêu ngày 01/10"),
            _("Hôm nay"),
            "due_soon",
            _("trước 17:00"),
            _("Xem"),
        ),
        Task(
            "file-earmark-text",
            _("Xác nhận bản đọc: Kế hoạch 41/KH-UBND"),
            "#g-nut",
            _("Máy đã đọc, còn 1 câu hỏi"),
            _("Thứ Năm 07/10"),
            "",
            _("còn 2 ngày làm việc"),
            _("Xem bản đọc"),
        ),
    ]
