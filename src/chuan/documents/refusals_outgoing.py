"""Reasons to say no on the way out: drafts, signed papers that come back, numbers, errors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class DraftSecret(Refused):
    """A draft that is or calls itself a state secret (Luật Bảo vệ bí mật nhà nước; trap T-32)."""

    what = (
        "Dự thảo có dấu chỉ độ mật ({mark}) nên Chuẩn không lưu: soạn, lưu giữ bí mật nhà nước trên máy có nối "
        "mạng là hành vi bị cấm."
    )
    do = (
        "Soạn trên máy riêng không nối mạng, đăng ký ở sổ văn bản mật; ở đây chỉ ghi số lượng cả năm, không ghi số "
        "và trích yếu. Nếu chữ ấy không phải độ mật, viết nó trong câu."
    )
    mark: str


@dataclass(kw_only=True, eq=False)
class DraftChangedMeanwhile(Refused):
    """Somebody else saved a version after the page was opened."""

    what = "{who} vừa lưu phiên bản {version} lúc {at}, sau khi trang này được mở, nên chưa lưu gì."
    do = "Những gì đã gõ vẫn còn dưới đây; xem chỗ khác nhau, sửa cho khớp rồi bấm Lưu lần nữa."
    who: str
    version: int
    at: datetime


@dataclass(kw_only=True, eq=False)
class DraftIncomplete(Refused):
    """A content that cannot be typeset as a document yet."""

    what = "Dự thảo chưa đủ để đi tiếp: {first}"
    do = "Mở Sửa dự thảo, bổ sung rồi làm lại; còn {count} chỗ."
    first: str
    count: int


@dataclass(kw_only=True, eq=False)
class PlacesOpen(Refused):
    """The draft still has "…" where a person has to write something."""

    what = "Dự thảo còn {count} chỗ để “…”."
    do = "Trả lại để ghi đủ số, ngày, nội dung ở các chỗ ấy rồi xác nhận thể thức."
    count: int


@dataclass(kw_only=True, eq=False)
class FormNotMended(Refused):
    """Departures of form that nobody mended or accepted."""

    what = "Còn {count} chỗ sai thể thức chưa sửa và chưa ghi lý do giữ nguyên."
    do = "Sửa từng chỗ, hoặc bấm Giữ nguyên và ghi lý do, rồi xác nhận thể thức."
    count: int


@dataclass(kw_only=True, eq=False)
class MendNotExact(Refused):
    """The departure is not there any more, or its mend is not a plain replacement of words."""

    what = "Chỗ này đã đổi hoặc không sửa giúp được bằng một lần thay chữ."
    do = "Mở Sửa dự thảo và sửa theo gợi ý."


@dataclass(kw_only=True, eq=False)
class NotThisPaper(Refused):
    """A signed file whose words are those of another paper."""

    what = "Tệp thả vào là “{read}”, không phải bản đã ký của dự thảo này (giống {share})."
    do = "Chọn đúng tệp của dự thảo, hoặc mở dự thảo ứng với tệp này rồi thả vào đó."
    read: str
    share: str


@dataclass(kw_only=True, eq=False)
class TextDiffers(Refused):
    """The signed text is this paper's, but not word for word: somebody has to say that it is known."""

    what = "Bản đã ký khác dự thảo ở {count} dòng."
    do = "Xem các dòng khác dưới đây; nếu đúng là đã sửa trước khi ký, ghi lý do rồi nhận."
    count: int


@dataclass(kw_only=True, eq=False)
class SignerDiffers(Refused):
    """The paper that came back was signed by somebody else than the draft names."""

    what = "Người ký trong tệp là {signed}, dự thảo ghi người ký là {expected}."
    do = "Kiểm tra thẩm quyền ký; nếu đúng là ký thay, ký thừa lệnh thì ghi lý do rồi thả lại."
    signed: str
    expected: str


@dataclass(kw_only=True, eq=False)
class SignatureWrong(Refused):
    """The check of the signature failed: the file was changed, or the certificate was not good."""

    what = "Chữ ký số trong tệp không đạt: {said}"
    do = (
        "Tải lại tệp từ hệ thống văn bản rồi thả lại; nếu tệp chỉ có như vậy, ghi lý do rồi nhận, kết quả vẫn ghi "
        "là không đạt."
    )
    said: str


@dataclass(kw_only=True, eq=False)
class NotSigned(Refused):
    """A PDF without the signature that is asked for, or with one that is not good (NĐ 30/2020 art 32.2)."""

    what = "Tệp chưa có chữ ký số hợp lệ của {whose}: {said}"
    do = (
        "Ký số bằng chứng thư của {whose} trên đúng tệp tải từ đây rồi thả lại; ảnh chữ ký hay ảnh dấu không phải là "
        "chữ ký số."
    )
    whose: str
    said: str


@dataclass(kw_only=True, eq=False)
class NumberNotRead(Refused):
    """Neither the number nor the day could be read, and nobody typed it."""

    what = "Không đọc được {thing} trên bản đã ký."
    do = "Gõ {thing} như ghi trên văn bản vào ô bên dưới rồi thả lại tệp."
    thing: str


@dataclass(kw_only=True, eq=False)
class NumberHeld(Refused):
    """Another document of the unit has this number in this year."""

    what = "Số {number} năm {year} đã có ở “{title}”."
    do = "Kiểm tra lại tệp; mỗi số và ký hiệu chỉ có một văn bản trong năm."
    number: str
    year: str
    title: str


@dataclass(kw_only=True, eq=False)
class KeptElsewhere(Refused):
    """The unit's own register is kept here, so there is nowhere to hand over to, or the reverse."""

    what = "Từ {since} đơn vị giữ sổ văn bản trong Chuẩn, nên không chuyển sang hệ thống khác."
    do = "Trình ký, cấp số và phát hành ngay ở đây; nếu sổ ở hệ thống khác, sửa Nguồn chính kèm văn bản."
    since: date | None


@dataclass(kw_only=True, eq=False)
class LinkNotLawful(Refused):
    """A change by a paper that may not make it (NĐ 30/2020 art 18.3; trap T-17)."""

    what = "{wanted} không thể {act} {target}."
    do = (
        "Sai nội dung thì sửa đổi, thay thế bằng văn bản có hình thức tương đương; sai thể thức, kỹ thuật trình bày, "
        "thủ tục thì đính chính bằng công văn."
    )
    wanted: str
    act: str
    target: str


@dataclass(kw_only=True, eq=False)
class PartMissing(Refused):
    """Only a part is meant, and nobody said which."""

    what = "Chưa ghi phần bị tác động."
    do = "Ghi như “khoản 2 Điều 1”, hoặc chọn Toàn bộ."


@dataclass(kw_only=True, eq=False)
class NothingToCopy(Refused):
    """The document to draft from has no confirmed reading with objectives, nor a text."""

    what = "{title} chưa có bản đọc được xác nhận nên chưa lấy được mục tiêu để soạn văn bản mới."
    do = "Xác nhận bản đọc của văn bản ấy trước, hoặc soạn từ mẫu."
    title: str


@dataclass(kw_only=True, eq=False)
class RecallingMissing(Refused):
    """An issued document is recalled by a document (NĐ 30/2020 art 18.4)."""

    what = "Chưa ghi văn bản thu hồi."
    do = "Ghi số, ký hiệu, ngày của văn bản thông báo thu hồi."


@dataclass(kw_only=True, eq=False)
class CountUnchanged(Refused):
    """The same count again, or a correction without a reason."""

    what = "Năm {year} đã ghi số lượng này rồi."
    do = "Nếu cần sửa, ghi số khác kèm lý do."
    year: str
