"""How well figures are read from reports: precision, recall, wrong bindings; and how fast.

Reports typeset here are invented (three layouts × twelve months, words varied, with the traps of the field), so their
true figures are known. Lines and facts of real papers are looked at where ``../shared/data/targets`` stands: no line of
another province may be bound to a ward's indicator, and every fact said in words is to be found again.
"""

from __future__ import annotations

import io
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from bench.figures import say
from chuan.law.indicators import catalogue
from chuan.law.lexicons import reader_lexicon
from chuan.law.report_words import of_name, words_for
from chuan.rules.report_figures import Home, Proposal, Reading, Wanted, read_report
from chuan.rules.vietnamese import written_number

HOME = Home("phường", "Bắc Hồng")
REAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "targets"
UNITS = {
    "thu-ngan-sach": "triệu đồng", "thu-nhap-binh-quan": "triệu đồng/người/năm", "lua-dien-tich": "ha",
    "lua-nang-suat": "tạ/ha", "tuyen-pho-van-minh": "tuyến phố", "ngo-pho-van-minh": "ngõ phố",
    "duong-be-tong": "tuyến đường", "dien-chieu-sang": "tuyến đường", "to-dan-pho-van-hoa": "tổ dân phố",
    "don-thu-vuot-cap": "đơn thư",
}  # fmt: skip
Truth = tuple[str, Fraction, date, bool]
"""(indicator, value or rate, end of its days, accumulated)."""


@dataclass(frozen=True)
class Made:
    """A report and what it truly says."""

    name: str
    text: str
    truth: frozenset[Truth]


@dataclass
class Score:
    """Counts over many reports."""

    right: int = 0
    wrong: int = 0
    asked: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what is proposed without a question, how much is right, per cent."""
        return 100 * self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Of what the reports say, how much is proposed without a question, per cent."""
        return 100 * self.right / max(self.right + self.missed + self.asked, 1)


def wanted() -> tuple[Wanted, ...]:
    """The indicators of the reference ward."""
    found = []
    for one in catalogue().known:
        words = words_for(one.code, one.name)
        unit = UNITS.get(one.code, "%" if one.shape in ("share", "growth") else "")
        found.append(Wanted(one.code, one.name, unit, one.shape, words.wordings, words.never, words.known))
    return tuple(found)


def reports(through_files: bool = True) -> Iterator[Made]:
    """Three layouts × twelve months; through real files where asked, so that their readers are measured too."""
    chance = random.Random(20210)
    budget = Fraction(0)
    for month in range(1, 13):
        money = Fraction(chance.randint(4000, 9800), 10)
        budget += money
        facts = _Facts(month, money, budget, chance)
        for name, maker in (("lời", _prose), ("bảng", _table), ("thông báo", _notice)):
            made = maker(facts)
            yield Made(
                f"{name} tháng {month}", _through(name, made.text) if through_files else made.text, made.truth
            )


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


def _through(layout: str, text: str) -> str:
    """The text after a way through a real file: Word for prose, Excel for tables, PDF for notices."""
    from bench import report_files

    return report_files.through(layout, text)


def mark(made: Made, found: Reading, score: Score) -> list[str]:
    """Add one report to the score; what was bound wrongly, in words. States are judged by their end alone."""
    wrong, met = [], set()
    for one in found.proposals:
        truth = next((truth for truth in made.truth if _is(one, truth)), None)
        if truth is not None and not one.doubts:
            met.add(truth)
        elif truth is None and not one.doubts:
            score.wrong += 1
            wrong.append(
                f"{made.name}: {one.key} = {made.text[one.span.start : one.span.end]} ({one.phrase} | {one.column})"
            )
    asked = {truth for one in found.proposals if one.doubts for truth in made.truth if _is(one, truth)} - met
    score.right += len(met)
    score.asked += len(asked)
    score.missed += len(made.truth) - len(met) - len(asked)
    return wrong


def _is(one: Proposal, truth: Truth) -> bool:
    key, value, end, to_date = truth
    amount = one.amount
    said = one.said_period
    state = key in ("bao-hiem-y-te", "bao-hiem-xa-hoi-tu-nguyen", "ho-ngheo")
    exact = (
        amount.numerator * 100 / amount.denominator
        if amount.numerator is not None and amount.denominator
        else amount.value
    )
    same_days = said is not None and said.period.end == end and (state or said.to_date == to_date)
    return one.key == key and exact == value and same_days


def facts_again() -> Iterator[tuple[int, Fraction, str, Reading]]:
    """Every real fact said in plain words, among the other facts of its agency: (which, value, unit, what was read)."""
    facts: list[dict[str, Any]] = json.loads((REAL / "facts.json").read_text(encoding="utf-8"))
    by_agency: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in facts:
        if isinstance(one["value"], int | float) and one["unit"]:
            by_agency[one["agency"]].append(one)
    for agency, group in by_agency.items():
        asked = tuple(_named(str(at), one) for at, one in enumerate(group))
        for at, one in enumerate(group):
            value = Fraction(str(one["value"]))
            text = (
                f"BÁO CÁO\nTình hình năm 2021\n- {one['metric']} đạt {written_number(value)} {one['unit']}."
            )
            yield (
                at,
                value,
                f"{agency}: {one['metric']}",
                read_report(text, asked, home=HOME, lexicon=reader_lexicon()),
            )


def _named(key: str, one: dict[str, Any]) -> Wanted:
    shape = "share" if one["unit"] == "%" else "level"
    return Wanted(key, one["metric"], one["unit"], shape, of_name(one["metric"]).wordings)


def main(talk: bool) -> None:
    """Print every figure as one JSON line; on the error stream, what was bound wrongly."""
    asked, score = wanted(), Score()
    made = list(reports())
    begin = time.perf_counter()
    readings = [read_report(one.text, asked, home=HOME, lexicon=reader_lexicon()) for one in made]
    spent = (time.perf_counter() - begin) * 1000 / len(made)
    wrong = [line for one, found in zip(made, readings, strict=True) for line in mark(one, found, score)]
    say("số đọc từ báo cáo dàn trang: đúng trong số được đề xuất", score.precision, "%")
    say("số đọc từ báo cáo dàn trang: đọc được không cần hỏi", score.recall, "%")
    say("số đọc từ báo cáo dàn trang: gắn nhầm", score.wrong, "số", 1)
    say("số đọc từ báo cáo dàn trang: đề xuất kèm câu hỏi", score.asked, "số")
    say("đọc số trong một báo cáo", spent, "ms", 100)
    if REAL.exists():
        wrong += real(asked)
    else:
        print(
            "bench.report_figures: KHÔNG CÓ dữ liệu thật ../shared/data/targets, bỏ qua phần này",
            file=sys.stderr,
        )
    if talk:
        print("\n".join(wrong), file=sys.stderr)


def real(asked: Sequence[Wanted]) -> list[str]:
    """Lines and facts of real papers."""
    lines = (REAL / "lines.txt").read_text(encoding="utf-8").splitlines()
    bound = [(line, one) for line in lines for one in
             read_report(line, asked, home=HOME, lexicon=reader_lexicon()).proposals if not one.doubts]  # fmt: skip
    say("dòng văn bản thật của nơi khác: gắn không hỏi vào chỉ tiêu của phường", len(bound), f"/{len(lines)}")
    right = mistaken = total = 0
    told = [f"thật: {one.key} ← {line[:140]}" for line, one in bound]
    for at, value, name, found in facts_again():
        total += 1
        sure = [one for one in found.proposals if not one.doubts]
        right += any(one.key == str(at) and one.amount.value == value for one in sure)
        off = [one for one in sure if one.key != str(at) or one.amount.value != value]
        mistaken += len(off)
        told += [f"sự kiện: {name} → {one.key} {one.amount.value}" for one in off]
    say("sự kiện thật nói lại thành lời: đọc được", 100 * right / max(total, 1), "%")
    say("sự kiện thật nói lại thành lời: gắn nhầm", mistaken, f"/{total}")
    return told


if __name__ == "__main__":
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")
    main(talk="--noi" in sys.argv)
