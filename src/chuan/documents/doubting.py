"""What a person is always asked of a paper read from a picture or out of old letters. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chuan.exchange.extracted import Extracted, OldLetters
from chuan.rules.decision_text.types import DecisionReading, Found, Question
from chuan.rules.types import Span

_CODES = {"tcvn3": "TCVN3 (phông .VnTime)", "vni": "VNI (phông VNI-Times)"}
_OTHER = ("given", "Không đúng, ghi lại bên dưới")


def with_doubts(reading: DecisionReading, paper: Extracted) -> DecisionReading:
    """The reading with these questions before its own.

    Number and date of a scan are asked even when they were read surely: slips fall on figures, and a wrong number
    finds the wrong document for years. What stood in a signature box was not read from the picture and is not asked.
    """
    asked = []
    if paper.seen_pages:
        asked += [one for one in (_number(reading), _date(reading)) if one]
    if paper.old_letters:
        asked.append(_letters(paper.old_letters, paper.text))
    return replace(reading, questions=(*asked, *reading.questions)) if asked else reading


def _number(reading: DecisionReading) -> Question | None:
    if not _was_seen(reading.number):
        return None
    assert reading.number is not None
    sign = f"/{reading.symbol.value}" if reading.symbol else ""
    text = "Số văn bản đọc từ ảnh. So với ảnh: văn bản mang số nào?"
    return _question("number_seen", reading.number.span, text, f"{reading.number.value}{sign}")


def _date(reading: DecisionReading) -> Question | None:
    if not _was_seen(reading.date):
        return None
    assert reading.date is not None
    text = "Ngày ban hành đọc từ ảnh. So với ảnh: văn bản ban hành ngày nào?"
    return _question("date_seen", reading.date.span, text, f"{reading.date.value:%d/%m/%Y}")


def _was_seen(found: Found[Any] | None) -> bool:
    return found is not None and found.how != "widget"


def _question(code: str, span: Span, text: str, read: str) -> Question:
    return Question(code, f"{code}:document", span, text, (("seen", f"Đúng là {read}"), _OTHER))


def _letters(old: OldLetters, text: str) -> Question:
    codes = " và ".join(_CODES.get(one, one) for one in old.code.split("+"))
    sure = "theo phông chữ của tệp" if old.by == "fonts" else f"{old.percent}% từ có dấu đọc thành tiếng Việt"
    words = f"Chữ trong tệp dùng bảng mã cũ {codes}, đã chuyển sang Unicode ({sure}). Chữ đã chuyển có đúng không?"
    choices = (
        ("right", "Đúng, dùng chữ đã chuyển"),
        ("mended", "Có chỗ sai, đã sửa ở các ô của bản đọc"),
    )
    first = text.find("\n")
    return Question(
        "old_letters", "old_letters:document", Span(0, first if first > 0 else len(text)), words, choices
    )
