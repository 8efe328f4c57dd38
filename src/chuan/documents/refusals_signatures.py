"""Why a signed file, a folder of them or a trust item is not taken."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class NoFiles(Refused):
    """Nothing to check in what was dropped."""

    what = "Không có tệp PDF nào trong những gì vừa thả."
    do = "Chọn các tệp .pdf đã ký, hoặc một tệp .zip chứa chúng."


@dataclass(kw_only=True, eq=False)
class TooManyFiles(Refused):
    """More files than one folder may hold."""

    count: int
    limit: int
    what = "Thả {count} tệp một lúc; mỗi lần tối đa {limit} tệp."
    do = "Chia thư mục thành nhiều lần thả."


@dataclass(kw_only=True, eq=False)
class FolderTooBig(Refused):
    """Too many bytes together."""

    megabytes: int
    limit: int
    what = "Các tệp cộng lại {megabytes} MB; mỗi lần tối đa {limit} MB."
    do = "Chia thư mục thành nhiều lần thả."


@dataclass(kw_only=True, eq=False)
class AlreadyHasFile(Refused):
    """A document has another file already."""

    document: str
    what = "{document} đã có tệp khác."
    do = "Bỏ ghép tệp kia trước, nếu tệp kia là nhầm."


@dataclass(kw_only=True, eq=False)
class NotMatched(Refused):
    """There is no document to take the file away from."""

    what = "Tệp này chưa ghép với văn bản nào."
    do = "Tải lại trang để xem tình trạng mới."


@dataclass(kw_only=True, eq=False)
class SourceUnsaid(Refused):
    """A trust item without the document that says so."""

    what = "Chưa ghi căn cứ của mục tin cậy này."
    do = "Ghi văn bản, trang công bố hoặc biên bản nhận chứng thư gốc."


@dataclass(kw_only=True, eq=False)
class TrustHeld(Refused):
    """The same item is trusted already."""

    title: str
    what = "“{title}” đã được khai báo."
    do = "Không cần khai báo lại."


@dataclass(kw_only=True, eq=False)
class NoSuchGap(Refused):
    """A number that is borne, or of no sequence."""

    number: int
    what = "Số {number} không phải là khoảng trống của dãy này."
    do = "Tải lại trang để xem các khoảng trống hiện có."


@dataclass(kw_only=True, eq=False)
class GapExplained(Refused):
    """A reason stands already."""

    number: int
    what = "Khoảng trống số {number} đã có lý do."
    do = "Xem lý do ở danh sách."
