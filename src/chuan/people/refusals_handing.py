"""Every reason to say no to a handover, with the sentence shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class HandoverToSelf(Refused):
    """Giver and receiver are one person."""

    what = "{name} không thể bàn giao cho chính mình."
    do = "Chọn người nhận khác."
    name: str


@dataclass(kw_only=True, eq=False)
class ReceiverCannotSignIn(Refused):
    """Without an account in use the receiver could not confirm."""

    what = "{name} chưa có tài khoản đang dùng, nên không xác nhận nhận bàn giao được."
    do = "Cấp hoặc mở lại tài khoản cho {name} trước, hoặc chọn người nhận khác."
    name: str


@dataclass(kw_only=True, eq=False)
class HandoverOpen(Refused):
    """The giver has a list that waits for confirmation."""

    what = "{name} đang có một bàn giao chờ xác nhận."
    do = "Mở bàn giao đó: lập lại danh mục, hoặc rút rồi lập bàn giao mới."
    name: str


@dataclass(kw_only=True, eq=False)
class NothingHeld(Refused):
    """Nothing to hand over."""

    what = "{name} không giữ chức danh, vai trò hay việc nào đang mở."
    do = "Không phải bàn giao trong Chuẩn; nếu thôi việc, đóng tài khoản."
    name: str


@dataclass(kw_only=True, eq=False)
class NothingPasses(Refused):
    """Every line was left out."""

    what = "Chưa chọn mục nào để bàn giao."
    do = "Chọn ít nhất một mục; mục không bàn giao thì ghi lý do."


@dataclass(kw_only=True, eq=False)
class KeptWithoutReason(Refused):
    """A line is left out and nobody says why."""

    what = "Mục “{thing}” không bàn giao mà chưa ghi lý do."
    do = "Ghi lý do vào ô bên cạnh, hoặc chọn mục này."
    thing: str


@dataclass(kw_only=True, eq=False)
class HandoverBeforeHolding(Refused):
    """The day lies before what is handed over began."""

    what = "{name} giữ {thing} từ {since}; ngày bàn giao {on} không sau ngày đó."
    do = "Sửa ngày bàn giao, hoặc bỏ chọn mục này và ghi lý do."
    name: str
    thing: str
    since: date
    on: date


@dataclass(kw_only=True, eq=False)
class HandoverListChanged(Refused):
    """Something came or was settled since the list was shown; both have to see it."""

    what = "Danh mục đã thay đổi từ lúc mở trang này: {changes}."
    do = "Xem lại danh mục rồi xác nhận lần nữa."
    changes: str


@dataclass(kw_only=True, eq=False)
class HandoverListGrown(Refused):
    """Something came that the giver has not confirmed."""

    what = "Có việc mới chưa nằm trong danh mục: {changes}."
    do = "Người giao hoặc người lập bấm Lập lại danh mục; hai bên xác nhận lại."
    changes: str


@dataclass(kw_only=True, eq=False)
class HandoverTooEarly(Refused):
    """The receiver takes over on the day, not before."""

    what = "Bàn giao có hiệu lực từ {on}."
    do = "Từ ngày {on} người nhận mở lại trang này và xác nhận."
    on: date


@dataclass(kw_only=True, eq=False)
class GiverCanConfirm(Refused):
    """A keeper confirms only for somebody who cannot."""

    what = "{name} còn tài khoản đang dùng, nên tự xác nhận."
    do = (
        "Nhắc {name} xác nhận; nếu người đó không còn làm việc, đóng tài khoản kèm văn bản rồi xác nhận thay."
    )
    name: str


@dataclass(kw_only=True, eq=False)
class NoKeeperBehind(Refused):
    """Posts and roles pass only on the word of somebody who may give them today."""

    what = "Danh mục có chức danh hoặc vai trò, nhưng người lập nay không còn quyền giao."
    do = "Nhờ {who} lập lại danh mục."
    who: str


@dataclass(kw_only=True, eq=False)
class NotForReceiver(Refused):
    """Lines that this receiver may not take; ``lines``: key of each → why, as a sentence."""

    what = "{things} không giao cho {name} được: {why}"
    do = "Bỏ chọn và ghi lý do, chọn người nhận khác, hoặc trao vai trò, chức danh trước."
    name: str
    things: str
    why: str
    lines: Mapping[str, str] = field(default_factory=dict)


@dataclass(kw_only=True, eq=False)
class WithdrawReasonMissing(Refused):
    """Why it is given up."""

    what = "Chưa ghi lý do."
    do = "Ghi ngắn gọn vì sao, rồi gửi lại."
