"""A clean decision and a clean letter, and ways to spoil them."""

from __future__ import annotations

from datetime import date

from chuan.law.paper_form import form_rules
from chuan.rules.paper_form import Departure, Sheet, check, mended

DECISION = """\
ỦY BAN NHÂN DÂN
PHƯỜNG BẮC HỒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/QĐ-UBND
Bắc Hồng, ngày 09 tháng 02 năm 2022
QUYẾT ĐỊNH
Về việc ban hành Mục tiêu chất lượng năm 2022
ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản \
lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan hành chính nhà nước;
Theo đề nghị của công chức Văn phòng - Thống kê.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Mục tiêu chất lượng năm 2022 của Ủy ban nhân dân phường Bắc Hồng.
Điều 2. Các bộ phận và cán bộ, công chức của phường có trách nhiệm:
1. Nắm vững nội dung mục tiêu chất lượng.
2. Thực hiện và báo cáo kết quả:
a) Hằng quý, trước ngày 05 của tháng đầu quý sau;
b) Hằng năm, trước ngày 15 tháng 12.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 30/QĐ-UBND ngày 19 tháng 02 năm 2021 \
của Ủy ban nhân dân phường Bắc Hồng về việc ban hành Mục tiêu chất lượng năm 2021.
Điều 4. Văn phòng, các công chức và tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 4;
- Đảng ủy, HĐND phường;
- Chủ tịch, các PCT UBND phường;
- Lưu: VT, VP.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Viết Khanh
Phụ lục
MỤC TIÊU CHẤT LƯỢNG NĂM 2022
(Kèm theo Quyết định số 05/QĐ-UBND ngày 09 tháng 02 năm 2022 của Ủy ban nhân dân phường Bắc Hồng)
1. Giải quyết đúng hạn trên 95% hồ sơ thủ tục hành chính.
2. Ký số 100% văn bản điện tử.
"""

LETTER = """\
ỦY BAN NHÂN DÂN
PHƯỜNG BẮC HỒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/UBND-VP
V/v báo cáo kết quả thực hiện mục tiêu chất lượng
Bắc Hồng, ngày 12 tháng 3 năm 2022
Kính gửi:
- Các bộ phận chuyên môn;
- Ban Chỉ đạo ISO phường.
Thực hiện Quyết định số 30/QĐ-UBND ngày 19 tháng 02 năm 2021 của Ủy ban nhân dân phường Bắc Hồng về việc ban hành \
Mục tiêu chất lượng, Ủy ban nhân dân phường đề nghị các bộ phận báo cáo kết quả quý I.
Báo cáo gửi về Văn phòng trước ngày 31 tháng 3 năm 2022./.
Nơi nhận:
- Như trên;
- Lưu: VT, VP.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Thị Hoa
"""

DAY = date(2022, 2, 9)


def departures(text: str, *, on: date = DAY, kind: str = "") -> tuple[Departure, ...]:
    """What is told of the text under the rules of the day."""
    return check(Sheet.of_text(text), form_rules(on), on, kind=kind)


def codes(text: str, *, on: date = DAY, kind: str = "") -> list[str]:
    """The rules departed from, in the order of the text."""
    return [one.code for one in departures(text, on=on, kind=kind)]


def spoiled(text: str, was: str, now: str) -> str:
    """The text with one place changed; the place must be there once."""
    assert text.count(was) == 1, f"{was!r} is there {text.count(was)} times"
    return text.replace(was, now)


def only(text: str, was: str, now: str, *, on: date = DAY) -> Departure:
    """The one departure that the change makes; where its mend is exact, making it leaves a clean paper."""
    bad = spoiled(text, was, now)
    found = departures(bad, on=on)
    assert len(found) == 1, [(one.code, one.found) for one in found]
    if found[0].replacement is not None:
        assert departures(mended(bad, found), on=on) == ()
    return found[0]


def places(text: str, found: tuple[Departure, ...]) -> list[tuple[int, str, str]]:
    """Line, rule and the words pointed at."""
    return [(one.place.line, one.code, text[one.place.span.start : one.place.span.end]) for one in found]
