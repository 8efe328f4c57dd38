"""What the reader will not decide alone."""

from __future__ import annotations

import re
from fractions import Fraction

from chuan.rules.decision_text.header import Head
from chuan.rules.decision_text.types import Line, Question, Signer
from chuan.rules.targets.types import Quantity, Target
from chuan.rules.types import Span


def document_questions(head: Head, signer: Signer) -> list[Question]:
    """Questions about number, date and signer of something that is a document at all."""
    if head.type is None and head.symbol is None:
        return []
    found = []
    if head.number is None:
        at = head.number_at or (head.type.span if head.type else Span(0, 0))
        sign = f" (“Số: …/{head.symbol.value}”)" if head.symbol else ""
        found.append(
            _about_document("number_missing", at, f"Số văn bản để trống{sign}. Văn bản mang số nào?")
        )
    if head.impossible:
        found.append(
            _about_document(
                "date_impossible",
                head.impossible,
                "Ngày ghi trên văn bản không có thật. Ngày ban hành là ngày nào?",
            )
        )
    elif head.on is None:
        at = head.number_at or (head.type.span if head.type else Span(0, 0))
        found.append(
            _about_document("date_missing", at, "Chưa đọc được ngày ban hành. Văn bản ban hành ngày nào?")
        )
    if signer.authority and signer.name is None:
        found.append(
            _about_document(
                "signer_missing", signer.authority.span, "Chưa thấy họ tên người ký. Ai ký văn bản này?"
            )
        )
    return found


def _about_document(code: str, span: Span, text: str) -> Question:
    return Question(code, f"{code}:document", span, text)


def line_questions(lines: tuple[Line, ...]) -> list[Question]:
    """Questions about promises: a total that does not agree with its list, a change without a figure."""
    found: list[Question] = []
    for line in lines:
        for i, target in enumerate(line.targets, 1):
            found.extend(_counted(line, i, target, lines))
            found.extend(_no_figure(line, i, target))
            found.extend(_two_ways(line, i, target))
    return found


def _counted(line: Line, i: int, target: Target, lines: tuple[Line, ...]) -> list[Question]:
    children = [other for other in lines if other.parent == line.ordinal]
    if target.quantity is not Quantity.K_OF_N or not children or target.n is None:
        return []
    values = sum(len(o.targets) for o in lines if o.ordinal.startswith(line.ordinal + "."))
    if len(children) == target.n and values == target.n:
        return []
    if len(children) == target.n:
        return []
    written = f"{target.k}/{target.n} {target.unit}".strip()
    text = (
        f"Văn bản ghi {written}, nhưng liệt kê {len(children)} mục với {values} số đo. "
        "Mục tiêu này tính đủ theo cách nào?"
    )
    choices = (
        ("lines", f"Theo {len(children)} mục đã liệt kê"),
        ("values", f"Theo {values} số đo"),
        ("written", f"Theo {target.n} {target.unit} như văn bản ghi, sẽ bổ sung mục còn thiếu"),
    )
    return [
        Question(
            "count_mismatch",
            f"count_mismatch:{line.ordinal}:{i}",
            _at(line, target),
            text,
            choices,
            line.ordinal,
        )
    ]


def _two_ways(line: Line, i: int, target: Target) -> list[Question]:
    """A percentage written with a point before three digits: 12.345 % may mean 12,345 %."""
    written = re.search(r"(\d{1,3})\.(\d{3})(?![.,]?\d)\s*%", line.text)
    if written is None or target.value is None or target.unit[:1] != "%":
        return []
    if target.value != Fraction(int(written[1] + written[2]), 1000):
        return []
    text = f"“{written.group()}” có thể đọc hai cách. Mức phải đạt là bao nhiêu phần trăm?"
    choices = (
        (f"{written[1]}.{written[2]}", f"{written[1]},{written[2]} %"),
        (written[1] + written[2], f"{written[1]}{written[2]} %"),
    )
    return [
        Question(
            "number_two_ways",
            f"number_two_ways:{line.ordinal}:{i}",
            _at(line, target),
            text,
            choices,
            line.ordinal,
        )
    ]


def _no_figure(line: Line, i: int, target: Target) -> list[Question]:
    if target.value is not None or target.low is not None:
        return []
    words = {
        Quantity.DECREASE: ("decrease_without_figure", "giảm"),
        Quantity.GROWTH: ("growth_without_figure", "tăng"),
    }
    if target.quantity not in words:
        return []
    code, verb = words[target.quantity]
    text = f"“{line.text}” chưa ghi {verb} bao nhiêu và so với mức nào. Mức phải đạt là bao nhiêu, tính từ số liệu nào?"
    return [Question(code, f"{code}:{line.ordinal}:{i}", _at(line, target), text, (), line.ordinal)]


def _at(line: Line, target: Target) -> Span:
    return target.span or line.span
