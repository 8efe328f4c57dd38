"""What the year's report says, section by section, from the year's picture and nothing else.

The report is a Vietnamese paper whatever language the screens speak, so its words are not
marked for translation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chuan.documents.models import Question
from chuan.objectives.models import Measurement
from chuan.objectives.pictures import Promise, TargetLine, YearPicture
from chuan.objectives.standing import Series
from chuan.paper.papers import Block, Bullets, Heading, Note, Paragraph, TableBlock
from chuan.rules.targets.types import Outcome, Reason, Result, Stage
from chuan.ui import formatters as say
from chuan.ui import words

ILLUSTRATIVE = "Dữ liệu minh họa: số liệu được đặt ra để giới thiệu phần mềm, không phải số liệu thật."

_ORDER = (
    Outcome.EXCEEDED,
    Outcome.MET,
    Outcome.ON_TRACK,
    Outcome.AT_RISK,
    Outcome.NOT_MET,
    Outcome.UNMEASURED,
)
_NOTHING = "Không có."


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the sections speak of, read once."""

    picture: YearPicture
    figures: Series
    open_questions: tuple[Question, ...]
    agency: str
    stands_on: tuple[str, ...] = ()
    """Which frozen set the report stands on, or that none does: the sentence of the text, then those of the annex."""

    @property
    def year(self) -> int:
        """The year of the plan."""
        return self.picture.plan.year

    @property
    def is_over(self) -> bool:
        """Whether the year had ended on the day of the report, as verdicts see it: from 1 January on."""
        return self.picture.on >= self.picture.plan.period.end

    def figures_of(self, line: TargetLine) -> Sequence[Measurement]:
        """The standing figures of a line, in the order of their periods."""
        return self.figures.get(line.indicator.pk, ()) if line.indicator else ()


def sections(material: Material) -> tuple[Block, ...]:
    """The text of the report from "I." to its last sentence."""
    return (
        *_warning(material),
        *(Paragraph(said, italic=True) for said in material.stands_on[:1]),
        Heading(1, "I. Kết quả chung"),
        *_overall(material),
        Heading(1, "II. Kết quả từng mục tiêu"),
        *(block for promise in material.picture.promises for block in _promise(promise, material)),
        *_legend(material),
        Heading(1, "III. Chưa đo được, câu hỏi còn mở"),
        *_unmeasured(material),
        Heading(1, "IV. Tồn tại"),
        *_shortfalls(material),
        Paragraph(
            f"Trên đây là báo cáo kết quả thực hiện mục tiêu chất lượng năm {material.year} "
            f"của {material.agency}."
        ),
    )


def _warning(material: Material) -> tuple[Block, ...]:
    return (Paragraph(ILLUSTRATIVE, italic=True),) if material.picture.illustrative else ()


# I. All together


def _overall(material: Material) -> tuple[Block, ...]:
    picture = material.picture
    when = f"trong năm {material.year}" if material.is_over else f"đến hết ngày {say.day(picture.on)}"
    until = f" Số liệu có đến hết ngày {say.day(picture.until)}." if picture.until else ""
    outcomes = [promise.verdict.outcome for promise in picture.promises]
    return (
        Paragraph(
            f"Quyết định nêu {len(picture.promises)} mục tiêu với {len(picture.lines)} số đo. "
            f"Kết quả dưới đây xét {when}.{until}"
        ),
        Paragraph(f"Theo mục tiêu: {_tally(outcomes)}."),
        Paragraph(f"Theo số đo: {_tally(line.verdict.outcome for line in picture.lines)}."),
        _summary(picture),
    )


def _tally(outcomes: Iterable[Outcome]) -> str:
    """ "12 vượt, 8 đạt, 1 không đạt": outcomes that do not occur are left out."""
    counted = Counter(outcomes)
    said = [f"{counted[outcome]} {_word(outcome).lower()}" for outcome in _ORDER if counted[outcome]]
    return ", ".join(said) or "chưa có mục nào"


def _summary(picture: YearPicture) -> TableBlock:
    rows = tuple(
        (promise.number, promise.name, promise.figure_words or say.EMPTY, _word(promise.verdict.outcome))
        for promise in picture.promises
    )
    heads = ("Số", "Mục tiêu", "Kết quả", "Kết luận")
    return TableBlock(heads, rows, (0.8, 5, 3, 2), ("center", "left", "left", "left"))


# II. One by one


def _promise(promise: Promise, material: Material) -> tuple[Block, ...]:
    quoted = " ".join(promise.objective.text.split())
    return (
        Heading(2, f"{promise.number}. {promise.name}"),
        Paragraph(f"Quyết định ghi: “{quoted}”{'' if quoted.endswith(('.', ':')) else '.'}"),
        *_own(promise),
        *_lines(promise, material),
        *(Note(f"{line.label}. Gộp từ: {line.grades_words}.") for line in promise.lines if line.grades_words),
        Paragraph(f"Kết luận: {_concluded(promise)}"),
    )


def _concluded(promise: Promise) -> str:
    """ "đúng tiến độ, xét theo số liệu đến nay."."""
    outcome = _word(promise.verdict.outcome)
    return f"{outcome.lower()}, {promise.reason_words.removeprefix(f'{outcome}: ')}"


def _own(promise: Promise) -> tuple[Block, ...]:
    if promise.own is None:
        return ()
    return (
        Paragraph(
            f"Mức phải đạt chung: {promise.own.target_words}; kết quả: {promise.figure_words or say.EMPTY}."
        ),
    )


def _lines(promise: Promise, material: Material) -> tuple[Block, ...]:
    if not promise.lines:
        return (Paragraph("Mục tiêu này không có số đo."),)
    heads = ("Số", "Chỉ tiêu", "Mức phải đạt", "Kết quả", "Kết luận", "Nguồn")
    rows = tuple(_line_row(line, material) for line in promise.lines)
    return (
        TableBlock(
            heads, rows, (1.1, 4.3, 2.3, 2.9, 1.9, 1.4), ("center", "left", "left", "left", "left", "center")
        ),
    )


def _line_row(line: TargetLine, material: Material) -> tuple[str, ...]:
    return (
        line.label,
        line.name,
        line.target_words,
        _result(line),
        _word(line.verdict.outcome),
        _grades(material.figures_of(line)),
    )


def _result(line: TargetLine) -> str:
    """ "96,57 % (1.240/1.284)", with "ước" where the figure is an estimate."""
    counts = _counts(line.result)
    shown = (
        f"{line.figure_words} ({counts})" if counts and counts not in line.figure_words else line.figure_words
    )
    is_estimate = line.result is not None and line.result.stage is Stage.ESTIMATE
    return f"{shown}, ước" if is_estimate else shown


def _counts(result: Result | None) -> str:
    if result is None or not result.counted or not result.denominator:
        return ""
    return say.fraction(result.numerator, result.denominator)


def _grades(figures: Sequence[Measurement]) -> str:
    """The grades of the figures behind a result: never mixed without saying so."""
    return ", ".join(sorted({figure.grade for figure in figures})) or say.EMPTY


def _legend(material: Material) -> tuple[Block, ...]:
    used = sorted({figure.grade for series in material.figures.values() for figure in series})
    estimated = any(line.result and line.result.stage is Stage.ESTIMATE for line in material.picture.lines)
    said = []
    if used:
        said.append("Nguồn: " + "; ".join(words.grade(letter) for letter in used) + ".")
    if estimated:
        said.append("Kết quả ghi “ước” chưa phải số chính thức.")
    return (Note(" ".join(said)),) if said else ()


# III. What could not be said


def _unmeasured(material: Material) -> tuple[Block, ...]:
    lines = [line for line in material.picture.lines if line.verdict.outcome is Outcome.UNMEASURED]
    late = [line for line in material.picture.lines if line.late_rows]
    doubtful = [one for one in material.picture.promises if one.verdict.reason is Reason.OPEN_QUESTION]
    return (
        *_listed("Chưa đo được", [_named(line) for line in lines]),
        *(_listed("Mục tiêu chưa kết luận được", [_doubt(one) for one in doubtful]) if doubtful else ()),
        *_listed("Câu hỏi của văn bản chưa được trả lời", [one.text for one in material.open_questions]),
        *_listed("Số liệu về sau khi đã chốt", [_late(line) for line in late]),
    )


def _doubt(promise: Promise) -> str:
    return f"{promise.number}. {promise.name}: {_concluded(promise)}"


def _late(line: TargetLine) -> str:
    return f"{line.label}. {line.name}: có {say.number(line.late_rows)} dòng về muộn, chưa tính vào kết quả"


# IV. What fell short


def _shortfalls(material: Material) -> tuple[Block, ...]:
    lines = material.picture.lines
    return tuple(
        block
        for outcome in (Outcome.NOT_MET, Outcome.AT_RISK)
        for block in _listed(
            _word(outcome), [_named(line) for line in lines if line.verdict.outcome is outcome]
        )
    )


def _listed(title: str, items: Sequence[str]) -> tuple[Block, ...]:
    if not items:
        return (Paragraph(f"{title}: {_NOTHING[0].lower()}{_NOTHING[1:]}"),)
    return (
        Paragraph(f"{title}:"),
        Bullets((*(_ended(item, ";") for item in items[:-1]), _ended(items[-1], "."))),
    )


def _ended(item: str, mark: str) -> str:
    bare = item.strip().rstrip(".;")
    return bare if bare.endswith("?") else f"{bare}{mark}"


def _named(line: TargetLine) -> str:
    """ "1.9. Tỷ lệ hộ nghèo (mức tối đa 0,9 %; kết quả 0,94 %): xét theo số liệu đến nay"."""
    figure = "" if line.value is None else f"; kết quả {_result(line)}"
    return f"{line.label}. {line.name} (mức {line.target_words}{figure}): {_reason(line)}"


def _reason(line: TargetLine) -> str:
    """The reason without the outcome, which the list's title already says."""
    outcome = _word(line.verdict.outcome)
    return line.reason_words.removeprefix(f"{outcome}: ")


def _word(outcome: Outcome) -> str:
    return str(words.sign(outcome).word)
