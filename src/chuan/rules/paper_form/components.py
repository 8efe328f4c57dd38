"""The lettered components of a paper: where each stands, and which rule letters it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.head_checks import agency_lines, begins_organ
from chuan.rules.paper_form.parts import LETTER, Parts, is_table_row
from chuan.rules.paper_form.pieces import Piece
from chuan.rules.types import Span


@dataclass(frozen=True, slots=True)
class Component:
    """A range that one rule letters; ``name`` for people. ``ordinary``: never all in capitals."""

    rule: str
    name: str
    span: Span
    styled: bool = True
    ordinary: bool = False


def components_of(parts: Parts, rules: FormRules) -> Iterator[Component]:
    """All components that were found, from the top."""
    yield from _head(parts, rules)
    yield from _text(parts)
    yield from _foot(parts)


def _one(
    parts: Parts, rule: str, name: str, piece: Piece | None, *, ordinary: bool = False
) -> Iterator[Component]:
    if piece is not None and piece.end > piece.start:
        yield Component(rule, name, parts.span(piece.start, piece.end), ordinary=ordinary)


def _head(parts: Parts, rules: FormRules) -> Iterator[Component]:
    head = parts.head
    yield from _one(parts, "national_name", "Quốc hiệu", head.nation)
    yield from _one(parts, "national_motto", "Tiêu ngữ", head.motto)
    lines = agency_lines(parts)
    own = max((at for at, line in enumerate(lines) if begins_organ(line)), default=0)
    for at, line in enumerate(lines):
        rule, name = (
            ("agency", "Tên cơ quan ban hành") if at >= own else ("agency_above", "Tên cơ quan chủ quản")
        )
        yield from _one(parts, rule, name, line)
    yield from _one(parts, "number", "Số, ký hiệu", head.number)
    yield from _one(parts, "place_date", "Địa danh và thời gian", head.dated)
    yield from _one(parts, "type_name", "Tên loại văn bản", head.type)
    rule = "letter_subject" if parts.kind == LETTER and not head.type else "subject"
    for line in head.subject:
        yield from _one(parts, rule, "Trích yếu", line, ordinary=True)
    for line in head.authority:
        yield from _one(parts, "issuing_authority", "Thẩm quyền ban hành", line)


def _text(parts: Parts) -> Iterator[Component]:
    for basis in parts.bases:
        yield Component("bases", "Căn cứ", parts.span(basis.start, basis.end))
    yield from _one(parts, "resolves", "Dòng quyết định", parts.decides)
    opens = {one.start: number for number, one in parts.articles}
    for one in parts.body:
        if is_table_row(one):
            continue
        if one.start in opens:
            at = one.text.find(opens[one.start]) + len(opens[one.start])
            yield Component("article", "Từ “Điều” và số thứ tự", parts.span(one.start, one.start + at))
        if any(letter.isalnum() for letter in one.text):
            span = parts.span(one.start, one.end)
            yield Component("body", "Nội dung", span, styled=False)


def _foot(parts: Parts) -> Iterator[Component]:
    foot = parts.foot
    yield from _one(parts, "recipients_label", "Nơi nhận", foot.label)
    for item in foot.items:
        yield Component("recipients", "Dòng Nơi nhận", parts.span(item.start, item.end))
    for line in foot.signature:
        yield from _one(parts, "authority", "Quyền hạn, chức vụ người ký", line)
    yield from _one(parts, "signer_name", "Họ tên người ký", foot.name, ordinary=True)
