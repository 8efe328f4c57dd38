"""Every reason to say no about what is sealed. None of these sentences repeats what was typed."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class TellsDenouncer(Refused):
    """A text that holds the name or the telephone of the denouncer."""

    what = "Nội dung có tên hoặc số điện thoại của người tố cáo nên chưa ghi."
    do = "Bỏ phần ấy đi rồi ghi lại. Lần gõ này đã được đếm và báo người đứng đầu."


@dataclass(kw_only=True, eq=False)
class TypedBefore(Refused):
    """Words written before the identity was sealed hold it."""

    what = "Nội dung ghi trước đó có tên hoặc số điện thoại của người này: {where}."
    do = "Xóa chữ ở những chỗ ấy (trang “Xóa chữ, tệp đã ghi” của đơn), rồi niêm phong lại."
    where: str


@dataclass(kw_only=True, eq=False)
class NotSealable(Refused):
    """An identity for what is no denunciation."""

    what = "Chỉ danh tính của người tố cáo mới niêm phong; đơn này không phải tố cáo."
    do = "Đơn nhiều nội dung thì tách trước, rồi niêm phong ở phần tố cáo."


@dataclass(kw_only=True, eq=False)
class SealedHoldsKind(Refused):
    """Another kind for a petition whose denouncer or letter is under seal: more people would see what is about him."""

    what = "Đơn đang có danh tính hoặc bản chụp niêm phong nên không đổi loại được."
    do = "Đề nghị Chủ tịch hủy nội dung niêm phong theo văn bản trước, rồi đổi loại."


@dataclass(kw_only=True, eq=False)
class SealingOff(Refused):
    """The unit does not keep identities."""

    what = "Đơn vị chưa bật niêm phong nên phần mềm không lưu danh tính người tố cáo."
    do = "Giữ phong bì giấy ở nơi đã ghi. Muốn bật, Chủ tịch ghi văn bản ở trang Niêm phong."


@dataclass(kw_only=True, eq=False)
class SealedAlready(Refused):
    """A second identity for the same petition."""

    what = "Danh tính của đơn này đã niêm phong rồi."
    do = "Nếu nhập nhầm, đề nghị Chủ tịch hủy bản đang niêm phong, rồi nhập lại."


@dataclass(kw_only=True, eq=False)
class NothingSealed(Refused):
    """Nothing is there to be opened or destroyed, or not any more."""

    what = "Không có gì đang niêm phong để mở hoặc hủy."
    do = "Mở lại trang đơn để xem hiện có gì."


@dataclass(kw_only=True, eq=False)
class AllowsHimself(Refused):
    """The same person asks and allows."""

    what = "Người xin mở và người cho mở phải là hai người khác nhau."
    do = "Đề nghị người khác giữ vai trò cho mở bấm nút này."


@dataclass(kw_only=True, eq=False)
class SameRoles(Refused):
    """One role chosen for both."""

    what = "Người xin mở và người cho mở đang chọn cùng một vai trò."
    do = "Chọn hai vai trò khác nhau."


@dataclass(kw_only=True, eq=False)
class WrongKey(Refused):
    """A wrong second key; ``left``: tries that remain."""

    what = "Khóa thứ hai không đúng."
    do = "Còn {left} lần gõ. Hỏi lại người cho mở, gõ đúng 8 ký tự."
    left: int


@dataclass(kw_only=True, eq=False)
class KeyOver(Refused):
    """The second key is not given yet, too old, or spent."""

    what = "Chưa có khóa thứ hai, hoặc khóa đã quá {minutes} phút."
    do = "Đề nghị người cho mở cấp khóa mới, rồi gõ ngay."
    minutes: int


@dataclass(kw_only=True, eq=False)
class RequestOver(Refused):
    """The request is finished: opened, refused, or void after wrong keys."""

    what = "Yêu cầu này đã xong: đã mở, không được cho mở, hoặc hủy vì sai khóa ba lần."
    do = "Cần mở nữa thì lập yêu cầu mới, nêu lý do."


@dataclass(kw_only=True, eq=False)
class AskedAlready(Refused):
    """A second request for the same thing while one waits."""

    what = "Đang có một yêu cầu mở đúng nội dung này chưa xong."
    do = "Mở yêu cầu ấy ở trang Niêm phong và làm tiếp."


@dataclass(kw_only=True, eq=False)
class NoLetter(Refused):
    """A letter to be sealed, and no file."""

    what = "Chưa chọn tệp bản chụp đơn, hoặc tệp quá lớn nên không nhận."
    do = "Chọn một tệp, mỗi tệp không quá {megabytes} MB."
    megabytes: int


@dataclass(kw_only=True, eq=False)
class NoWordsThere(Refused):
    """Nothing chosen to be blanked."""

    what = "Chưa chọn chỗ nào để xóa chữ."
    do = "Đánh dấu ít nhất một dòng."


@dataclass(kw_only=True, eq=False)
class KeyInUse(Refused):
    """A key that still locks something is not taken off the ring."""

    what = "Khóa “{key}” đang là khóa dùng để niêm phong, không có, hoặc còn {n} mục niêm phong bằng nó."
    do = "Thêm khóa mới (chuan seal-keys rotate), bọc lại (chuan seal-keys rewrap), rồi mới bỏ khóa cũ."
    key: str
    n: int
