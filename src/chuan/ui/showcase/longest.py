"""The longest real texts that a component may have to hold, and the strip of days.

The name of the procedure is the longest of those published for communes (2026); names of the law and of
offices are public texts (Luật Sở hữu trí tuệ, Điều 15 khoản 2). Persons and figures are invented.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from chuan.rules.targets.types import Comparator, Horizon, Quantity, Target
from chuan.rules.types import Period
from chuan.ui.charts.clock_strip import ClockStrip, DayCell, Label
from chuan.ui.parts import Step, Task

PROCEDURE = (
    "Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá, không đấu thầu lựa chọn nhà đầu tư thực hiện dự "
    "án có sử dụng đất đối với cá nhân là cán bộ, công chức, viên chức, sĩ quan tại ngũ, quân nhân chuyên nghiệp, "
    "công chức quốc phòng, công nhân và viên chức quốc phòng, sĩ quan, hạ sĩ quan, công nhân công an, người làm "
    "công tác cơ yếu và người làm công tác khác trong tổ chức cơ yếu hưởng lương từ ngân sách nhà nước mà chưa "
    "được giao đất ở, nhà ở; giáo viên, nhân viên y tế đang công tác tại các xã biên giới, hải đảo thuộc vùng có "
    "điều kiện kinh tế - xã hội khó khăn, vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn nhưng chưa có đất "
    "ở, nhà ở tại nơi công tác hoặc chưa được hưởng chính sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà "
    "ở; cá nhân thường trú tại xã mà không có đất ở và chưa được Nhà nước giao đất ở hoặc chưa được hưởng chính "
    "sách hỗ trợ về nhà ở theo quy định của pháp luật về nhà ở"
)
OBJECTIVE = (
    "Đảm bảo 100% thủ tục hành chính được thực hiện đúng quy trình, quy định pháp luật; trên 95% hồ sơ, thủ tục "
    "hành chính theo cơ chế một cửa, một cửa liên thông thuộc thẩm quyền của UBND phường được giải quyết đúng thời "
    "hạn."
)
OFFICE = "Ủy ban nhân dân phường Văn Miếu – Quốc Tử Giám, thành phố Hà Nội"
PERSON = "Công Tằng Tôn Nữ Hoàng Thị Minh Nguyệt (minh họa)"
POST = "Phó Giám đốc phụ trách Trung tâm Phục vụ hành chính công, kiêm Trưởng ban Tiếp công dân"
CODE = "000.00.00.H27-HIT-CSQLVHC-DC01-20210915-000000000006-BO-SUNG-LAN-2"
DIGEST = "cf346ffd4c731ae184eff252e577caf9526af2ca2b760fa27e587367ae337fc0"
BEGINS = date(2021, 4, 28)
_WEEKEND = 5


def longest() -> dict[str, Any]:
    """The context of the gallery's part with the longest texts; one call makes everything anew."""
    return {
        "procedure": PROCEDURE, "objective": OBJECTIVE, "office": OFFICE, "person": PERSON, "post": POST,
        "long_code": CODE, "digest": DIGEST, "huge": Fraction("8550000000.5"), "strip": _strip(),
        "long_tasks": [_task()], "long_steps": [Step(PROCEDURE[:220], f"{PERSON} · {POST}", "now")],
        "say": _values(),
    }  # fmt: skip


def _task() -> Task:
    return Task(
        "pencil", _("Nhập kết quả năm 2021: %s") % OBJECTIVE, "#g-dai", f"{PERSON} · {POST} · {OFFICE}",
        _("Quá hạn 1.789 ngày lịch"), "overdue", _("hạn thứ Năm 31/12/2020"), _("Nhập kết quả"),
    )  # fmt: skip


def _strip() -> ClockStrip:
    """Three weeks of a case: counted, struck, waiting, off, to come; first promise and due day."""
    days = [_day(BEGINS + timedelta(days=n), n) for n in range(21)]
    labels = (
        Label(BEGINS + timedelta(days=8), _("hẹn lần đầu"), "was"),
        Label(BEGINS + timedelta(days=19), _("Hạn 17/05, 17:00"), "due", strong=True),
    )
    return ClockStrip(days, _("Hạn 17/05: còn 2 ngày làm việc"), labels, BEGINS + timedelta(days=14))


def _day(day: date, n: int) -> DayCell:
    if day.weekday() >= _WEEKEND:
        return DayCell(day, "off")
    kinds = (
        (4, "void", _("vòng 1: bỏ")),
        (9, "wait", _("chờ người dân bổ sung")),
        (15, "counted", _("đã tính")),
        (20, "to_come", _("còn lại")),
    )
    kind, brace = next(((kind, brace) for end, kind, brace in kinds if n < end), ("over", _("quá hạn")))
    return DayCell(day, kind, "" if kind == "wait" else str(n + 1), brace)


def _values() -> dict[str, Any]:
    """One value for each filter of ``chuan_say``."""
    return {
        "huge": Fraction("8550000000.5"), "rate": Fraction(94996, 1000), "less": Fraction("-1.2"),
        "day": date(2021, 2, 19), "later": date(2021, 2, 23), "moment": datetime(2021, 10, 5, 1, 12, tzinfo=UTC),
        "bytes": 8_912_345,
        "quarter": Period(date(2021, 7, 1), date(2021, 10, 1)),
        "target": Target(
            Quantity.SHARE, Comparator.MORE_THAN, Horizon.ACCUMULATED, value=Fraction(95), unit="%"
        ),
    }  # fmt: skip
