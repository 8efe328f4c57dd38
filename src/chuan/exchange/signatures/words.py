"""The sentence and the weight of each reason code: what a clerk reads, without technical words."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from chuan.exchange.signatures.report import Reason, Verdict

_LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
_NOTE, _OPEN, _BAD = Verdict.PASSED, Verdict.INDETERMINATE, Verdict.FAILED

SAID: dict[str, tuple[Verdict, str]] = {
    # The document as a whole.
    "no_signature": (_BAD, "Tệp không có chữ ký số nào."),
    "picture_only": (_BAD, "Trong tệp có hình ảnh; hình ảnh chữ ký, con dấu không phải chữ ký số."),
    "signature_outside": (_BAD, "Trong tệp có dữ liệu chữ ký nhưng không gắn vào ô ký nào."),
    "structure": (_BAD, "Cấu trúc bên trong tệp sai quy cách nên không thể công nhận chữ ký."),
    "prefixed": (_BAD, "Có dữ liệu lạ chèn trước phần đầu của văn bản."),
    "extra_bytes": (_BAD, "Sau chữ ký cuối cùng còn dữ liệu lạ mà không chữ ký nào bảo vệ."),
    "trailing_blank": (_OPEN, "Cuối tệp có thêm ký tự trống sau khi ký."),
    "later_revision": (_BAD, "Tệp bị lưu thêm một bản sửa sau chữ ký cuối cùng."),
    "root_replaced": (_BAD, "Nội dung gốc của văn bản bị thay bằng nội dung khác sau khi ký."),
    "metadata_after": (_OPEN, "Thông tin của tệp ({fields}) bị đổi sau chữ ký cuối cùng."),
    "metadata_between": (_NOTE, "Thông tin của tệp ({fields}) được đổi trước khi người sau ký."),
    "active_content": (_OPEN, "Tệp chứa mã lệnh có thể làm nội dung hiện ra khác nhau."),
    "covers_page": (_OPEN, "Hình của chữ ký sau che một phần lớn trang văn bản đã ký trước đó."),
    "timestamp_broken": (_BAD, "Dấu thời gian lưu trữ không khớp với nội dung tệp."),
    # One signature: its bytes.
    "unreadable_signature": (_BAD, "Dữ liệu của chữ ký bị hỏng, không đọc được."),
    "contents_missing": (_BAD, "Ô ký trông như đã ký nhưng bên trong không có chữ ký."),
    "byte_range": (_BAD, "Vùng dữ liệu mà chữ ký bảo vệ được khai báo sai."),
    "hidden_bytes": (_BAD, "Có dữ liệu giấu cạnh chữ ký, không được chữ ký bảo vệ."),
    "points_beyond": (_BAD, "Phần đã ký trỏ tới dữ liệu nằm ngoài vùng được chữ ký bảo vệ."),
    "not_covered": (_BAD, "Chữ ký không bảo vệ trọn văn bản."),
    "kind_unsupported": (_BAD, "Kiểu chữ ký này không được hỗ trợ nên không kiểm được."),
    "altered": (_BAD, "Văn bản đã bị sửa sau khi ký."),
    "forged": (_BAD, "Chữ ký không phải do chứng thư số đi kèm tạo ra."),
    "changed_after": (_BAD, "Sau chữ ký này, nội dung văn bản bị sửa hoặc chèn thêm."),
    "form_changed": (_BAD, "Sau chữ ký này, ô dữ liệu của văn bản bị điền hoặc thêm mà không có chữ ký mới."),
    "locked": (_BAD, "Sau chữ ký này có thay đổi mà người ký không cho phép."),
    "signed_further": (_NOTE, "Sau chữ ký này còn có người ký tiếp; nội dung không đổi."),
    "evidence_added": (_NOTE, "Sau chữ ký này chỉ thêm bằng chứng xác thực lâu dài; nội dung không đổi."),
    # One signature: its certificate, time and revocation.
    "attributes_missing": (_BAD, "Chữ ký thiếu phần bắt buộc gắn nó với nội dung văn bản."),
    "certificate_missing": (_BAD, "Chữ ký không kèm chứng thư số của người ký."),
    "key_usage": (_BAD, "Chứng thư số này không được cấp để ký văn bản."),
    "self_signed": (_BAD, "Chứng thư số do người ký tự tạo, không do tổ chức nào cấp."),
    "expired_at_signing": (_BAD, "Chứng thư số đã hết hạn vào lúc ký (hạn đến {until})."),
    "before_validity": (_BAD, "Chứng thư số chưa có hiệu lực vào lúc ký (hiệu lực từ {since})."),
    "revoked": (_BAD, "Chứng thư số đã bị thu hồi trước khi ký (từ {since})."),
    "revoked_unproved": (_OPEN, "Chứng thư số bị thu hồi từ {since}; không chứng minh được văn bản ký trước lúc đó."),
    "weak_digest": (_OPEN, "Chữ ký dùng thuật toán {algorithm} nay không còn đủ an toàn."),
    "broken_digest": (_BAD, "Chữ ký dùng thuật toán {algorithm} đã bị phá, không còn giá trị chứng minh."),
    "no_anchor": (
        _OPEN,
        "Văn bản còn nguyên vẹn sau khi ký; chưa xác minh được chứng thư số vì đơn vị chưa khai báo "
        "chứng thư gốc tin cậy.",
    ),
    "untrusted": (_OPEN, "Chứng thư số không do tổ chức chứng thực mà đơn vị tin cậy cấp ra."),
    "chain_wrong": (_OPEN, "Chuỗi chứng thư số của người ký không hợp lệ."),
    "chain_expired": (_OPEN, "Chứng thư số đã hết hạn; không có dấu thời gian chứng minh văn bản ký trước lúc đó."),
    "no_revocation": (_OPEN, "Chưa biết chứng thư số có bị thu hồi hay không, vì thiếu danh sách thu hồi còn hạn."),
    "no_trusted_time": (_NOTE, "Thời gian ký do máy của người ký tự ghi, không có dấu thời gian tin cậy."),
    "no_time": (_NOTE, "Chữ ký không ghi thời gian ký."),
    "time_ahead": (_OPEN, "Thời gian ký ghi trong tệp muộn hơn lúc kiểm tra."),
    "times_apart": (_NOTE, "Thời gian do máy người ký ghi khác thời gian của dấu thời gian quá một ngày."),
    "timestamp_wrong": (_BAD, "Dấu thời gian không thuộc về chữ ký này."),
    "timestamp_unproved": (_NOTE, "Có dấu thời gian nhưng chưa xác minh được nơi cấp dấu thời gian."),
    "revoked_later": (_NOTE, "Chứng thư số bị thu hồi sau khi ký; chữ ký này không bị ảnh hưởng."),
    "good": (_NOTE, "Văn bản còn nguyên vẹn sau khi ký; chứng thư số được tin cậy."),
}  # fmt: skip


def reason(code: str, detail: object = "", **given: Any) -> Reason:
    """The reason with its sentence; dates said in Vietnamese time. ``detail`` is cut at 400 characters."""
    verdict, sentence = SAID[code]
    return Reason(
        code, sentence.format(**{name: _said(one) for name, one in given.items()}), verdict, _cut(detail)
    )


def _said(value: Any) -> Any:
    return f"{value.astimezone(_LOCAL):%d/%m/%Y}" if isinstance(value, datetime) else value


def plain(text: str, most: int = 200) -> str:
    """Printable and short; a string of its own, since pyHanko's strings hold on to the whole reader."""
    return "".join(sign if sign.isprintable() else " " for sign in text[:most])


def _cut(detail: object) -> str:
    return plain(f"{type(detail).__name__}: {detail}" if isinstance(detail, Exception) else str(detail), 400)
