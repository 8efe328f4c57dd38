"""What is asked about a figure, in the words of the screen."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from chuan.objectives.models import ReportLine
from chuan.rules.report_figures import Doubt

Facts = dict[str, str]


def question(doubt: Doubt, line: ReportLine) -> str:
    """The sentence of a question; its code when it has none yet, so that nothing is hidden."""
    say = _SENTENCES.get(doubt.code)
    return (
        say(doubt.facts | {"unit": line.indicator.measured_in if line.indicator else ""})
        if say
        else doubt.code
    )


def how(line: ReportLine) -> str:
    """Why the figure is thought to be the indicator's."""
    return {
        "taught": _("cách viết đã quen"), "row": _("theo dòng và cột của bảng"), "words": _("theo lời văn"),
        "list": _("đếm theo danh sách"),
    }.get(line.how, "")  # fmt: skip


_SENTENCES: dict[str, Callable[[Facts], str]] = {
    "unit_changed": lambda f: _("Văn bản ghi %(written)s, chỉ tiêu tính bằng %(unit)s.") % f,
    "unit_missing": lambda f: _("Văn bản không ghi đơn vị; chỉ tiêu tính bằng %(unit)s.") % f,
    "narrower": lambda f: _("Câu này có chữ lạ (“%(words)s”): có thể là số của một phần, không phải cả phường.") % f,
    "about": lambda f: _("Văn bản chỉ ghi khoảng chừng (trên, gần, khoảng…), không phải số chính xác."),
    "two_meant": lambda f: _("Câu này có thể nói về nhiều chỉ tiêu: %(names)s.") % f,
    "two_values": lambda f: _("Cùng báo cáo còn ghi số khác cho kỳ này: %(others)s.") % f,
    "share_mismatch": lambda f: _("Phần đếm %(part)s và tỷ lệ %(rate)s trong cùng câu không khớp nhau.") % f,
    "seen_unsure": lambda f: _("Số này đọc từ ảnh chưa rõ, đối chiếu với bản giấy."),
    "other_year": lambda f: _("Số này của năm %(year)s, không phải năm đang thực hiện.") % f,
    "period_missing": lambda f: _("Chưa biết số này của kỳ nào: mở Sửa để chọn kỳ."),
    "needs_parts": lambda f: _("Chỉ tiêu này cần phần đạt và tổng số; báo cáo chỉ ghi tỷ lệ: mở Sửa để nhập hai số."),
    "needs_whole": lambda f: _("Danh sách chỉ cho biết phần đạt, chưa có tổng số: mở Sửa để nhập tổng số."),
    "list_gaps": lambda f: _("Danh sách có %(rows)s dòng nhưng số thứ tự thiếu %(missing)s.") % f,
    "list_doubled": lambda f: _("Danh sách có %(rows)s dòng nhưng số thứ tự lặp %(doubled)s.") % f,
    "list_parts": lambda f: _("Danh sách chia %(parts)s phần, mỗi phần đánh số lại từ 1; cộng được %(rows)s dòng.") % f,
    "list_differs": lambda f: _("Danh sách có %(rows)s dòng, lời văn ghi %(said)s.") % f,
    "not_over": lambda f: _("Kỳ này đến %(until)s mới hết.") % f,
    "stands_other": lambda f: _("Kỳ này đang có số khác: %(stands)s. Ghi số này là sửa số đang có.") % f,
    "stands_official": lambda f: _("Kỳ này đã có số chính thức: %(stands)s; báo cáo chỉ ghi số ước.") % f,
    "falls": lambda f: _("Số lũy kế mà thấp hơn lần trước: %(before)s.") % f,
    "jumps": lambda f: _("Lệch khoảng %(times)s lần so với lần trước: %(before)s.") % f,
    "sum_differs": lambda f: _("Cộng các kỳ đang có được %(sum)s, khác số lũy kế của báo cáo.") % f,
}  # fmt: skip
