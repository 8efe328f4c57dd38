"""Every reason to say no, with the sentence shown: first the fact, then the way out.

``what`` and ``do`` are constant templates (so that a catalogue of translations can list
them); the fields of the class are put in when the sentence is said. A refusal is a
dataclass: ``FileTooBig(megabytes=200, limit=50)``, checked by mypy like any call.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from typing import Any, ClassVar

from chuan.rules.types import Period
from chuan.rules.wording import said


@dataclass(kw_only=True, eq=False)
class Refused(Exception):
    """A rule says no. ``code`` is stable; ``sentence`` is Vietnamese and says what to do."""

    code: ClassVar[str] = "refused"
    what: ClassVar[str] = "Chưa làm được việc này."
    do: ClassVar[str] = "Mở lại trang rồi thử lại; nếu vẫn vậy, báo người quản trị."

    def __init_subclass__(cls) -> None:
        cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @property
    def sentence(self) -> str:
        """The fact and the way out, fields filled in."""
        shown = {name: said(value) for name, value in self._given().items()}
        return f"{self.what} {self.do}".format(**shown)

    def __str__(self) -> str:
        return self.sentence

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[()]]:
        # A file is read in a process of its own; its refusal has to come back whole.
        return partial(type(self), **self._given()), ()

    def _given(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


# Who may do it


@dataclass(kw_only=True, eq=False)
class NotAllowed(Refused):
    """The viewer's role does not include this act; ``who`` names those who may."""

    what = "Việc này thuộc quyền của {who}."
    do = "Chuyển việc cho {who}, hoặc đề nghị người quản trị giao thêm vai trò kèm văn bản."
    who: str


@dataclass(kw_only=True, eq=False)
class NotYours(Refused):
    """The thing may be seen, but another official answers for it."""

    what = "{thing} do {owner} phụ trách."
    do = "Nhờ {owner} làm, hoặc đề nghị lãnh đạo giao lại việc này."
    thing: str
    owner: str


@dataclass(kw_only=True, eq=False)
class NotFound(Refused):
    """It does not exist, or belongs to another unit; the two are never told apart."""

    what = "Không thấy {thing} trong phạm vi được xem."
    do = "Kiểm tra lại địa chỉ hoặc tìm theo tên; nếu vừa đổi công tác, báo người quản trị cập nhật vai trò."
    thing: str = "trang này"


@dataclass(kw_only=True, eq=False)
class AccountLocked(Refused):
    """Too many wrong passwords."""

    what = "Tài khoản tạm khóa vì sai mật khẩu nhiều lần."
    do = "Đợi {minutes} phút rồi đăng nhập lại, hoặc nhờ người quản trị cấp mật khẩu mới."
    minutes: int


@dataclass(kw_only=True, eq=False)
class PasswordIssuedMustChange(Refused):
    """The password was issued by somebody else and is known to two people."""

    what = "Mật khẩu đang dùng do người khác cấp nên chưa phải của riêng mình."
    do = "Đặt mật khẩu mới trước khi làm việc khác."


@dataclass(kw_only=True, eq=False)
class ActionTooOld(Refused):
    """The act took longer than the trail allows (spine.md §2.2)."""

    what = "Thao tác kéo dài quá {seconds} giây nên chưa được ghi, dữ liệu vẫn như cũ."
    do = "Bấm làm lại; nếu lặp lại nhiều lần, báo người quản trị kiểm tra máy chủ."
    seconds: int = 30


# Reading and plan


@dataclass(kw_only=True, eq=False)
class ReadingNotComplete(Refused):
    """Questions of the reader are unanswered."""

    what = "Bản đọc còn {questions_left} câu hỏi chưa trả lời."
    do = "Trả lời hết các câu hỏi đánh dấu bên cạnh văn bản rồi xác nhận."
    questions_left: int


@dataclass(kw_only=True, eq=False)
class ReadingAlreadyConfirmed(Refused):
    """A confirmed reading is never edited in place."""

    what = "Bản đọc này đã được xác nhận nên không sửa trực tiếp được nữa."
    do = "Bấm Đọc lại và ghi lý do để lập bản mới; bản cũ vẫn được giữ."


@dataclass(kw_only=True, eq=False)
class ReadingWaits(Refused):
    """A version of the reading waits for confirmation; there is never more than one."""

    what = "Văn bản này đang có một bản đọc chờ xác nhận."
    do = "Sửa rồi xác nhận bản đọc đó; các bản đã xác nhận trước vẫn được giữ."


@dataclass(kw_only=True, eq=False)
class ReadingChangedMeanwhile(Refused):
    """Somebody else saved the reading after this page was opened."""

    what = "Người khác vừa lưu thay đổi vào bản đọc này sau khi trang được mở, nên chưa lưu gì."
    do = "Các ô đã gõ vẫn còn trên trang này; xem những ô có ghi chú rồi bấm Lưu nháp lần nữa."


@dataclass(kw_only=True, eq=False)
class FieldsWrong(Refused):
    """Fields of a form could not be read; nothing was saved."""

    what = "Có {count} ô chưa đọc được nên chưa lưu thay đổi nào."
    do = "Sửa các ô có ghi chú lỗi rồi bấm Lưu nháp; những gì đã gõ vẫn còn trên trang."
    count: int


@dataclass(kw_only=True, eq=False)
class AnswerNotOffered(Refused):
    """A choice that the question does not have."""

    what = "Câu trả lời vừa gửi không có trong các lựa chọn của câu hỏi."
    do = "Mở lại trang rồi chọn một trong các câu trả lời ghi dưới câu hỏi."


@dataclass(kw_only=True, eq=False)
class AnswerMissing(Refused):
    """The choice needs a figure or words that were not given; ``field`` names the box."""

    what = "Câu trả lời này còn thiếu {field}."
    do = "Điền ô đó, hoặc chọn Chưa quyết, để sau."
    field: str


@dataclass(kw_only=True, eq=False)
class KOfNUnreadable(Refused):
    """What was typed is not "k of n"."""

    what = "“{typed}” chưa đọc được thành k trên n."
    do = "Viết như 9/10: số phải đạt, dấu gạch chéo, rồi tổng số."
    typed: str


@dataclass(kw_only=True, eq=False)
class RangeUnreadable(Refused):
    """What was typed is not a range."""

    what = "“{typed}” chưa đọc được thành một khoảng."
    do = "Viết như 14 - 15: số nhỏ trước, dấu gạch ngang, rồi số lớn."
    typed: str


@dataclass(kw_only=True, eq=False)
class TextTooLongForField(Refused):
    """More letters than the field keeps."""

    what = "Nội dung dài {characters} chữ cái, ô này giữ tối đa {limit}."
    do = "Rút gọn lại; nguyên văn vẫn còn trong văn bản gốc."
    characters: int
    limit: int


@dataclass(kw_only=True, eq=False)
class LineNotSplit(Refused):
    """No place to split the line was chosen, or the place is not inside it."""

    what = "Chưa chọn được chỗ tách trong dòng {ordinal}."
    do = "Chọn một chỗ tách trong danh sách của dòng rồi bấm Tách."
    ordinal: str


@dataclass(kw_only=True, eq=False)
class LineNotJoined(Refused):
    """The line has no sibling after it."""

    what = "Sau dòng {ordinal} không còn dòng cùng cấp nào để ghép."
    do = "Bấm Ghép ở dòng đứng trước dòng cần ghép."
    ordinal: str


@dataclass(kw_only=True, eq=False)
class PlanStanding(Refused):
    """A plan of the year stands, made by a decision that this one does not supersede."""

    what = "Kế hoạch mục tiêu năm {year} theo {decision} đang có hiệu lực."
    do = "Chỉ quyết định ban hành sau và ghi rõ thay thế mới lập được kế hoạch khác; hãy nhập quyết định đó."
    year: str
    decision: str


@dataclass(kw_only=True, eq=False)
class TargetFixed(Refused):
    """Words and targets of a promulgated plan change only by a newer decision."""

    what = "Lời văn và mức phải đạt lấy từ {decision} đã ban hành nên không sửa ở đây được."
    do = "Muốn thay đổi, trình ký quyết định mới rồi nhập vào Chuẩn; người phụ trách và kế hoạch thì sửa ngay được."
    decision: str


@dataclass(kw_only=True, eq=False)
class NotADecision(Refused):
    """The document read is of another type."""

    what = "Tệp này đọc ra là {type}, chưa thấy phần quyết định."
    do = "Chọn tệp quyết định ban hành mục tiêu chất lượng, hoặc lưu tệp này ở Văn bản."
    type: str = "văn bản loại khác"


@dataclass(kw_only=True, eq=False)
class DuplicateDocument(Refused):
    """The same file, or the same number, symbol and date, was received before."""

    what = "{document} đã có trong Chuẩn từ ngày {on}."
    do = "Mở văn bản đã có để xem; nếu đây là bản sửa, dùng Thêm bản mới ở trang văn bản đó."
    document: str
    on: date


@dataclass(kw_only=True, eq=False)
class StateSecret(Refused):
    """State secrets are not taken in: neither file, nor number, nor subject."""

    what = "Văn bản có dấu chỉ độ mật nên Chuẩn không nhận và không giữ lại gì của tệp này."
    do = "Đưa văn bản về sổ mật của cơ quan và xử lý theo quy định bảo vệ bí mật nhà nước."


@dataclass(kw_only=True, eq=False)
class WrongMove(Refused):
    """The thing's status does not allow this act; ``now`` lists what may be done."""

    what = "{label}: {meaning} Vì vậy chưa thể {verb}."
    do = "Lúc này {now}."
    label: str
    meaning: str
    verb: str
    now: str


# Figures


@dataclass(kw_only=True, eq=False)
class FigureInFuture(Refused):
    """A figure of days that have not come."""

    what = "Kỳ {period} đến {until} mới hết, chưa có số liệu để nhập."
    do = "Chọn kỳ đã qua, hoặc đợi hết kỳ rồi nhập."
    period: Period
    until: date


@dataclass(kw_only=True, eq=False)
class PeriodNotOfIndicator(Refused):
    """The indicator is measured in other periods."""

    what = "Chỉ tiêu này đo theo {frequency}, {period} không phải một kỳ của chỉ tiêu."
    do = "Chọn một kỳ trong danh sách, hoặc sửa tần suất đo ở phần kế hoạch."
    frequency: str
    period: Period


@dataclass(kw_only=True, eq=False)
class FigureStands(Refused):
    """A figure of this period exists; it is corrected, never overwritten."""

    what = "Số liệu {period} đã có: {figure}."
    do = "Bấm Sửa số liệu và ghi lý do; số cũ vẫn được giữ bên cạnh."
    period: Period
    figure: str


@dataclass(kw_only=True, eq=False)
class ReasonMissing(Refused):
    """A correction, a void or a re-confirmation without its reason."""

    what = "Chưa ghi lý do {act}."
    do = "Viết một câu để người xem sau hiểu vì sao, ví dụ: “Kho bạc gửi bảng kê chính thức”."
    act: str = "thay đổi"


@dataclass(kw_only=True, eq=False)
class EvidenceMissing(Refused):
    """A figure of grade C or D needs the paper that it was taken from."""

    what = "Số liệu này chưa có căn cứ kèm theo."
    do = "Đính kèm tệp hoặc chọn văn bản đã có, nơi ghi con số này."


@dataclass(kw_only=True, eq=False)
class NumberUnreadable(Refused):
    """What was typed is no number."""

    what = "“{typed}” chưa đọc được thành số."
    do = "Viết như 8550, 8.550 hoặc 8550,5; đơn vị đã ghi ở tên ô."
    typed: str


@dataclass(kw_only=True, eq=False)
class DateUnreadable(Refused):
    """What was typed is no date."""

    what = "“{typed}” chưa đọc được thành ngày."
    do = "Viết ngày, tháng, năm như 30/09/2021."
    typed: str


@dataclass(kw_only=True, eq=False)
class DateImpossible(Refused):
    """A day that the month does not have."""

    what = "Tháng {month} năm {year} không có ngày {day}."
    do = "Viết lại ngày, ví dụ {example}."
    day: str
    month: str
    year: str
    example: date


@dataclass(kw_only=True, eq=False)
class NumeratorOverDenominator(Refused):
    """A part larger than its whole."""

    what = "Phần đạt là {numerator}, lớn hơn tổng số {denominator}."
    do = "Kiểm tra hai ô có nhập đổi chỗ cho nhau không; phần đạt không thể lớn hơn tổng số."
    numerator: str
    denominator: str


@dataclass(kw_only=True, eq=False)
class DenominatorMissing(Refused):
    """A share without its whole cannot be added up over months."""

    what = "Chỉ tiêu này là tỷ lệ mà chưa có tổng số."
    do = "Nhập cả phần đạt và tổng số, ví dụ 1.240 trong 1.284; kỳ không phát sinh thì ghi tổng số là 0."


@dataclass(kw_only=True, eq=False)
class MeasureUnknown(Refused):
    """No measure of this name is offered by any register."""

    what = "Không có cách đo nào tên là “{key}”."
    do = "Chọn cách đo trong danh sách, hoặc chọn nhập tay kèm căn cứ."
    key: str


@dataclass(kw_only=True, eq=False)
class RegisterMeasured(Refused):
    """A figure is counted, never typed, where rows exist."""

    what = "Con số này được đếm từ {register} nên không nhập tay."
    do = "Sửa hoặc bổ sung dòng trong {register} rồi bấm Đo lại."
    register: str


@dataclass(kw_only=True, eq=False)
class SheetWrong(Refused):
    """Cells of an Excel form were refused; nothing was loaded. ``cells`` pairs address and sentence."""

    what = "Bảng tính có {count} ô cần sửa, chưa nhập dòng nào: {list}."
    do = "Sửa các ô này trong tệp rồi tải lên lại."
    cells: tuple[tuple[str, str], ...]

    @property
    def sentence(self) -> str:
        """As elsewhere, with the first five cells by address; the page shows them all."""
        names = ", ".join(address for address, _ in self.cells[:5])
        left = len(self.cells) - 5
        listed = f"{names} và {said(left)} ô khác" if left > 0 else names
        return f"{self.what} {self.do}".format(count=said(len(self.cells)), list=listed)


@dataclass(kw_only=True, eq=False)
class SettingInPast(Refused):
    """A dated setting may not begin before what already stands on it."""

    what = "Thiết đặt bắt đầu từ {starts}, trước ngày {earliest} là ngày sớm nhất còn đổi được."
    do = "Chọn ngày bắt đầu từ {earliest} trở đi; số liệu đã chốt giữ theo thiết đặt cũ."
    starts: date
    earliest: date


# Files


@dataclass(kw_only=True, eq=False)
class FileEmpty(Refused):
    """No byte, or no text."""

    what = "Tệp “{name}” không có nội dung."
    do = "Mở tệp trên máy để kiểm tra rồi chọn lại; bản chụp ảnh thì cần bản có chữ."
    name: str


@dataclass(kw_only=True, eq=False)
class FileTooBig(Refused):
    """Over the limit; sizes in whole megabytes."""

    what = "Tệp nặng {megabytes} MB, mức nhận tối đa là {limit} MB."
    do = "Bỏ bớt ảnh hoặc chỉ gửi phần quyết định và phụ lục, rồi tải lên lại."
    megabytes: int
    limit: int


@dataclass(kw_only=True, eq=False)
class FileEncrypted(Refused):
    """A password is needed to open it."""

    what = "Tệp “{name}” đặt mật khẩu nên không đọc được."
    do = "Mở tệp bằng mật khẩu, lưu một bản không đặt mật khẩu rồi tải bản đó lên."
    name: str


@dataclass(kw_only=True, eq=False)
class FileNotWhatItSays(Refused):
    """Name and content differ: a picture renamed .docx."""

    what = "Tệp “{name}” mang đuôi {says} nhưng bên trong là {really}."
    do = "Chọn đúng tệp, hoặc mở bằng phần mềm đã tạo ra nó và lưu lại thành {says}."
    name: str
    says: str
    really: str


@dataclass(kw_only=True, eq=False)
class FileKindUnknown(Refused):
    """A format that is not read here."""

    what = "Tệp “{name}” thuộc loại chưa đọc được."
    do = "Dùng một trong các loại: {kinds}."
    name: str
    kinds: str = ".docx, .pdf có chữ, .html, .txt, .md"


@dataclass(kw_only=True, eq=False)
class FileBomb(Refused):
    """Unpacks to far more than it weighs."""

    what = "Tệp “{name}” khi mở ra lớn bất thường nên đã dừng đọc để giữ an toàn cho máy."
    do = "Lưu lại tệp từ phần mềm soạn thảo rồi tải lên; nếu tệp do nơi khác gửi, hỏi lại nơi gửi."
    name: str


@dataclass(kw_only=True, eq=False)
class FileUnreadable(Refused):
    """Broken inside."""

    what = "Tệp “{name}” bị hỏng hoặc tải chưa trọn nên không đọc được."
    do = "Mở thử trên máy; nếu mở được thì lưu thành tệp mới và tải lên, nếu không thì xin lại bản khác."
    name: str


@dataclass(kw_only=True, eq=False)
class FileTooSlow(Refused):
    """Reading did not end in time."""

    what = "Đọc tệp “{name}” quá {seconds} giây mà chưa xong nên đã dừng."
    do = "Tách riêng phần quyết định và phụ lục thành tệp nhỏ hơn rồi tải lên lại."
    name: str
    seconds: int


@dataclass(kw_only=True, eq=False)
class TextTooLong(Refused):
    """As long as a novel; lengths in characters."""

    what = "Văn bản dài {characters} chữ cái, dài hơn nhiều so với một quyết định (tối đa {limit})."
    do = "Chỉ tải lên quyết định và phần mục tiêu kèm theo."
    characters: int
    limit: int


@dataclass(kw_only=True, eq=False)
class FileOldOffice(Refused):
    """A binary Office format (.doc, .xls, .xlsb); ``newer`` is the ending to save it as."""

    what = "Tệp “{name}” thuộc định dạng Office cũ, chưa đọc được."
    do = "Mở tệp bằng Word hoặc Excel, chọn Lưu thành (Save As) kiểu {newer} rồi tải bản đó lên."
    name: str
    newer: str


@dataclass(kw_only=True, eq=False)
class FileOldEncoding(Refused):
    """Letters of the time before Unicode (TCVN3, VNI)."""

    what = "Chữ trong tệp “{name}” dùng bảng mã cũ (TCVN3, VNI) nên đọc sẽ sai."
    do = "Chuyển chữ sang Unicode bằng công cụ chuyển mã của bộ gõ, lưu lại rồi tải lên."
    name: str


@dataclass(kw_only=True, eq=False)
class FileIsScan(Refused):
    """Pages that are pictures: there is no letter to read."""

    what = "Tệp “{name}” chỉ có ảnh chụp trang giấy, Chuẩn chưa đọc được chữ trong ảnh."
    do = "Tải lên bản Word, hoặc bản PDF xuất ra từ máy soạn thảo trước khi in và ký."
    name: str
