"""Departures of form from Nghị định 30/2020/NĐ-CP: shown for the next draft, nothing is changed."""

from __future__ import annotations

import re

from chuan.rules.decision_text.flat import Flat
from chuan.rules.decision_text.header import Head
from chuan.rules.decision_text.lexicon import Lexicon, Misspelling
from chuan.rules.decision_text.paragraphs import Paragraph
from chuan.rules.decision_text.phrases import spaced
from chuan.rules.decision_text.types import CitedAct, Found, Line, Remark
from chuan.rules.types import Span

_ISO = re.compile(r"(?:tcvn\s+)?iso\s+9001\s*:\s*(\d{4})")
READ_FOR_SLIPS = 200_000


def read_remarks(
    flat: Flat,
    head: Head,
    bases: list[tuple[Paragraph, list[CitedAct]]],
    recipients: tuple[Found[str], ...],
    lines: tuple[Line, ...],
    lexicon: Lexicon,
) -> list[Remark]:
    """All remarks, in the order of the text."""
    found = [*_subject(head), *_commas(flat, bases), *_two_editions(flat, bases), *_keeper(recipients)]
    found += _slips(flat, lines, lexicon)
    found.sort(key=lambda remark: remark.span)
    if not lines:
        found.append(
            Remark("no_objectives", Span(0, 0), "Đã đọc văn bản nhưng không thấy mục tiêu nào để theo dõi.")
        )
    return found


def _subject(head: Head) -> list[Remark]:
    """Phụ lục I, ô 5a: a Decision's trích yếu stands under the type's name without "V/v"."""
    if not head.subject or not re.match(r"v\s?/\s?v", head.subject.value.lower()):
        return []
    if head.type and head.type.value == "Công văn":
        return []
    span = Span(head.subject.span.start, head.subject.span.start + 3)
    text = "Trích yếu mở đầu bằng “V/v”. Chỉ công văn dùng cách ghi này; quyết định ghi thẳng nội dung."
    return [Remark("vv_in_decision", span, text)]


def _commas(flat: Flat, bases: list[tuple[Paragraph, list[CitedAct]]]) -> list[Remark]:
    """Phụ lục I, ô 6: each basis ends with a semicolon, the last with a full stop."""
    ends = [paragraph.end for paragraph, _ in bases if paragraph.text.endswith(",")]
    if not ends:
        return []
    text = (
        f"{len(ends)} căn cứ kết thúc bằng dấu phẩy. "
        "Mỗi căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối bằng dấu chấm."
    )
    return [Remark("basis_ending_comma", flat.span(ends[0] - 1, ends[0]), text)]


def _two_editions(flat: Flat, bases: list[tuple[Paragraph, list[CitedAct]]]) -> list[Remark]:
    """One basis that names two editions of the standard."""
    found = []
    for i, (paragraph, _) in enumerate(bases, 1):
        named = list(_ISO.finditer(paragraph.low))
        years = sorted({one[1] for one in named})
        if len(years) > 1:
            span = flat.span(paragraph.start + named[0].start(), paragraph.start + named[-1].end())
            text = (
                f"Căn cứ thứ {i} nêu hai phiên bản ISO 9001 ({', '.join(years)}). "
                "Nên ghi đúng tên văn bản và phiên bản đang áp dụng."
            )
            found.append(Remark("mixed_editions", span, text))
    return found


def _keeper(recipients: tuple[Found[str], ...]) -> list[Remark]:
    """Phụ lục I, ô 9b: the last line of the recipients is "Lưu: VT, …"."""
    for found in recipients:
        if re.match(r"lưu\s*:?\s*vp(?!\w)", found.value.lower()):
            text = "Nơi nhận ghi “Lưu: VP”. Bản gốc lưu tại văn thư nên ghi “Lưu: VT”, sau đó là đơn vị soạn thảo."
            return [Remark("kept_by_office", found.span, text)]
    return []


def _slips(flat: Flat, lines: tuple[Line, ...], lexicon: Lexicon) -> list[Remark]:
    found: list[Remark] = []
    starts = {line.span.start for line in lines}
    for slip in lexicon.misspellings:
        before = rf"(?<!{re.escape(slip.not_after)} )" if slip.not_after else ""
        for at in re.finditer(rf"{before}(?<!\w){spaced(slip.wrong)}(?!\w)", flat.low[:READ_FOR_SLIPS]):
            span = flat.span(*at.span())
            if not slip.at_start or span.start in starts:
                found.append(_slip(slip, flat.text[at.start() : at.end()], span))
    return found


def _slip(slip: Misspelling, written: str, span: Span) -> Remark:
    right = slip.right[:1].upper() + slip.right[1:] if written[:1].isupper() else slip.right
    return Remark("misspelling", span, f"“{' '.join(written.split())}” có lẽ là “{right}”.")
