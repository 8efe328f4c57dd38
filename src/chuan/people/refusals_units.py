"""Every reason to say no that concerns units: the directory, and the merger of wards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class SeveralUnits(Refused):
    """More than one commune of the name; ``units`` lists them with their codes."""

    what = "Có {count} đơn vị tên “{name}”: {units}."
    do = "Chọn một, ghi mã của đơn vị đó, hoặc thêm tỉnh sau dấu phẩy, ví dụ “Bắc Hồng, Hà Tĩnh”."
    name: str
    units: str
    count: int


@dataclass(kw_only=True, eq=False)
class CodeNamesAnother(Refused):
    """A code that names another unit on the day, or names one only on the other side of 1 July 2025."""

    what = "Mã {given} là mã của {unit}, không khớp với ngày {since} và tên đã ghi."
    do = "{mend}"
    given: str
    since: date
    unit: str
    mend: str


@dataclass(kw_only=True, eq=False)
class MergerUnknown(Refused):
    """The new unit is not in the directory on the day."""

    what = "Danh mục không có đơn vị nào mã “{given}” vào ngày {on}."
    do = "Tìm theo tên ở bước 1 rồi chọn đơn vị trong danh sách."
    given: str
    on: date


@dataclass(kw_only=True, eq=False)
class MergerTooEarly(Refused):
    """The new unit begins later than today: nothing is moved ahead of the day."""

    what = "{unit} có từ {on}, chưa đến ngày."
    do = "Địa chỉ trang này giữ các lựa chọn: lưu lại, đến {on} mở ra và bấm Sáp nhập."
    unit: str
    on: date


@dataclass(kw_only=True, eq=False)
class MergerBeforeLife(Refused):
    """The day of the merger is not after the day on which a predecessor began."""

    what = "{unit} có từ {since}, không thể sáp nhập vào ngày {on}."
    do = "Ghi ngày sau {since}, đúng như nghị quyết sắp xếp."
    unit: str
    since: date
    on: date


@dataclass(kw_only=True, eq=False)
class MergerSameUnit(Refused):
    """A unit cannot go into itself."""

    what = "{unit} không thể sáp nhập vào chính nó."
    do = "Chọn đơn vị mới khác; đơn vị giữ nguyên tên và mã thì không cần sáp nhập."
    unit: str


@dataclass(kw_only=True, eq=False)
class MergedAlready(Refused):
    """The unit has gone into another before, perhaps a moment ago."""

    what = "{unit} đã sáp nhập vào {successor} từ {on}."
    do = "Tải lại trang Đơn vị để xem đơn vị mới; không phải làm gì thêm."
    unit: str
    successor: str
    on: date


@dataclass(kw_only=True, eq=False)
class SuccessorHere(Refused):
    """The new ward stands in this installation already and works on its own."""

    what = "{unit} đã có ở đây từ {since} và có cán bộ riêng."
    do = "Chuẩn chưa nhập một đơn vị vào đơn vị đang làm việc. Báo người phụ trách phần mềm trước khi làm tiếp."
    unit: str
    since: date


@dataclass(kw_only=True, eq=False)
class SuccessorJustMade(Refused):
    """Another ward of this house made the new unit in the same moment."""

    what = "{unit} vừa được một đơn vị khác ở đây lập."
    do = "Bấm Sáp nhập lần nữa: lần này đơn vị của bạn nhập vào đơn vị vừa lập."
    unit: str


@dataclass(kw_only=True, eq=False)
class PartialMerger(Refused):
    """Only part of the unit goes into the new one: a person has to say what goes where."""

    what = "Theo danh mục, {unit} chỉ chuyển một phần vào {successor}, hoặc danh mục chưa đọc chắc."
    do = "Chỉ đơn vị chuyển toàn bộ mới chuyển tự động. Nếu nghị quyết ghi toàn bộ, đánh dấu “Nghị quyết ghi toàn bộ”."
    unit: str
    successor: str


@dataclass(kw_only=True, eq=False)
class NobodyKeeps(Refused):
    """Nobody who goes over could give roles in the new unit."""

    what = "Chưa ai sang đơn vị mới giữ vai trò Chủ tịch hoặc Quản trị."
    do = "Ở bước 3, giao ít nhất một trong hai vai trò đó cho người có tài khoản, kèm văn bản."


@dataclass(kw_only=True, eq=False)
class OfficialTwice(Refused):
    """An official is given two posts with different documents in one merger."""

    what = "{name} được ghi hai lần."
    do = "Mỗi người một dòng; chức danh thứ hai giao sau ở trang Cán bộ của đơn vị mới."
    name: str


@dataclass(kw_only=True, eq=False)
class PostForOfficialMissing(Refused):
    """Who goes over needs a post, a role and a document."""

    what = "{name} chuyển sang đơn vị mới nhưng chưa ghi {thing}."
    do = "Ghi đủ chức danh, vai trò và văn bản, hoặc bỏ đánh dấu người này."
    name: str
    thing: str


@dataclass(kw_only=True, eq=False)
class StillOnTheWay(Refused):
    """A room has something that can neither move nor stay: it has to be finished first."""

    what = "{unit}: {standing}"
    do = "{mend}"
    unit: str
    standing: str
    mend: str
