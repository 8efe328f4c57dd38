"""Invented reports with known figures: prose, tables, notices and lists of names, with the traps of the field."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bench import report_files
from chuan.rules.vietnamese import written_number

Truth = tuple[str, Fraction, date, bool]
"""(indicator, value or rate, end of its days, accumulated)."""


@dataclass(frozen=True)
class Made:
    """A report and what it truly says."""

    name: str
    text: str
    truth: frozenset[Truth]


def reports() -> Iterator[Made]:
    """Six layouts × twelve months, each through a real file, so that their readers are measured too."""
    chance = random.Random(20210)
    budget = Fraction(0)
    for month in range(1, 13):
        money = Fraction(chance.randint(4000, 9800), 10)
        budget += money
        facts = _Facts(month, money, budget, chance)
        for name, maker in (("lời", _prose), ("bảng", _table), ("thông báo", _notice), ("danh sách", _list)):
            made = maker(facts)
            yield Made(f"{name} tháng {month}", report_files.through(name, made.text), made.truth)
            if name == "bảng":
                for style in report_files.STYLES:
                    text = report_files.through_pdf(made.text, style)
                    yield Made(f"bảng PDF {style} tháng {month}", text, made.truth)


def texts() -> Iterator[str]:
    """The text of a report with sentences and a table for each month."""
    chance = random.Random(7)
    for month in range(1, 13):
        facts = _Facts(month, Fraction(9000 + month, 10), Fraction(9000 * month, 10), chance)
        said, shown = _prose(facts).text, _table(facts).text
        yield said + "\n".join(line for line in shown.split("\n") if "\t" in line)


class _Facts:
    """The figures of one month."""

    def __init__(self, month: int, money: Fraction, budget: Fraction, chance: random.Random) -> None:
        self.month, self.money, self.budget, self.chance = month, money, budget, chance
        self.end = date(2021 + month // 12, month % 12 + 1, 1)
        self.insured = 6480 + month * 17
        self.people = 7031 + month // 3
        self.voluntary = Fraction(340 + month, 10)
        self.streets = chance.randint(1, 4)
        self.lanes = chance.randint(5, 9)
        self.poor = Fraction(90 + chance.randint(0, 9), 100)
        self.last = Fraction(chance.randint(4000, 9000), 10)

    def pick(self, *ways: str) -> str:
        return self.chance.choice(ways)

    def rate(self) -> Fraction:
        return Fraction(round(self.insured * 1000 / self.people), 10)


def _prose(at: _Facts) -> Made:
    money, total, m = written_number(at.money), written_number(at.budget), at.month
    opening = at.pick(
        "Tổng thu ngân sách nhà nước trên địa bàn",
        "Thu NSNN trên địa bàn phường",
        "Thu ngân sách trên địa bàn",
    )
    first = at.pick(
        f"{opening} tháng {m} ước đạt {money} triệu đồng; lũy kế {m} tháng đạt {total} triệu đồng, "
        f"bằng {m * 8}% dự toán năm, "
        f"tăng 11,2% so với cùng kỳ năm trước ({written_number(at.last)} triệu đồng).",
        f"{opening} trong tháng {m} là {money} triệu đồng, tính từ đầu năm đến nay "
        f"{total} triệu đồng/8.550 triệu đồng, "
        f"đạt {m * 8},5% kế hoạch; trong đó thu tiền sử dụng đất 310 triệu đồng, "
        "thuế ngoài quốc doanh 45,5 triệu đồng.",
    )  # fmt: skip
    parts = f"{written_number(Fraction(at.insured))}/{written_number(Fraction(at.people))}"
    second = at.pick(
        f"Số người tham gia bảo hiểm y tế là {parts} người, đạt {written_number(at.rate())}% (kế hoạch 95%).",
        f"Có {parts} người dân tham gia BHYT, đạt tỷ lệ {written_number(at.rate())}%, bằng 98,5% kế hoạch giao.",
        f"Đến nay toàn phường có {parts} người tham gia BHYT. Tỷ lệ bao phủ toàn thị xã đạt 96,2%.",
    )
    third = at.pick(
        f"Tỷ lệ người trong độ tuổi lao động tham gia BHXH tự nguyện đạt {written_number(at.voluntary)}%, "
        "tăng 0,4% so với tháng trước;",
        f"Tham gia BHXH tự nguyện: {written_number(at.voluntary)}%, kế hoạch 41%;",
    )
    fourth = at.pick(
        f"Tỷ lệ hộ nghèo còn {written_number(at.poor)}%, giảm 0,2% so với đầu năm; hộ cận nghèo 1,9%.",
        f"Tỷ lệ hộ nghèo từ 1,2% xuống còn {written_number(at.poor)}%; 100% hộ nghèo được hỗ trợ BHYT.",
    )
    fifth = at.pick(
        f"Xây dựng được {at.streets:02d} tuyến phố văn minh, {at.lanes:02d} ngõ phố văn minh.",
        f"Công nhận {at.streets:02d} tuyến phố văn minh đô thị; {at.lanes:02d} ngõ phố văn minh; "
        "05 ngõ đăng ký xây dựng năm 2022.",
    )
    text = _head(
        f"Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội tháng {m}, "
        f"nhiệm vụ trọng tâm tháng {m % 12 + 1} năm {2021 + m // 12}",
        m,
    )
    text += f"I. KẾT QUẢ THỰC HIỆN\n- {first}\n- {second}\n- {third}\n- {fourth}\n- {fifth}\n"
    text += "- Phường Nam Hồng thu ngân sách đạt 1.250 triệu đồng.\n"
    text += "- Tổ chức 03 buổi tuyên truyền BHYT với 215 người dự.\n"
    text += f"II. NHIỆM VỤ TRỌNG TÂM THÁNG {m % 12 + 1}\n"
    text += "- Phấn đấu thu ngân sách trên địa bàn đạt 900 triệu đồng; tham gia BHYT đạt 95%.\n"
    return Made("", text, _truth(at, month_and_total=True))


def _table(at: _Facts) -> Made:
    m = at.month
    done = at.pick(f"Thực hiện tháng {m}", f"Ước TH tháng {m}")
    heads = (
        "TT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kế hoạch năm 2021",
        "Cùng kỳ năm 2020",
        done,
        f"Lũy kế {m} tháng",
        "So với KH (%)",
    )
    rate = written_number(at.rate())
    rows = (
        ("1", at.pick("Tổng thu ngân sách trên địa bàn", "Thu ngân sách nhà nước trên địa bàn"), "Triệu đồng", "8.550",
         written_number(at.last), written_number(at.money), written_number(at.budget), f"{m * 8},1"),
        ("", "- Thu tiền sử dụng đất", "Triệu đồng", "3.000", "200", "310", "1.900", "63"),
        ("2", at.pick("Tỷ lệ người dân tham gia BHYT", "Tỷ lệ bao phủ bảo hiểm y tế"),
         "%", "95", "91,2", rate, rate, ""),
        ("3", "Tỷ lệ tham gia BHXH tự nguyện", "%", "41", "30", written_number(at.voluntary), "", ""),
        ("4", "Tuyến phố văn minh", "Tuyến", "4", "3", str(at.streets), "", ""),
    )  # fmt: skip
    body = "\n".join("\t".join(row) for row in (heads, *rows))
    text = _head(f"Số liệu kinh tế - xã hội tháng {m} năm 2021", m) + body + "\n"
    return Made("", text, _truth(at, month_and_total=True, poor=False, lanes=False))


def _notice(at: _Facts) -> Made:
    parts = f"{written_number(Fraction(at.insured))}/{written_number(Fraction(at.people))}"
    last = (at.end - date.resolution).day
    day = f"{last:02d}/{at.month}/2021"
    text = (
        "BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI THỊ XÃ HỒNG LĨNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Số: 41/TB-BHXH\n"
        f"Hồng Lĩnh, ngày 03 tháng {at.month % 12 + 1} năm {2021 + at.month // 12}\n"
        "THÔNG BÁO\nTình hình tham gia bảo hiểm xã hội, bảo hiểm y tế "
        f"đến ngày {day}\nĐến ngày {day}, phường Bắc Hồng có {parts} người tham gia BHYT, "
        f"đạt {written_number(at.rate())}%; "
        f"tham gia BHXH tự nguyện đạt {written_number(at.voluntary)}%.\n"
        "Phường Nam Hồng có 5.100/5.600 người tham gia BHYT, đạt 91,1%.\n"
        "Toàn thị xã tỷ lệ tham gia BHYT đạt 94,4%.\n"
    )
    insured = ("bao-hiem-y-te", Fraction(at.insured * 100, at.people), at.end, True)
    return Made("", text, frozenset({insured, ("bao-hiem-xa-hoi-tu-nguyen", at.voluntary, at.end, True)}))


def _head(title: str, month: int) -> str:
    return (
        "UBND THỊ XÃ HỒNG LĨNH\nỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Độc lập - Tự do - Hạnh phúc\nSố: 85/BC-UBND\n"
        f"Bắc Hồng, ngày 25 tháng {month} năm 2021\nBÁO CÁO\n{title}\n(Số liệu minh họa)\n"
    )


def _truth(at: _Facts, *, month_and_total: bool, poor: bool = True, lanes: bool = True) -> frozenset[Truth]:
    found: set[Truth] = {
        ("thu-ngan-sach", at.money, at.end, False), ("thu-ngan-sach", at.budget, at.end, True),
        ("bao-hiem-y-te", at.rate() if not poor else Fraction(at.insured * 100, at.people), at.end, False),
        ("bao-hiem-xa-hoi-tu-nguyen", at.voluntary, at.end, False),
        ("tuyen-pho-van-minh", Fraction(at.streets), at.end, False),
    }  # fmt: skip
    found |= {("ho-ngheo", at.poor, at.end, False)} if poor else set()
    return frozenset(found | ({("ngo-pho-van-minh", Fraction(at.lanes), at.end, False)} if lanes else set()))


def _list(at: _Facts) -> Made:
    """A decision whose annex is a list of names; every fourth month a number is left out, and nothing is certain."""
    last = 30 + at.month * 3
    kept = [n for n in range(1, last + 1) if at.month % 4 or n != 17]
    given, family = ("Văn An", "Thị Bình", "Minh Châu", "Đình Dũng"), ("Nguyễn", "Trần", "Phan", "Võ", "Lê")
    rows = "\n".join(f"{n}\t{family[n % 5]} {given[n % 4]}\tTổ dân phố {n % 9 + 1}" for n in kept)
    text = (
        "UBND THỊ XÃ HỒNG LĨNH\nỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nSố: 210/QĐ-UBND\nBắc Hồng, ngày 15 tháng 12 năm 2021\nQUYẾT ĐỊNH\n"
        "Về việc công nhận danh hiệu gia đình văn hóa năm 2021\n"
        "Danh sách hộ gia đình được công nhận danh hiệu gia đình văn hóa năm 2021\n"
        f"TT\tHọ và tên chủ hộ\tĐịa chỉ\n{rows}\n"
    )
    year = ("gia-dinh-van-hoa", Fraction(len(kept)), date(2022, 1, 1), False)
    return Made("", text, frozenset({year}))
