"""How well figures are read from reports: precision, recall, wrong bindings; and how fast.

Reports typeset here are invented (six layouts × twelve months, words varied, with the traps of the field), so their
true figures are known (`bench/reports_made.py`). Real papers of elsewhere are looked at where ``../shared/data`` stands
(`bench/reports_real.py`). ``--noi`` tells on the error stream what was bound wrongly.
"""

from __future__ import annotations

import io
import sys
import time
from dataclasses import dataclass

from bench.reports_made import Made, Truth, reports
from bench.reports_real import HOME, REAL, real
from bench.saying import say
from chuan.law.indicators import catalogue
from chuan.law.lexicons import reader_lexicon
from chuan.law.report_words import words_for
from chuan.rules.report_figures import Proposal, Reading, Wanted, read_report

UNITS = {
    "thu-ngan-sach": "triệu đồng", "thu-nhap-binh-quan": "triệu đồng/người/năm", "lua-dien-tich": "ha",
    "lua-nang-suat": "tạ/ha", "tuyen-pho-van-minh": "tuyến phố", "ngo-pho-van-minh": "ngõ phố",
    "duong-be-tong": "tuyến đường", "dien-chieu-sang": "tuyến đường", "to-dan-pho-van-hoa": "tổ dân phố",
    "don-thu-vuot-cap": "đơn thư",
}  # fmt: skip


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


def layout_of(made: Made) -> str:
    """The name of a report without its month."""
    return made.name.rpartition(" tháng ")[0]


def _is(one: Proposal, truth: Truth) -> bool:
    key, value, end, to_date = truth
    amount = one.amount
    said = one.said_period
    state = key in ("bao-hiem-y-te", "bao-hiem-xa-hoi-tu-nguyen", "ho-ngheo", "gia-dinh-van-hoa")
    exact = (
        amount.numerator * 100 / amount.denominator
        if amount.numerator is not None and amount.denominator
        else amount.value
        if amount.value is not None
        else amount.numerator
    )
    same_days = said is not None and said.period.end == end and (state or said.to_date == to_date)
    return one.key == key and exact == value and same_days


def main(talk: bool) -> None:
    """Print every figure as one JSON line; on the error stream, what was bound wrongly."""
    asked, score = wanted(), Score()
    made = list(reports())
    begin = time.perf_counter()
    readings = [read_report(one.text, asked, home=HOME, lexicon=reader_lexicon()) for one in made]
    spent = (time.perf_counter() - begin) * 1000 / len(made)
    wrong = [line for one, found in zip(made, readings, strict=True) for line in mark(one, found, score)]
    for layout in sorted({layout_of(one) for one in made}):
        part = Score()
        for one, found in zip(made, readings, strict=True):
            if layout_of(one) == layout:
                mark(one, found, part)
        say(f"số đọc từ {layout}: đọc được không cần hỏi", part.recall, "%")
    say("số đọc từ báo cáo dàn trang: đúng trong số được đề xuất", score.precision, "%")
    say("số đọc từ báo cáo dàn trang: đọc được không cần hỏi", score.recall, "%")
    say("số đọc từ báo cáo dàn trang: gắn nhầm", score.wrong, "số", 1)
    say("số đọc từ báo cáo dàn trang: đề xuất kèm câu hỏi", score.asked, "số")
    say("đọc số trong một báo cáo", spent, "ms", 100)
    if REAL.exists():
        wrong += real(asked)
    else:
        print(
            "bench.figures: KHÔNG CÓ dữ liệu thật ../shared/data/targets, bỏ qua phần này",
            file=sys.stderr,
        )
    if talk:
        print("\n".join(wrong), file=sys.stderr)


if __name__ == "__main__":
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")
    main(talk="--noi" in sys.argv)
