"""Why a file of figures cannot be read at all; no database is needed here."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class PacketUnreadable(Refused):
    """No file of figures, or one of another version."""

    what = "Không phải tệp số liệu đọc được ở đây: {why}."
    do = "Chọn đúng tệp .json do Chuẩn xuất; nếu tệp theo mẫu khác thì dùng bản Chuẩn đọc được mẫu đó."
    why: str
