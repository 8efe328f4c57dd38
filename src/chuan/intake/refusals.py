"""Every reason to say no that concerns files of other systems and who keeps a register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class FollowedElsewhere(Refused):
    """An act that creates a legal fact, in a register that another system keeps."""

    what = "{thing} do {system} cấp; Chuẩn không {act} để tránh {harm}."
    do = "{way} rồi nhập tệp của hệ thống ấy; nếu đơn vị được giao giữ sổ, ghi Nguồn chính kèm văn bản."
    thing: str
    system: str
    act: str
    harm: str
    way: str


@dataclass(kw_only=True, eq=False)
class KeptHere(Refused):
    """A file for a register that Chuẩn itself keeps on those days."""

    what = "Sổ “{register}” do Chuẩn giữ từ {since} ({citation}), không nhập từ tệp để tránh hai sổ."
    do = "Nếu sổ ở hệ thống khác, sửa Nguồn chính kèm văn bản rồi nhập lại; nếu nhầm tệp, bỏ tệp này."
    register: str
    since: date
    citation: str


@dataclass(kw_only=True, eq=False)
class SystemStands(Refused):
    """A system is named from that day on already, by another document."""

    what = "Sổ này đã ghi nguồn chính từ {since}: {system} ({citation})."
    do = "Chọn ngày khác; một ngày chỉ có một nguồn chính."
    since: date
    system: str
    citation: str


@dataclass(kw_only=True, eq=False)
class RegisterUnknown(Refused):
    """No room here holds such a register."""

    what = "Chuẩn chưa có sổ “{register}”."
    do = "Chọn một sổ trong danh sách."
    register: str


@dataclass(kw_only=True, eq=False)
class FileWaits(Refused):
    """The very same bytes are here already and wait for somebody."""

    what = "Tệp “{name}” đã có trong danh sách, nhận lúc {at}."
    do = "Mở tệp ấy để làm tiếp, hoặc bỏ tệp ấy rồi đưa lên lại."
    name: str
    at: str


@dataclass(kw_only=True, eq=False)
class PeriodUnsaid(Refused):
    """The file does not say which days it speaks of, and nobody has."""

    what = "Chưa rõ tệp nói về những ngày nào."
    do = "Ghi ngày đầu và ngày cuối của kỳ mà tệp được xuất, rồi nhập."


@dataclass(kw_only=True, eq=False)
class PeriodAhead(Refused):
    """A period that begins after the file came in."""

    what = "Kỳ bắt đầu ngày {start}, sau ngày tệp được đưa vào ({on})."
    do = "Kiểm tra lại ngày đầu và ngày cuối; tệp chỉ nói được về những ngày đã qua."
    start: date
    on: date


@dataclass(kw_only=True, eq=False)
class PeriodStated(Refused):
    """The file itself says its period."""

    what = "Trong tệp đã ghi kỳ từ {start} đến trước {end}."
    do = "Nếu kỳ ghi trong tệp sai, xuất lại tệp từ hệ thống nguồn; Chuẩn không sửa thay."
    start: date
    end: date


@dataclass(kw_only=True, eq=False)
class NothingReadable(Refused):
    """Every row has a fault: taking the file in would only claim that its days are covered."""

    what = "Không dòng nào của tệp đọc được ({count} dòng có lỗi)."
    do = "Xem các ô có lỗi, sửa ở hệ thống nguồn hoặc ghép lại cột, rồi nhập."
    count: int


@dataclass(kw_only=True, eq=False)
class GoneUnanswered(Refused):
    """Rows of the same scope stand here and are no longer in the file."""

    what = "Có {count} dòng trước đây có, nay không còn trong tệp."
    do = "Chọn giữ lại (tệp chỉ là một phần) hoặc bỏ ra (nguồn đã xóa), rồi nhập."
    count: int


@dataclass(kw_only=True, eq=False)
class DoubtsOpen(Refused):
    """Something about the file has to be looked at by a person first."""

    what = "Còn {count} điều cần xác nhận trước khi nhập: {first}"
    do = "Xem lại, đánh dấu xác nhận nếu đúng; nếu nhầm tệp, bỏ tệp này."
    count: int
    first: str


@dataclass(kw_only=True, eq=False)
class ImportedMeanwhile(Refused):
    """The register changed after the preview was made: what would be taken in is not what was shown."""

    what = "Từ lúc xem trước, sổ này đã có tệp khác được nhập hoặc rút."
    do = "Chuẩn đã so lại tệp này với sổ; xem lại các thay đổi rồi bấm nhập."


@dataclass(kw_only=True, eq=False)
class TakenMeanwhile(Refused):
    """Somebody else, or an earlier click, is at work on the same import."""

    what = "Tệp này vừa chuyển sang “{status}”."
    do = "Mở lại trang để xem tệp đang ở đâu."
    status: str


@dataclass(kw_only=True, eq=False)
class StoppedHalfWay(Refused):
    """The process that was taking the rows in died: nothing of them is here."""

    what = "Lần nhập trước dừng giữa chừng, chưa dòng nào được ghi."
    do = "Bấm nhập lại; nếu vẫn dừng, báo người quản trị."


@dataclass(kw_only=True, eq=False)
class ReadingStopped(Refused):
    """Reading the file ended twice without an answer."""

    what = "Đọc tệp “{name}” hai lần đều dừng giữa chừng."
    do = "Xuất lại từng quý hoặc từng tháng để mỗi tệp nhỏ hơn, rồi đưa lên lại."
    name: str


@dataclass(kw_only=True, eq=False)
class LayoutWrong(Refused):
    """A mapping that does not serve the register it is meant for."""

    what = "Cách ghép cột chưa dùng được: {why}"
    do = "Sửa lại cách ghép rồi xác nhận."
    why: str


@dataclass(kw_only=True, eq=False)
class LayoutNameless(Refused):
    """A layout without a name or a source."""

    what = "Chưa ghi {what_lacks}."
    do = "Ghi tên để nhận ra lần sau, và tên hệ thống đã xuất tệp."
    what_lacks: str


@dataclass(kw_only=True, eq=False)
class LayoutOther(Refused):
    """A layout file for a header that this file does not have."""

    what = "Cách ghép cột “{name}” dành cho tệp có tiêu đề cột khác."
    do = "Chọn tệp cách ghép đúng với tệp đang nhập, hoặc ghép cột bằng tay."
    name: str


@dataclass(kw_only=True, eq=False)
class UnitUnclear(Refused):
    """Several units live here, so a file without a person belongs to nobody."""

    what = "Ở đây có {count} đơn vị nên không rõ tệp của đơn vị nào."
    do = "Đưa tệp lên bằng tài khoản của đơn vị; thư mục theo dõi chỉ dùng khi có một đơn vị."
    count: int


@dataclass(kw_only=True, eq=False)
class WhoUnknown(Refused):
    """A command for somebody who does not sign in here."""

    what = "Không có ai ở đây đăng nhập bằng tên “{username}”."
    do = "Viết tên đăng nhập của người được nhập tệp sau --as, ví dụ --as tuphap."
    username: str


def said_moment(at: datetime) -> str:
    """A moment for a sentence: 08:30 ngày 05/10/2021, on the clock it is given in."""
    return f"{at:%H:%M} ngày {at:%d/%m/%Y}"


@dataclass(kw_only=True, eq=False)
class MonthsManyInOne(Refused):
    """Totals of several months in one column: nobody can tell what belongs to which."""

    what = "Tệp không có cột tháng mà ghi kỳ từ {start} đến {last}, nên không biết số nào của tháng nào."
    do = "Xuất lại từng tháng một (kỳ ghi trên đầu bảng là một tháng), hoặc xuất có cột tháng."
    start: date
    last: date
