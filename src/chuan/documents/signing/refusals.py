"""Reasons why a document is not signed here."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class TicketNotGood(Refused):
    """No such code, too old, closed, or used already: the same words for all, so that nothing is learnt by trying."""

    what = "Mã ký không đúng, đã dùng hoặc đã quá 15 phút."
    do = "Mở trang Ký số, chọn văn bản và lấy mã mới; mỗi mã dùng một lần."


@dataclass(kw_only=True, eq=False)
class TooManyCodes(Refused):
    """Many wrong codes from one address."""

    what = "Đã có quá nhiều mã ký sai từ máy này."
    do = "Chờ {minutes} phút rồi lấy mã mới ở trang Ký số."
    minutes: int


@dataclass(kw_only=True, eq=False)
class NothingChosen(Refused):
    """No document, or more than one ticket takes."""

    what = "Chưa chọn văn bản nào, hoặc chọn quá {most} văn bản."
    do = "Đánh dấu các văn bản cần ký rồi bấm lại; nhiều hơn thì ký làm nhiều lần."
    most: int


@dataclass(kw_only=True, eq=False)
class NotWaitingForThis(Refused):
    """The document is not at the stage for this signature."""

    what = "{document} không ở bước chờ {whose}."
    do = "Mở văn bản để xem nó đang ở bước nào; chỉ ký văn bản đang chờ."
    document: str
    whose: str


@dataclass(kw_only=True, eq=False)
class NoFileToSign(Refused):
    """Nothing was typeset for signing: another system signs, or the file is gone."""

    what = "{document} không có bản PDF để ký ở đây."
    do = "Nếu đơn vị ký ở hệ thống khác thì chuyển văn bản sang đó; nếu không, xác nhận lại thể thức để lập bản PDF."
    document: str


@dataclass(kw_only=True, eq=False)
class ChangedSincePrepared(Refused):
    """Somebody signed, returned or changed the document after it was prepared."""

    what = "{document} đã thay đổi sau khi chuẩn bị ký, nên chữ ký không được nhận."
    do = "Mở văn bản xem thay đổi, rồi lấy mã mới và ký lại nếu vẫn cần."
    document: str


@dataclass(kw_only=True, eq=False)
class CertificateUnknown(Refused):
    """No certificate is registered for whoever should sign."""

    what = "Chưa ghi chứng thư số của {whose}."
    do = "Ghi chứng thư số (tệp .cer) ở trang Chứng thư số của đơn vị, rồi lấy mã ký mới."
    whose: str


@dataclass(kw_only=True, eq=False)
class CertificateHeld(Refused):
    """The same certificate is registered already."""

    what = "Chứng thư số “{subject}” đã được ghi."
    do = "Không cần ghi lại; nếu ghi sai người, thôi dùng dòng cũ rồi ghi lại."
    subject: str


@dataclass(kw_only=True, eq=False)
class NotExtended(Refused):
    """A signed file that does not begin with the very bytes that were given out to be signed."""

    what = "Tệp đã ký không phải là tệp đã lấy từ đây rồi ký thêm: {differs}."
    do = "Tải lại tệp ở trang văn bản, ký đúng tệp đó, không in hay lưu lại bằng chương trình khác, rồi gửi lên."
    differs: str


@dataclass(kw_only=True, eq=False)
class SignatureFailsCheck(Refused):
    """What was made does not pass our own check."""

    what = "Chữ ký vừa tạo không qua được phép kiểm: {said}"
    do = "Kiểm lại chứng thư số và thiết bị ký rồi ký lại; văn bản vẫn như trước khi ký."
    said: str


@dataclass(kw_only=True, eq=False)
class ProofNotRaised(Refused):
    """Nothing was added: the services are not configured or did not answer."""

    what = "Chưa nâng được mức bằng chứng của {document}."
    do = "Kiểm lại dịch vụ dấu thời gian và địa chỉ tra cứu thu hồi ở trang Chứng thư số, rồi làm lại."
    document: str


@dataclass(kw_only=True, eq=False)
class AddressUnusable(Refused):
    """Not an http or https address."""

    what = "“{url}” không phải địa chỉ http hoặc https."
    do = "Ghi địa chỉ đầy đủ như nơi cấp chứng thư công bố, ví dụ http://tsa.ca.gov.vn."
    url: str


@dataclass(kw_only=True, eq=False)
class PictureUnusable(Refused):
    """Not a PNG that a signature could show."""

    what = "Ảnh chữ ký, ảnh dấu phải là tệp PNG không quá 1 MB."
    do = "Quét nét ký màu xanh hoặc dấu màu đỏ, tách nền trong suốt, lưu thành PNG rồi tải lên."
