"""Every reason to say no that concerns people, accounts and roles, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class SignInWrong(Refused):
    """Name and password do not go together; never says which of the two, nor whether the name exists."""

    what = "Tên hoặc mật khẩu chưa đúng."
    do = "Còn {left} lần thử."
    left: int


@dataclass(kw_only=True, eq=False)
class OwnPasswordWrong(Refused):
    """The password in use, asked for again before it is changed."""

    what = "Mật khẩu đang dùng chưa đúng."
    do = "Nhập lại; còn {left} lần thử."
    left: int


@dataclass(kw_only=True, eq=False)
class TooManyFromHere(Refused):
    """Wrong tries from one network address, over all names."""

    what = "Máy này đã thử sai quá nhiều lần."
    do = "Đợi {minutes} phút rồi đăng nhập lại; nếu quên mật khẩu, nhờ người quản trị cấp mật khẩu mới."
    minutes: int


@dataclass(kw_only=True, eq=False)
class SamePassword(Refused):
    """The new password is the old one."""

    what = "Mật khẩu mới trùng với mật khẩu đang dùng."
    do = "Đặt một mật khẩu khác, chưa ai biết."


@dataclass(kw_only=True, eq=False)
class NameMissing(Refused):
    """An official, a post or a unit without a name."""

    what = "Chưa ghi {thing}."
    do = "Viết đủ như trong văn bản rồi lưu lại."
    thing: str = "họ và tên"


@dataclass(kw_only=True, eq=False)
class CitationMissing(Refused):
    """A role or a post is given and taken by a document, and the document is named."""

    what = "Chưa ghi văn bản làm căn cứ."
    do = "Ghi số, ký hiệu và ngày, ví dụ “Quyết định 15/QĐ-UBND ngày 04/01/2021”."


@dataclass(kw_only=True, eq=False)
class PeriodBackwards(Refused):
    """The last day comes before the first."""

    what = "Ngày kết thúc {until} không sau ngày bắt đầu {since}."
    do = "Sửa lại một trong hai ngày; còn giữ lâu dài thì để trống ngày kết thúc."
    since: date
    until: date


@dataclass(kw_only=True, eq=False)
class BeforeUnit(Refused):
    """Nobody serves a unit before it exists."""

    what = "{unit} có từ {since}, ngày bắt đầu đã ghi sớm hơn."
    do = "Ghi ngày từ {since} trở đi; việc trước đó thuộc đơn vị cũ."
    unit: str
    since: date


@dataclass(kw_only=True, eq=False)
class AlreadyHolds(Refused):
    """The same post or role is held over some of the same days."""

    what = "{name} đã giữ {thing} từ {since}."
    do = "Nếu có văn bản mới, cho thôi giữ theo văn bản đó trước rồi giao lại."
    name: str
    thing: str
    since: date


@dataclass(kw_only=True, eq=False)
class AlreadyEnded(Refused):
    """What is to be taken back has ended, or ends earlier."""

    what = "{name} thôi giữ {thing} từ {on} rồi."
    do = "Không phải làm gì thêm; nếu ngày này sai, giao lại kèm văn bản đúng."
    name: str
    thing: str
    on: date


@dataclass(kw_only=True, eq=False)
class GrantToSelf(Refused):
    """Nobody gives himself a role."""

    what = "Không ai tự giao hoặc tự gia hạn vai trò cho mình."
    do = "Nhờ {who} khác của đơn vị giao, kèm văn bản."
    who: str


@dataclass(kw_only=True, eq=False)
class LastKeeper(Refused):
    """Without a Chairman or administrator nobody could give any role again."""

    what = "{name} là người cuối cùng còn quyền giao vai trò trong đơn vị."
    do = "Giao vai trò Chủ tịch hoặc Quản trị cho người khác trước, rồi mới cho thôi."
    name: str


@dataclass(kw_only=True, eq=False)
class UserNameTaken(Refused):
    """Another account has this user name."""

    what = "Tên đăng nhập “{username}” đã có người dùng."
    do = "Thêm chữ cái đầu của họ, tên đệm hoặc một số, ví dụ “{example}”."
    username: str
    example: str


@dataclass(kw_only=True, eq=False)
class UserNameUnusable(Refused):
    """Letters that a user name may not have."""

    what = "Tên đăng nhập “{username}” chưa dùng được."
    do = "Dùng 3 đến 60 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới, ví dụ “hoai.tt”."
    username: str


@dataclass(kw_only=True, eq=False)
class AccountExists(Refused):
    """The official signs in already."""

    what = "{name} đã có tài khoản."
    do = "Nếu quên mật khẩu, dùng Cấp lại mật khẩu."
    name: str


@dataclass(kw_only=True, eq=False)
class NoAccount(Refused):
    """There is no account to work on."""

    what = "{name} chưa có tài khoản."
    do = "Cấp tài khoản trước."
    name: str


@dataclass(kw_only=True, eq=False)
class PostExists(Refused):
    """The unit has a post of this title."""

    what = "Đơn vị đã có chức danh “{title}”."
    do = "Chọn chức danh này trong danh sách khi bổ nhiệm."
    title: str


@dataclass(kw_only=True, eq=False)
class UnitExists(Refused):
    """A house is founded once; further units come from succession or from the level above."""

    what = "Chuẩn ở đây đã có {unit}."
    do = "Muốn lập đơn vị khác, chọn nơi cất dữ liệu khác (CHUAN_DATA hoặc DATABASE_URL) rồi chạy lại."
    unit: str


@dataclass(kw_only=True, eq=False)
class UnitKindUnknown(Refused):
    """A word that names no kind of unit."""

    what = "“{kind}” không phải một loại đơn vị hành chính."
    do = "Chọn một trong: {kinds}."
    kind: str
    kinds: str


@dataclass(kw_only=True, eq=False)
class AccountClosed(Refused):
    """The account was closed before."""

    what = "Tài khoản của {name} đã đóng."
    do = "Muốn mở lại, dùng Cấp lại mật khẩu."
    name: str


@dataclass(kw_only=True, eq=False)
class PasswordWeak(Refused):
    """A password that the policy does not take; ``why`` is what is wrong with it."""

    what = "{why}"
    do = "Đặt mật khẩu khác, ít nhất 12 ký tự; một câu dài dễ nhớ thì tốt."
    why: str
