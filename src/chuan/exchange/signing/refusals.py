"""Reasons not to sign, each with the way out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class CertificateUnreadable(Refused):
    """Not an X.509 certificate, or of a key that PDF signatures here do not use."""

    what = "Không đọc được chứng thư số."
    do = "Chọn chứng thư số dùng để ký (khóa RSA từ 2048 bit hoặc ECDSA); nếu vẫn vậy, hỏi nơi cấp chứng thư."


@dataclass(kw_only=True, eq=False)
class CertificateExpired(Refused):
    """Its last day has passed."""

    what = "Chứng thư số của “{name}” đã hết hạn ngày {on}."
    do = "Xin gia hạn hoặc cấp mới ở nơi cấp chứng thư, rồi ký lại; văn bản chưa bị thay đổi."
    name: str
    on: date


@dataclass(kw_only=True, eq=False)
class CertificateNotYet(Refused):
    """Its first day has not come."""

    what = "Chứng thư số của “{name}” đến ngày {on} mới có hiệu lực."
    do = "Kiểm lại ngày giờ của máy; nếu đúng, dùng chứng thư số đang có hiệu lực để ký."
    name: str
    on: date


@dataclass(kw_only=True, eq=False)
class CertificateNotForSigning(Refused):
    """Its key usage allows neither digital signatures nor non-repudiation (RFC 5280, 4.2.1.3)."""

    what = "Chứng thư số của “{name}” không cấp để ký văn bản."
    do = "Chọn chứng thư số có mục đích ký số trong thiết bị, hoặc hỏi nơi cấp chứng thư."
    name: str


@dataclass(kw_only=True, eq=False)
class CertificateRevoked(Refused):
    """The issuer says that it was withdrawn: a signature with it would be worth nothing."""

    what = "Chứng thư số của “{name}” đã bị thu hồi, nên chữ ký không được nhận."
    do = "Báo nơi cấp chứng thư và ký lại bằng chứng thư số còn hiệu lực; văn bản chưa bị thay đổi."
    name: str


@dataclass(kw_only=True, eq=False)
class WrongSigner(Refused):
    """Another certificate than the one that is expected of this official or agency."""

    what = "Chứng thư số “{name}” không phải của {expected}."
    do = "Cắm đúng thiết bị ký của {expected}, hoặc ghi chứng thư số mới vào danh sách của đơn vị trước khi ký."
    name: str
    expected: str


@dataclass(kw_only=True, eq=False)
class FieldMissing(Refused):
    """The PDF has no place of that name for a signature."""

    what = "Văn bản không có ô ký “{field}”."
    do = "Lập lại bản PDF từ dự thảo để có đủ các ô ký, rồi ký lại."
    field: str


@dataclass(kw_only=True, eq=False)
class FieldTaken(Refused):
    """The place holds a signature already."""

    what = "Ô ký “{field}” đã có chữ ký."
    do = "Mở bản mới nhất của văn bản để xem ai đã ký; không ký đè lên chữ ký đã có."
    field: str


@dataclass(kw_only=True, eq=False)
class PlaceOutsidePage(Refused):
    """A place for a signature that is not on the page, or without size."""

    what = "Ô ký “{field}” nằm ngoài trang {page} hoặc không có kích thước."
    do = "Đặt lại vị trí ô ký trong trang rồi lập lại bản PDF."
    field: str
    page: int


@dataclass(kw_only=True, eq=False)
class AlreadySigned(Refused):
    """Places are reserved before anybody signs: later they would be a change of what was signed."""

    what = "Văn bản đã có chữ ký số nên không thêm ô ký được nữa."
    do = "Dùng các ô ký đã có; nếu thiếu ô, lập lại bản PDF từ dự thảo và ký lại từ đầu."


@dataclass(kw_only=True, eq=False)
class PersonFirst(Refused):
    """Nghị định 30/2020/NĐ-CP art 32.2d: the agency signs after the person who has authority."""

    what = "Người có thẩm quyền chưa ký nên chưa được cấp số, đóng dấu."
    do = "Chờ người có thẩm quyền ký số văn bản, rồi cấp số và ký số của cơ quan."


@dataclass(kw_only=True, eq=False)
class SealLast(Refused):
    """The seal closes the document: number and date come before it."""

    what = "Chưa ghi {field} vào văn bản nên chưa ký số của cơ quan được."
    do = "Ghi đủ số và ngày, tháng ban hành trước, rồi ký số của cơ quan."
    field: str


@dataclass(kw_only=True, eq=False)
class SignatureNotOfThis(Refused):
    """The signature that came back does not fit what was prepared for it."""

    what = "Chữ ký gửi về không khớp với văn bản đã chuẩn bị để ký."
    do = "Ký lại từ đầu; nếu vẫn vậy, kiểm lại thiết bị ký và chứng thư số đã chọn."


@dataclass(kw_only=True, eq=False)
class PdfNotSignable(Refused):
    """Broken, encrypted, or closed against further signatures by its author."""

    what = "Tệp PDF này không ký được: bị hỏng, đặt mật khẩu hoặc đã khóa không cho ký thêm."
    do = "Lập lại bản PDF từ dự thảo, hoặc mở tệp và lưu thành bản mới không đặt mật khẩu, rồi ký."


@dataclass(kw_only=True, eq=False)
class AppearanceUnreadable(Refused):
    """What should be shown in the field is not a page that can be put there."""

    what = "Không dùng được hình hiển thị của chữ ký."
    do = "Thay ảnh chữ ký hoặc ảnh dấu bằng tệp PNG nền trong suốt, rồi ký lại."
