"""Every reason to say no about procedures, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class CatalogueEmpty(Refused):
    """A file in which no procedure could be read."""

    what = "Không đọc được thủ tục nào trong tệp “{name}”."
    do = "Tải mẫu Excel về, dán mã và tên thủ tục vào hai cột đầu rồi nạp lại."
    name: str


@dataclass(kw_only=True, eq=False)
class CatalogueUnchanged(Refused):
    """The file says what the catalogue says already."""

    what = "Không có gì thay đổi: {same} thủ tục trong tệp đều giống danh mục đang có."
    do = "Không cần nhập lại; nếu chờ thay đổi, tải bản mới hơn từ Cổng Dịch vụ công."
    same: int


@dataclass(kw_only=True, eq=False)
class PreviewStale(Refused):
    """The catalogue changed between the preview and the act, or the preview is of another day or person."""

    what = "Bản xem trước này không còn dùng được vì danh mục đã đổi hoặc đã để quá lâu."
    do = "Nạp lại tệp để xem trước lần nữa rồi bấm Nhập."


@dataclass(kw_only=True, eq=False)
class CitationMissing(Refused):
    """A version is confirmed or ended without the act that says so."""

    what = "Chưa ghi văn bản quyết định việc này."
    do = "Ghi số và ngày của quyết định công bố, ví dụ “Quyết định 123/QĐ-UBND ngày 05/01/2021”."


@dataclass(kw_only=True, eq=False)
class LimitsUnclear(Refused):
    """A version is confirmed while a limit is still a question."""

    what = "Còn {count} thời hạn của thủ tục {procedure} chưa rõ số hoặc đơn vị."
    do = "Chọn số và đơn vị theo quyết định công bố cho từng dòng, bấm Lưu, rồi xác nhận."
    procedure: str
    count: int


@dataclass(kw_only=True, eq=False)
class LimitWrong(Refused):
    """A limit as typed makes no sense: a number out of bounds, a unit missing."""

    what = "Dòng thời hạn thứ {row} chưa đúng: {why}."
    do = "Ghi số nguyên và chọn đơn vị; để trống cả số nếu dòng này không dùng."
    row: int
    why: str


@dataclass(kw_only=True, eq=False)
class LimitTwice(Refused):
    """Two limits for the same case and channel."""

    what = "Trường hợp “{case}” có hai thời hạn cho cùng một hình thức nộp."
    do = "Giữ một dòng, hoặc ghi hai trường hợp khác nhau."
    case: str


@dataclass(kw_only=True, eq=False)
class EndBeforeStart(Refused):
    """A version ends before the day it began."""

    what = "Ngày hết hiệu lực {until} trước ngày có hiệu lực {since}."
    do = "Ghi ngày từ {since} trở đi."
    since: date
    until: date


@dataclass(kw_only=True, eq=False)
class AlreadyEnded(Refused):
    """A version that has ended is ended once more."""

    what = "Phiên bản này đã hết hiệu lực từ {until}."
    do = "Nếu ngày sai, lập bản sửa mới rồi xác nhận theo văn bản đúng."
    until: date


@dataclass(kw_only=True, eq=False)
class NothingToConfirm(Refused):
    """A group without any proposed version whose limits are whole."""

    what = "Không có thủ tục nào trong nhóm này đủ thời hạn để xác nhận."
    do = "Mở từng thủ tục, bổ sung số và đơn vị còn thiếu, rồi xác nhận."


@dataclass(kw_only=True, eq=False)
class GroupChanged(Refused):
    """The group confirmed is not the group that was shown."""

    what = "Nhóm này vừa đổi: lúc xem có {shown} thủ tục, nay có {now}."
    do = "Xem lại danh sách rồi bấm xác nhận lần nữa."
    shown: int
    now: int


@dataclass(kw_only=True, eq=False)
class RevisionWaits(Refused):
    """A further revision while one waits already."""

    what = "Thủ tục này đã có một bản đề xuất đang chờ xác nhận."
    do = "Sửa bản đó, hoặc chọn không dùng nó, rồi lập bản mới."


@dataclass(kw_only=True, eq=False)
class NoProceduresInDecision(Refused):
    """A decision in which no list of procedures was found."""

    what = "Không thấy danh mục thủ tục nào trong “{name}”."
    do = "Kiểm tra tệp có phụ lục kèm theo; nếu không, nhập thay đổi ở trang của từng thủ tục."
    name: str


@dataclass(kw_only=True, eq=False)
class ChangesKnown(Refused):
    """Everything that a decision proposes was proposed before."""

    what = "{count} đề xuất của {citation} đã có từ trước."
    do = "Mở trang Đề xuất để xem chúng đã được áp dụng hay chưa."
    count: int
    citation: str


@dataclass(kw_only=True, eq=False)
class ChangeSettled(Refused):
    """A proposal is settled twice."""

    what = "Đề xuất này đã được xử lý."
    do = "Nếu xử lý nhầm, sửa ở trang của thủ tục."


@dataclass(kw_only=True, eq=False)
class ProcedureUnknown(Refused):
    """A repeal of a procedure that the catalogue does not hold."""

    what = "Danh mục của đơn vị không có thủ tục {procedure}."
    do = "Chọn không áp dụng, với lý do “không thuộc thẩm quyền của đơn vị”."
    procedure: str


@dataclass(kw_only=True, eq=False)
class CodeMissing(Refused):
    """A procedure is taken in although its decision gives no code and no known procedure has its name."""

    what = "Quyết định không ghi mã của thủ tục “{name}”."
    do = "Tra mã trên Cơ sở dữ liệu quốc gia về thủ tục hành chính rồi ghi vào ô Mã thủ tục."
    name: str


@dataclass(kw_only=True, eq=False)
class DayMissing(Refused):
    """A change is taken although its decision gives no day of effect."""

    what = "Quyết định không cho biết ngày có hiệu lực."
    do = "Ghi ngày có hiệu lực theo văn bản rồi áp dụng."


@dataclass(kw_only=True, eq=False)
class OfficeNetworkOnly(Refused):
    """“Hẹn ngày nào?” is asked by a stranger from outside the office network."""

    what = "Trang này chỉ mở không cần đăng nhập trên mạng nội bộ của cơ quan."
    do = "Dùng máy ở bộ phận một cửa, hoặc đăng nhập bằng tài khoản của mình."
