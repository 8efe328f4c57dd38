"""Refusals about files brought in."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals.refused import Refused


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
    """Letters of the time before Unicode where they cannot be converted or may not stand (the form of a paper)."""

    what = "Chữ trong tệp “{name}” dùng bảng mã cũ, không phải Unicode, nên đọc sẽ sai."
    do = "Chuyển chữ sang Unicode bằng công cụ chuyển mã của bộ gõ, lưu lại rồi tải lên."
    name: str


@dataclass(kw_only=True, eq=False)
class FileIsScan(Refused):
    """Pages that are pictures: there is no letter to read."""

    what = "Tệp “{name}” chỉ có ảnh chụp trang giấy, Chuẩn chưa đọc được chữ trong ảnh."
    do = "Tải lên bản Word, hoặc bản PDF xuất ra từ máy soạn thảo trước khi in và ký."
    name: str


@dataclass(kw_only=True, eq=False)
class AnchorUnreadable(Refused):
    """A file given as certificate, revocation list or OCSP answer is none of them."""

    what = "“{name}” không phải là chứng thư số, danh sách thu hồi hoặc trả lời OCSP."
    do = "Bỏ tệp này ra, hoặc tải lại tệp .cer, .crt, .crl từ trang của tổ chức chứng thực."
    name: str
