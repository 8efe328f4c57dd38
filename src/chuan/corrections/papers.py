"""Phiếu khắc phục: one nonconformity as a paper to be kept (TCVN ISO 9001:2015, 10.2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import translation

from chuan.corrections.models import CorrectiveAction, EffectCheck, Nonconformity
from chuan.corrections.showing import CasePage, RoundShown, page_of
from chuan.paper.papers import Block, Bullets, Heading, Note, Paper, Paragraph, Signer, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say

MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI VĂN BẢN THẬT"


def pdf_of(case: Nonconformity, viewer: Viewer, *, on: date, at: datetime) -> bytes:
    """The record as it stands, as PDF. Call it outside any transaction."""
    with translation.override("vi"):
        return to_pdf(record_of(case, page_of(case, viewer, on=on, at=at), on))


def record_of(case: Nonconformity, told: CasePage, on: date) -> Paper:
    """The paper: facts, at once, why, what was done, whether it worked. It has no number but its own code."""
    unit = case.owner_unit
    return Paper(
        agency=("Ủy ban nhân dân", f"{unit.get_kind_display().lower()} {unit.name}"),
        symbol="",
        place=unit.place or unit.name,
        type_name="Phiếu khắc phục",
        subject=f"Sự không phù hợp {case.code}",
        signer=Signer((), "Lãnh đạo Ủy ban nhân dân"),
        second_signer=Signer((), "Thư ký ISO"),
        made_on=on,
        body=tuple(_body(case, told, on)),
        mark=MARK if case.example else "",
        layout="minutes",
        is_form=True,
    )


def _body(case: Nonconformity, told: CasePage, on: date) -> Iterator[Block]:
    yield Paragraph(case.what)
    yield Bullets(tuple(_about(case, told)))
    if case.fact_lines:
        yield Heading(2, "Số liệu của bản ghi khi nêu")
        yield TableBlock(("Nội dung", "Giá trị"), tuple(case.fact_lines), (6, 10), ("left", "left"))
    yield Heading(2, "Khắc phục ngay")
    done = tuple(f"{say.day(one.done_on)}: {one.what}" for one in told.corrections)
    yield Bullets(done) if done else Paragraph("Chưa ghi.")
    for one in reversed(told.rounds):
        yield from _round(one)
    yield Heading(2, "Tài liệu bị ảnh hưởng")
    papers = tuple(
        f"{one.label}: {one.get_outcome_display()}{f' ({one.reason})' if one.reason else ''}"
        for one in told.documents
    )
    yield Bullets(papers) if papers else Paragraph("Không có.")
    yield Note(f"Lập trong Chuẩn ngày {say.day(on)}; tình trạng: {case.stage}.")


def _about(case: Nonconformity, told: CasePage) -> Iterator[str]:
    yield f"Phát hiện ngày {say.day(case.found_on)}, {case.get_source_display()}, mức {case.get_grade_display()}"
    if case.label:
        yield f"Bản ghi: {case.label}"
    if case.process is not None:
        yield f"Quá trình: {case.process}"
    if told.clause:
        yield f"Điều của TCVN ISO 9001:2015: {told.clause}"
    if case.citation:
        yield f"Biên bản: {case.citation}"
    if told.law:
        yield told.law.rstrip(".")
    yield from (f"Tái diễn: {one.code} ({why})" for one, why in told.again)


def _round(one: RoundShown) -> Iterator[Block]:
    yield Heading(2, f"Vòng {one.number}: nguyên nhân và hành động khắc phục")
    for shown in one.causes:
        cause = shown.cause
        yield Paragraph(f"{shown.listed}: {_ended(cause.words)} Kiểm chứng: {_ended(cause.verified_how)}")
        if cause.why_lines:
            yield Bullets(tuple(cause.why_lines))
    if one.actions:
        heads = ("TT", "Hành động", "Người làm", "Hạn", "Kết quả")
        rows = tuple(_action(n, row) for n, row in enumerate(one.actions, 1))
        yield TableBlock(heads, rows, (1, 6, 4, 3.2, 6), ("center", "left", "left", "left", "left"))
    if one.check is not None:
        yield Paragraph(f"Đánh giá hiệu lực: {one.target}.")
        yield from _check(one.check)


def _ended(words: str) -> str:
    """The words with one full stop."""
    return words.rstrip(". ") + "."


def _action(n: int, one: CorrectiveAction) -> tuple[str, ...]:
    told = "chưa xong"
    if one.done_on:
        told = f"Xong {say.day(one.done_on)}: {one.done_words}"
    elif one.dropped_on:
        told = f"Bỏ: {one.dropped_why}"
    return (str(n), one.what, one.owner.name, say.day(one.due_on), told)


def _check(check: EffectCheck) -> Iterator[Block]:
    if not check.verdict:
        yield Paragraph("Chưa đánh giá.")
        return
    rows = tuple((one["name"], one["words"] or "–") for one in check.figure_rows)
    yield TableBlock(("Kỳ", "Số đo"), rows, (6, 10), ("left", "left"))
    verdict = "có hiệu lực" if check.verdict == "good" else "chưa có hiệu lực"
    yield Paragraph(f"Kết luận ngày {say.day(check.judged_on)}: {verdict}. {check.words}")
