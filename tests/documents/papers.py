"""Papers for the tests: the reference Decision, and small invented ones."""

from __future__ import annotations

from pathlib import Path

import chuan

REFERENCE = (Path(chuan.__file__).parents[2] / "examples" / "bac-hong-2021" / "quyet-dinh.md").read_bytes()


def decision(
    *, number: str = "15", on: str = "10 tháng 02 năm 2022", supersedes: str = "", objectives: str = "", head: str = "",
    subject: str = "Về việc ban hành “Mục tiêu chất lượng năm 2022”",
) -> bytes:  # fmt: skip
    """A short Decision of the same ward, as plain text."""
    promises = objectives or "1. Trên 95% hồ sơ thủ tục hành chính được giải quyết đúng thời hạn.\n"
    return f"""{head}
ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG

Số: {number}/QĐ-UBND

Bắc Hồng, ngày {on}

QUYẾT ĐỊNH

{subject}

ỦY BAN NHÂN DÂN PHƯỜNG

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;

QUYẾT ĐỊNH:

Điều 1. Ban hành Mục tiêu chất lượng của UBND phường.

Điều 2. Quyết định này có hiệu lực từ ngày ký{supersedes}.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Thử

MỤC TIÊU CHẤT LƯỢNG

{promises}
""".encode()


WITHOUT_OBJECTIVES = """ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG

Số: 21/QĐ-UBND

Bắc Hồng, ngày 03 tháng 3 năm 2022

QUYẾT ĐỊNH

Về việc thành lập Ban Chỉ đạo ISO

CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;

QUYẾT ĐỊNH:

Điều 1. Thành lập Ban Chỉ đạo ISO của phường.

Điều 2. Quyết định này có hiệu lực từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

CHỦ TỊCH

Nguyễn Văn Thử
""".encode()

LETTER = """Kính gửi: Ban biên tập

Tôi viết thư này để cảm ơn tòa soạn đã đăng bài. Mong nhận được hồi âm.

Trân trọng.
""".encode()

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
