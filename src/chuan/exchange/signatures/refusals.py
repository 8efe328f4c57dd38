"""Reasons to say no that only the verifying of signatures has."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class AnchorUnreadable(Refused):
    """A file given as certificate, revocation list or OCSP answer is none of them."""

    what = "Tệp “{name}” không phải là chứng thư số, danh sách thu hồi hoặc trả lời OCSP."
    do = "Bỏ tệp này ra, hoặc tải lại tệp .cer, .crt, .crl từ trang của tổ chức chứng thực."
    name: str
