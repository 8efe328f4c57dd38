"""Reasons to say no about audits, their teams, sheets and findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import NotAllowed, Refused


@dataclass(kw_only=True, eq=False)
class ProgrammeExists(Refused):
    """The unit has a programme of that year."""

    what = "Đã có chương trình đánh giá năm {year}."
    do = "Mở chương trình ấy để thêm cuộc đánh giá."
    year: str


@dataclass(kw_only=True, eq=False)
class ProgrammeApproved(Refused):
    """Approved once."""

    what = "Chương trình năm {year} đã được phê duyệt theo {citation}."
    do = "Cuộc đánh giá thêm sau phê duyệt ghi thẳng vào chương trình; ngày thêm được giữ."
    year: str
    citation: str


@dataclass(kw_only=True, eq=False)
class ProgrammeNotApproved(Refused):
    """Nobody has said yet that these audits shall be."""

    what = "Chương trình năm {year} chưa được phê duyệt."
    do = "Trình Chủ tịch hoặc Phó Chủ tịch ghi văn bản phê duyệt ở trang chương trình, rồi báo trước."
    year: str


@dataclass(kw_only=True, eq=False)
class PaperMissing(Refused):
    """By which document."""

    what = "Chưa ghi theo văn bản nào."
    do = "Ghi số, ký hiệu, ngày của kế hoạch hoặc quyết định."


@dataclass(kw_only=True, eq=False)
class NotYet(Refused):
    """A day that has not come."""

    what = "Ngày {day} chưa đến."
    do = "Ghi khi việc đã xong."
    day: date


@dataclass(kw_only=True, eq=False)
class WordsMissing(Refused):
    """Something was not said."""

    what = "Chưa ghi {thing}."
    do = "Ghi một câu ngắn để người khác hiểu được."
    thing: str


@dataclass(kw_only=True, eq=False)
class ScopeEmpty(Refused):
    """An audit of nothing."""

    what = "Cuộc đánh giá chưa có quá trình và điều nào để xem."
    do = "Chọn ít nhất một quá trình hoặc một điều của tiêu chuẩn."


@dataclass(kw_only=True, eq=False)
class PlanFixed(Refused):
    """Announced days and scope are not changed silently."""

    what = "{which} {status}, nên không đổi ngày và phạm vi được nữa."
    do = "Hoãn hẳn kèm lý do rồi lập cuộc khác, hoặc ghi điều khác đi vào báo cáo."
    which: str
    status: str


@dataclass(kw_only=True, eq=False)
class TeamFixed(Refused):
    """The team of a reported audit is the one that reported."""

    what = "{which} {status}, nên đoàn không đổi được nữa."
    do = "Xem đoàn như đã báo cáo; người mới tham gia cuộc đánh giá sau."
    which: str
    status: str


@dataclass(kw_only=True, eq=False)
class NotCompetent(Refused):
    """No evidence on record that he can audit (TCVN ISO 9001:2015, 7.2)."""

    what = "{name} chưa có minh chứng còn giá trị về đánh giá nội bộ vào ngày {day} của cuộc đánh giá."
    do = "Ghi giấy chứng nhận hoặc lớp tập huấn về đánh giá của người này ở trang Năng lực, hoặc chọn người khác."
    name: str
    day: date


@dataclass(kw_only=True, eq=False)
class OnTeamAlready(Refused):
    """Once is enough."""

    what = "{name} đã ở trong đoàn."
    do = "Giao quá trình cho người này ở bảng phân công."
    name: str


@dataclass(kw_only=True, eq=False)
class LeftAlready(Refused):
    """Not of the team any more."""

    what = "{name} không còn trong đoàn."
    do = "Mở lại trang để xem đoàn hiện nay."
    name: str


@dataclass(kw_only=True, eq=False)
class LeadMissing(Refused):
    """Somebody answers for the team."""

    what = "Đoàn chưa có trưởng đoàn."
    do = "Đánh dấu một người là trưởng đoàn, rồi báo trước."


@dataclass(kw_only=True, eq=False)
class ProcessWithoutAuditor(Refused):
    """A process nobody of the team looks at."""

    what = "Chưa giao ai đánh giá: {which}."
    do = "Giao ở bảng phân công; không ai trong đoàn đánh giá được thì mời người của phường, xã bạn."
    which: str


@dataclass(kw_only=True, eq=False)
class NothingAsked(Refused):
    """An audit without questions."""

    what = "Chưa có câu hỏi nào trong phiếu."
    do = "Bấm “Lập phiếu” để lấy câu hỏi theo điều, quá trình và phát hiện kỳ trước."


@dataclass(kw_only=True, eq=False)
class NotOfTheTeam(NotAllowed):
    """Only the team writes."""

    what = "Bạn không ở trong đoàn của cuộc đánh giá này."
    do = "Chỉ người trong đoàn ghi được; cần thì thư ký thêm bạn vào đoàn."
    who: str = "người trong đoàn đánh giá"


@dataclass(kw_only=True, eq=False)
class NotAtWork(Refused):
    """Sheets are written while the audit runs."""

    what = "{which} {status}, nên phiếu không ghi thêm được."
    do = "Bắt đầu cuộc đánh giá, hoặc trưởng đoàn mở lại báo cáo để ghi thêm."
    which: str
    status: str


@dataclass(kw_only=True, eq=False)
class TooManyQuestions(Refused):
    """A sheet that nobody can finish."""

    what = "Phiếu đã có {count} câu, nhiều nhất {most}."
    do = "Bỏ bớt câu không cần, hoặc chia thành hai cuộc đánh giá."
    count: int
    most: int


@dataclass(kw_only=True, eq=False)
class WrittenMeanwhile(Refused):
    """Somebody else answered since the page was opened; nothing was overwritten and nothing typed is lost."""

    what = "Câu {which}: {who} vừa ghi lúc {when}, sau khi bạn mở trang."
    do = "Xem điều cả hai người ghi rồi chọn giữ bên nào, hoặc giữ cả hai."
    which: str
    who: str
    when: str


@dataclass(kw_only=True, eq=False)
class RegisterUnknown(Refused):
    """No such register."""

    what = "Không có sổ này để lấy mẫu."
    do = "Chọn một sổ trong danh sách."


@dataclass(kw_only=True, eq=False)
class DrawnAlready(Refused):
    """The same seed on the same days gives the same records."""

    what = "Sổ này, kỳ này đã lấy mẫu với số gieo {seed}; gieo lại vẫn ra đúng các dòng ấy."
    do = "Dùng mẫu đã có, hoặc ghi số gieo khác."
    seed: str


@dataclass(kw_only=True, eq=False)
class ReportedBefore(Refused):
    """A report of days that were not over."""

    what = "Ngày báo cáo {day} trước ngày đoàn bắt đầu làm việc {first}."
    do = "Sửa lại ngày báo cáo."
    day: date
    first: date


@dataclass(kw_only=True, eq=False)
class NotConformUnfound(Refused):
    """What does not conform is a finding."""

    what = "Câu {which} ghi không phù hợp mà chưa có phát hiện nào."
    do = "Lập phát hiện từ câu ấy, hoặc sửa lại câu trả lời, rồi lập báo cáo."
    which: str


@dataclass(kw_only=True, eq=False)
class FindingsUnfollowed(Refused):
    """What does not conform is corrected before the audit is over."""

    what = "Phát hiện {which} chưa chuyển sang khắc phục."
    do = "Bấm “Chuyển khắc phục” ở từng phát hiện, rồi kết thúc."
    which: str


@dataclass(kw_only=True, eq=False)
class WithdrawnAlready(Refused):
    """Taken back before."""

    what = "Phát hiện {which} đã rút."
    do = "Mở lại trang để xem hiện trạng."
    which: str


@dataclass(kw_only=True, eq=False)
class FollowedAlready(Refused):
    """A finding that is being corrected is not taken back here."""

    what = "Phát hiện {which} đã chuyển khắc phục ({where})."
    do = "Xử lý ở trang khắc phục; phát hiện giữ nguyên như đã báo cáo."
    which: str
    where: str


@dataclass(kw_only=True, eq=False)
class NotReported(Refused):
    """The report is to become a paper before it was written."""

    what = "Cuộc đánh giá này chưa có báo cáo."
    do = "Đoàn lập báo cáo trước, rồi soạn thành văn bản."


@dataclass(kw_only=True, eq=False)
class DraftedBefore(Refused):
    """The report is among outgoing papers already."""

    what = "Báo cáo của cuộc đánh giá này đã được soạn thành văn bản."
    do = "Mở văn bản ấy từ trang cuộc đánh giá; muốn soạn lại thì bỏ dự thảo cũ trước."
