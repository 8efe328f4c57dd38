"""Every reason to say no on the pages of single dossiers, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class TextMissing(Refused):
    """A cause, an explanation, a void or an apology without a word of why."""

    what = "Chưa ghi {thing}."
    do = "Viết một câu nêu rõ việc, để người xem sau hiểu vì sao."
    thing: str = "lý do"


@dataclass(kw_only=True, eq=False)
class DayToCome(Refused):
    """Something is said to have happened on a day that has not come."""

    what = "Ngày {day} chưa tới nên chưa ghi được."
    do = "Ghi ngày đã xảy ra, muộn nhất là {today}."
    day: date
    today: date


@dataclass(kw_only=True, eq=False)
class CauseBackwards(Refused):
    """A cause that ends before it begins."""

    what = "Nguyên nhân kết thúc ngày {until}, trước ngày bắt đầu {since}."
    do = "Sửa một trong hai ngày; để trống ngày kết thúc nếu còn kéo dài."
    since: date
    until: date


@dataclass(kw_only=True, eq=False)
class BeforeReceived(Refused):
    """A cause that begins before the dossier was received."""

    what = "Ngày {day} trước ngày tiếp nhận hồ sơ {received}."
    do = "Ghi từ ngày tiếp nhận trở đi."
    day: date
    received: date


@dataclass(kw_only=True, eq=False)
class CauseUnknown(Refused):
    """A cause that is none of the list."""

    what = "Nguyên nhân chưa có trong danh mục."
    do = "Chọn một nguyên nhân: {causes}."
    causes: str


@dataclass(kw_only=True, eq=False)
class AlreadyVoided(Refused):
    """A record is voided twice, or a void is voided."""

    what = "Dòng này đã bỏ rồi, hoặc chính nó là dòng bỏ."
    do = "Nếu bỏ nhầm, ghi lại nội dung đúng thành một dòng mới."


@dataclass(kw_only=True, eq=False)
class NothingToExplain(Refused):
    """An explanation for a dossier that is neither late nor changed after its due day."""

    what = "Hồ sơ này không trễ và không bị đổi ngày sau hạn nên không có gì phải giải trình."
    do = "Nếu muốn ghi việc đang chờ bên ngoài, dùng Ghi nguyên nhân."


@dataclass(kw_only=True, eq=False)
class NoDueDay(Refused):
    """An apology for a dossier without a due day."""

    what = "Hồ sơ {dossier} chưa có ngày hạn nên chưa lập được phiếu xin lỗi."
    do = "Nhập tệp có cột Ngày hẹn trả, hoặc xác nhận thời hạn của thủ tục, rồi lập lại."
    dossier: str


@dataclass(kw_only=True, eq=False)
class NoLongerRunning(Refused):
    """An apology for a dossier that is done, refused or withdrawn."""

    what = "Hồ sơ {dossier} đã xong hoặc đã dừng nên không hẹn lại được nữa."
    do = "Nếu ngày xong ghi sai ở hệ thống nguồn, sửa ở đó rồi nhập lại tệp."
    dossier: str


@dataclass(kw_only=True, eq=False)
class WaitsForCitizen(Refused):
    """An apology while the dossier waits for the citizen's papers: no due day runs."""

    what = "Hồ sơ {dossier} đang chờ người dân bổ sung nên hạn chưa chạy."
    do = "Nhập lại tệp khi đã nhận bổ sung; nếu vẫn không kịp, lập phiếu trước hạn mới."
    dossier: str


@dataclass(kw_only=True, eq=False)
class NewDayNotLater(Refused):
    """The new date is not after the date promised so far."""

    what = "Ngày hẹn lại {day} không muộn hơn hạn hoặc hôm nay ({due})."
    do = "Ghi ngày muộn hơn {due}."
    day: date
    due: date


@dataclass(kw_only=True, eq=False)
class NewDayOff(Refused):
    """The new date is a day off, or lies in a year whose calendar is not held."""

    what = "Ngày hẹn lại {day} không phải ngày làm việc: {why}."
    do = "Chọn ngày làm việc, ví dụ {next_day}."
    day: date
    why: str
    next_day: str


@dataclass(kw_only=True, eq=False)
class ApologisedBefore(Refused):
    """A further apology than the law allows."""

    what = "Hồ sơ đã xin lỗi và hẹn lại {times} lần, hết số lần cho phép ({source})."
    do = "Giải quyết xong trước ngày hẹn lại {appointed}, rồi ghi nguyên nhân và giải trình."
    times: int
    appointed: date
    source: str


@dataclass(kw_only=True, eq=False)
class ApologyTooLate(Refused):
    """An apology later than the law asks for."""

    what = "Phải xin lỗi chậm nhất ngày {last}, trước hạn {due} ít nhất {notice} ngày ({source}); nay đã quá ngày đó."
    do = "Vẫn cần xin lỗi người dân thì đánh dấu ô “vẫn lập phiếu”; hồ sơ vẫn tính là trễ nếu xong sau hạn."
    last: date
    due: date
    notice: int
    source: str


@dataclass(kw_only=True, eq=False)
class FormUnknown(Refused):
    """A form of apology that is not held."""

    what = "Không có mẫu xin lỗi này."
    do = "Chọn một mẫu trong danh sách."


@dataclass(kw_only=True, eq=False)
class HandlerUnclear(Refused):
    """A name is confirmed as nobody and as somebody, or as neither."""

    what = "Chưa rõ “{name}” là ai."
    do = "Chọn một cán bộ, hoặc chọn “không phải cán bộ của đơn vị”."
    name: str


@dataclass(kw_only=True, eq=False)
class CoverBackwards(Refused):
    """A leave that ends before it begins."""

    what = "Ngày cuối {last} trước ngày đầu {first}."
    do = "Sửa một trong hai ngày."
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class CoverOneself(Refused):
    """Somebody covers for himself."""

    what = "Người thay phải khác người nghỉ."
    do = "Chọn một cán bộ khác trông hồ sơ giúp."


@dataclass(kw_only=True, eq=False)
class CoverTwice(Refused):
    """The same two people on days that overlap."""

    what = "{who} đã thay {whom} từ {first} đến {last}."
    do = "Bỏ dòng cũ nếu ghi nhầm, hoặc ghi những ngày khác."
    who: str
    whom: str
    first: date
    last: date


@dataclass(kw_only=True, eq=False)
class CoverVoided(Refused):
    """A cover is voided twice."""

    what = "Dòng này đã bỏ rồi."
    do = "Nếu bỏ nhầm, ghi lại thành một dòng mới."


@dataclass(kw_only=True, eq=False)
class NotKeptHere(Refused):
    """An act that only the register of record can do, while Chuẩn keeps it but has no such act yet."""

    what = "Chuẩn chưa làm được việc “{act}” khi tự giữ sổ hồ sơ."
    do = "Làm việc này trên giấy theo mẫu, rồi nhập kết quả từ tệp."
    act: str
