"""Refusals about internal audits: who may audit what, what a sample and a finding need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class OwnWorkAudited(Refused):
    """Nobody audits what he does himself (TCVN ISO 9001:2015, 9.2.2 c)."""

    what = "{name} không đánh giá quá trình “{process}” được: {why}."
    do = "Giao quá trình này cho người khác trong đoàn, hoặc mời đánh giá viên của phường, xã bạn."
    name: str
    process: str
    why: str


@dataclass(kw_only=True, eq=False)
class SeedUnreadable(Refused):
    """A seed is a whole number that anybody can type again."""

    what = "Số gieo “{seed}” không phải là một số đếm được."
    do = "Ghi một số nguyên từ 0 đến {most}, hoặc để trống để máy chọn và giữ lại."
    seed: str
    most: int


@dataclass(kw_only=True, eq=False)
class SampleEmpty(Refused):
    """A sample of nothing shows nothing."""

    what = "Cỡ mẫu {size} không lấy được gì."
    do = "Ghi một số từ 1 đến {most}."
    size: int
    most: int


@dataclass(kw_only=True, eq=False)
class SampleLargerThanRegister(Refused):
    """More is asked for than the register holds."""

    what = "Muốn lấy {size} mà sổ “{register}” chỉ có {count} dòng trong kỳ."
    do = "Ghi cỡ mẫu nhỏ hơn, hoặc xem hết {count} dòng."
    size: int
    register: str
    count: int


@dataclass(kw_only=True, eq=False)
class RegisterEmpty(Refused):
    """There is nothing to draw from."""

    what = "Sổ “{register}” không có dòng nào trong kỳ được chọn."
    do = "Chọn kỳ khác; nếu sổ giữ ở hệ thống khác, nhập tệp của kỳ ấy vào trước."
    register: str


@dataclass(kw_only=True, eq=False)
class FindingWithoutClause(Refused):
    """What does not conform fails to conform to something."""

    what = "Phát hiện mức “{grade}” chưa nói không phù hợp với điều nào."
    do = "Chọn điều của tiêu chuẩn; không chỉ ra được điều nào thì ghi là lưu ý hoặc cơ hội cải tiến."
    grade: str


@dataclass(kw_only=True, eq=False)
class FindingWithoutEvidence(Refused):
    """A finding without what was seen is an opinion."""

    what = "Phát hiện mức “{grade}” chưa ghi bằng chứng."
    do = "Ghi đã thấy gì, ở hồ sơ hay văn bản nào, ngày nào, để người khác xem lại được."
    grade: str


@dataclass(kw_only=True, eq=False)
class ClauseUnknown(Refused):
    """A number that is no clause that asks for something."""

    what = "“{clause}” không phải là số của một điều có yêu cầu."
    do = "Chọn trong danh sách các điều của TCVN ISO 9001:2015."
    clause: str


@dataclass(kw_only=True, eq=False)
class AuditEndsBeforeItBegins(Refused):
    """The last day before the first."""

    what = "Ngày kết thúc {last} trước ngày bắt đầu {first}."
    do = "Sửa lại một trong hai ngày."
    first: date
    last: date
